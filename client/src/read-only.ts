import * as vscode from "vscode";
import { type Middleware, vsdiag } from "vscode-languageclient";
import { EFFECTIVE_SCHEME } from "../../server/src/protocol.ts";

/**
 * Documents from Git's history have no findings: they cannot be mended there, would count twice beside those of the
 * file itself, and a diff would show them on one side or both.
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

/** False for read-only file systems, and for documents that come from no file system. */
function isEditable({ scheme }: vscode.Uri): boolean {
  return scheme === "untitled" || vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** Effective documents have folds of their own, and are themselves what the lenses offer. */
export const lessInEffectiveDocuments: Pick<Middleware, "provideCodeLenses" | "provideFoldingRanges"> = {
  provideCodeLenses: (document, token, next) => (isEffective(document) ? [] : next(document, token)),
  provideFoldingRanges: (document, context, token, next) =>
    isEffective(document) ? [] : next(document, context, token),
};

function isEffective({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === EFFECTIVE_SCHEME;
}
