import * as vscode from "vscode";
import { type Middleware, vsdiag } from "vscode-languageclient";

/**
 * The state of a file in Git's history has no findings: they cannot be mended there, would count twice beside those
 * of the file itself, and a diff would show each of them on one side or on both.
 */
export const withoutFindingsWhereReadOnly: NonNullable<Middleware["provideDiagnostics"]> = (
  document,
  previousResultId,
  token,
  next,
) => {
  const uri = document instanceof vscode.Uri ? document : document.uri;
  if (isEditable(uri)) return next(document, previousResultId, token);
  return { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] };
};

/** False for what a file system says is read-only, and for texts that come from no file system at all. */
function isEditable({ scheme }: vscode.Uri): boolean {
  return scheme === "untitled" || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}
