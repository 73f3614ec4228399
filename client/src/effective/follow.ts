import * as vscode from "vscode";
import type { EffectivePlace } from "../../../server/src/protocol.ts";
import { shownAt } from "./address.ts";
import type { EffectiveDocuments } from "./documents.ts";

/** The effective document beside a file shows what the cursor is in, and the file what the reader of the document is at. */
export function followCursor(documents: EffectiveDocuments): vscode.Disposable {
  return vscode.window.onDidChangeTextEditorSelection(async ({ textEditor, kind }) => {
    if (textEditor !== vscode.window.activeTextEditor) return;
    const shown = shownAt(textEditor.document.uri);
    // Only a reader's own way through the document moves the cursor of the file.
    if (shown && (!shown.marks || kind === undefined || kind === vscode.TextEditorSelectionChangeKind.Command)) return;
    const cursor = textEditor.selection.active;
    for (const other of vscode.window.visibleTextEditors) {
      const to = shown
        ? isAt(other, shown.source) && (await sourcePosition(documents, textEditor.document.uri, cursor.line))
        : isOf(other, textEditor.document.uri) && (await shownPosition(documents, other.document.uri, cursor));
      if (to && textEditor.selection.active.isEqual(cursor)) goTo(other, to);
    }
  });
}

/** The place in an effective document of what a position of its source is in. */
export async function shownPosition(
  documents: EffectiveDocuments,
  uri: vscode.Uri,
  position: vscode.Position,
): Promise<vscode.Position | undefined> {
  const place = await innermost(documents, uri, ({ source: { start, end } }) =>
    new vscode.Range(start.line, start.character, end.line, end.character).contains(position),
  );
  return place && new vscode.Position(place.line, 0);
}

/** The place in the source of what a line of an effective document shows. */
export async function sourcePosition(
  documents: EffectiveDocuments,
  uri: vscode.Uri,
  line: number,
): Promise<vscode.Position | undefined> {
  const place = await innermost(documents, uri, ({ first, last }) => first <= line && line <= last);
  return place && new vscode.Position(place.source.start.line, place.source.start.character);
}

/** The places are each before what is in it. */
async function innermost(
  documents: EffectiveDocuments,
  uri: vscode.Uri,
  holds: (place: EffectivePlace) => boolean,
): Promise<EffectivePlace | undefined> {
  return (await documents.answer(uri))?.places.findLast(holds);
}

function isAt({ document }: vscode.TextEditor, uri: vscode.Uri): boolean {
  return document.uri.toString() === uri.toString();
}

/** True for the effective document of a file; a comparison of two does not follow. */
function isOf({ document }: vscode.TextEditor, source: vscode.Uri): boolean {
  const shown = shownAt(document.uri);
  return shown?.marks === true && shown.source.toString() === source.toString();
}

function goTo(editor: vscode.TextEditor, position: vscode.Position): void {
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
