import * as vscode from "vscode";

/** A row of a tree that stands for a file. */
export interface WithFile {
  readonly file: vscode.Uri;
}

/** The file a command is for: the one that a menu, a lens or a row names, else that of the active editor. */
export function subjectOf(named: unknown): vscode.Uri | undefined {
  if (named instanceof vscode.Uri) return named;
  if (typeof named === "string") return vscode.Uri.parse(named);
  if (typeof named === "object" && named !== null && "file" in named && named.file instanceof vscode.Uri) {
    return named.file;
  }
  return vscode.window.activeTextEditor?.document.uri;
}
