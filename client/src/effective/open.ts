import * as vscode from "vscode";
import type { EffectiveDocuments } from "./documents.ts";
import type { EffectiveFolds } from "./folds.ts";
import type { LastView } from "./last-view.ts";

/** What shows effective documents. */
export interface Effective {
  readonly documents: EffectiveDocuments;
  readonly folds: EffectiveFolds;
  readonly lastView: LastView;
}

/** Opens a document at a position, with what is default folded. */
export async function open(
  { folds }: Effective,
  uri: vscode.Uri,
  position: vscode.Position | undefined,
  options: vscode.TextDocumentShowOptions,
): Promise<void> {
  folds.foldAtOpening(uri);
  const selection = position && new vscode.Range(position, position);
  await vscode.window.showTextDocument(uri, { ...options, ...(selection ? { selection } : {}) });
}
