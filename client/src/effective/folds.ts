import * as vscode from "vscode";
import type { EffectiveDocuments } from "./documents.ts";

/** What can be folded in an effective document; what is default is folded when it opens. */
export class EffectiveFolds implements vscode.FoldingRangeProvider {
  readonly #documents: EffectiveDocuments;
  /** Documents that have opened and that VS Code has not asked about yet. */
  readonly #opening = new Set<string>();

  constructor(documents: EffectiveDocuments) {
    this.#documents = documents;
  }

  /** Folds what is default in a document that is about to open. */
  foldAtOpening(uri: vscode.Uri): void {
    this.#opening.add(uri.toString());
  }

  async provideFoldingRanges({ uri }: vscode.TextDocument): Promise<vscode.FoldingRange[]> {
    const folds = (await this.#documents.answer(uri))?.folds ?? [];
    if (this.#opening.delete(uri.toString())) {
      const lines = folds.filter(({ isDefault }) => isDefault).map(({ last }) => last);
      // Behind this answer: VS Code folds only what it has been told can be folded.
      setTimeout(() => void fold(uri, lines), 0);
    }
    return folds.map(({ first, last }) => new vscode.FoldingRange(first, last));
  }
}

/** Folds the innermost range around each line. The command is for the active editor. */
async function fold(uri: vscode.Uri, selectionLines: readonly number[]): Promise<void> {
  if (vscode.window.activeTextEditor?.document.uri.toString() !== uri.toString()) return;
  await vscode.commands.executeCommand("editor.fold", { levels: 1, direction: "up", selectionLines });
}
