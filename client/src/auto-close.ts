import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { AUTO_CLOSE_REQUEST, type AutoCloseParams, SECTION } from "../../server/src/protocol.ts";
import { otherXmlExtension } from "./other-xml-extension.ts";

/** Inserts what the server says is missing behind a `>` or `/` typed in the active editor. */
export function closeTags(client: BaseLanguageClient): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    // Undo and redo are no typing.
    if (reason !== undefined || document.languageId !== "xml" || !client.isRunning()) return;
    if (vscode.window.activeTextEditor?.document !== document) return;
    const [change, ...others] = contentChanges;
    // Several cursors, pasted text and replaced text are left alone.
    if (!change || others.length > 0 || change.rangeLength > 0 || !/^[>/]$/.test(change.text)) return;
    if (!isWanted(document) || otherXmlExtension()) return;
    const place = change.range.start.translate(0, 1);
    // The client sends this very change in a listener of its own, which runs in the same turn.
    setTimeout(() => void insertMissing(client, document, place), 0);
  });
}

function isWanted(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration(SECTION, document).get<boolean>("autoClosingTags") === true;
}

async function insertMissing(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  place: vscode.Position,
): Promise<void> {
  const { version, uri } = document;
  const { asUri, asPosition } = client.code2ProtocolConverter;
  const params: AutoCloseParams = { uri: asUri(uri), version, position: asPosition(place) };
  const snippet = await client.sendRequest(AUTO_CLOSE_REQUEST, params);
  const editor = vscode.window.activeTextEditor;
  // After a change in the meantime the answer is about another text.
  if (!snippet || !editor || editor.document !== document || document.version !== version) return;
  const places = editor.selections.every((selection) => selection.isEmpty && selection.active.isEqual(place))
    ? editor.selections.map((selection) => selection.active)
    : place;
  await editor.insertSnippet(new vscode.SnippetString(snippet), places);
  // On a busy machine VS Code 1.139 sometimes leaves the cursor behind what it inserted. Typing moves it by itself.
  const stays = snippet.startsWith("$0") && document.version === version + 1 && editor.selections.length === 1;
  if (stays && !editor.selection.active.isEqual(place)) editor.selection = new vscode.Selection(place, place);
}
