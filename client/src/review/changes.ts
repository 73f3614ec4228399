import * as vscode from "vscode";

/** Edits of one file. */
export interface FileEdits {
  readonly uri: vscode.Uri;
  readonly edits: readonly vscode.TextEdit[];
  /** True for a new file. */
  readonly isNew: boolean;
  /** True for a file with a key, which not everybody is to read. */
  readonly secret?: boolean;
}

/** A group of edits that the user accepts or rejects as a whole. */
export interface Choice {
  readonly label: string;
  readonly description: string;
  /** Choices with the same heading are shown together, in their given order. */
  readonly heading?: string;
  readonly ticked: boolean;
  readonly files: readonly FileEdits[];
}

/** The text edits in an edit of the editor's own. Files that it creates, moves or deletes are not included. */
export function fileEditsOf(edit: vscode.WorkspaceEdit): readonly FileEdits[] {
  return edit.entries().map(([uri, edits]) => ({ uri, edits, isNew: false }));
}

/** A choice for each file that changes at all. */
export async function choicesByFile(files: readonly FileEdits[]): Promise<readonly Choice[]> {
  const choices: Choice[] = [];
  for (const file of files) {
    const edits = file.isNew
      ? file.edits
      : effectiveEdits(await vscode.workspace.openTextDocument(file.uri), file.edits);
    if (edits.length === 0) continue;
    choices.push({
      label: vscode.workspace.asRelativePath(file.uri),
      description: file.isNew
        ? vscode.l10n.t("new file")
        : edits.length === 1
          ? vscode.l10n.t("1 change")
          : vscode.l10n.t("{0} changes", edits.length),
      ticked: true,
      files: [{ ...file, edits }],
    });
  }
  return choices;
}

/** Edits that change something. */
function effectiveEdits(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): vscode.TextEdit[] {
  return edits.filter(({ range, newText }) => document.getText(range) !== newText);
}

/** The edits of several choices, file by file. Of edits that touch each other, or are made twice, the first stays. */
export function joined(choices: readonly Choice[]): ReadonlyMap<string, FileEdits> {
  const files = new Map<string, FileEdits>();
  for (const { files: ofChoice } of choices) {
    // A fix applied in part would be worse than none.
    if (ofChoice.some(({ uri, edits }) => clash(files.get(uri.toString())?.edits ?? [], edits))) continue;
    for (const file of ofChoice) {
      const { uri, edits } = file;
      const known = files.get(uri.toString());
      const more = edits.filter((edit) => !known?.edits.some((each) => same(each, edit)));
      files.set(uri.toString(), { ...file, edits: [...(known?.edits ?? []), ...more] });
    }
  }
  return files;
}

function clash(before: readonly vscode.TextEdit[], edits: readonly vscode.TextEdit[]): boolean {
  return edits.some((edit) => before.some((each) => !same(each, edit) && each.range.intersection(edit.range)));
}

function same(one: vscode.TextEdit, other: vscode.TextEdit): boolean {
  return one.newText === other.newText && one.range.isEqual(other.range);
}

/** The text of a document after edits, which do not overlap. */
export function edited(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  const text = document.getText();
  let result = "";
  let position = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start.compareTo(b.range.start))) {
    const start = document.offsetAt(range.start);
    result += text.slice(position, start) + newText;
    position = document.offsetAt(range.end);
  }
  return result + text.slice(position);
}

/** The text of a new file. */
export function wholeText(edits: readonly vscode.TextEdit[]): string {
  return edits.map(({ newText }) => newText).join("");
}

/** All edits as a single edit of the editor. */
export function workspaceEditOf(files: Iterable<FileEdits>): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, edits, isNew } of files) {
    // If the file has been created in the meantime, the editor fails instead of overwriting it.
    if (isNew) edit.createFile(uri, { contents: new TextEncoder().encode(wholeText(edits)) });
    else edit.set(uri, [...edits]);
  }
  return edit;
}
