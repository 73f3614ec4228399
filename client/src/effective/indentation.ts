import * as vscode from "vscode";
import { EFFECTIVE_SCHEME } from "../../../server/src/protocol.ts";

/** As the server prints it. */
const INDENTATION: vscode.TextEditorOptions = { insertSpaces: true, tabSize: 2 };

/** Says how effective documents are indented: VS Code would guess it from attributes that stand below each other. */
export function sayIndentation(): vscode.Disposable {
  const say = (editors: readonly vscode.TextEditor[]) => {
    for (const editor of editors) if (editor.document.uri.scheme === EFFECTIVE_SCHEME) editor.options = INDENTATION;
  };
  say(vscode.window.visibleTextEditors);
  return vscode.window.onDidChangeVisibleTextEditors(say);
}
