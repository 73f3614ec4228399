import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { Lines } from "../base/lines.ts";
import type { Locale, Localized } from "../base/localized.ts";
import type { DraftedChange } from "../create/draft.ts";

/**
 * What is done to a file, and whether the user has to tick it. VS Code shows the preview as soon as one change has to be
 * ticked: the page is an extra, and a file that is there already is not changed unasked.
 */
const KINDS: Readonly<Record<"new" | "page" | "changed" | "overwritten", { label: Localized; tick: boolean }>> = {
  new: { label: { en: "New files", ko: "새 파일" }, tick: false },
  page: { label: { en: "A page to test it, if you like", ko: "시험 페이지(선택)" }, tick: true },
  changed: { label: { en: "Additions to files that are there", ko: "있는 파일에 추가" }, tick: true },
  overwritten: { label: { en: "Files that are overwritten", ko: "덮어쓰는 파일" }, tick: true },
};
const OF_PAGE = /\/webapps\/ROOT\//;

/** The changes as one edit that is shown before it is made: what is overwritten can be told from what is new. */
export function createEdit(
  changes: readonly DraftedChange[],
  locale: Locale,
  uriOf: (path: string) => string,
): WorkspaceEdit {
  const documentChanges: (TextDocumentEdit | CreateFile)[] = [];
  for (const { path, text, before, overwrites } of changes) {
    const uri = uriOf(path);
    const annotationId = changeKindOf(path, before, overwrites);
    // Should the file have come into being meanwhile, the client fails rather than lose it.
    if (before === undefined) documentChanges.push({ kind: "create", uri, annotationId });
    const range = new Lines(before ?? "").rangeOf({ start: 0, end: before?.length ?? 0 });
    documentChanges.push({
      textDocument: { uri, version: null },
      edits: [{ range, newText: text, annotationId }],
    });
  }
  return {
    documentChanges,
    changeAnnotations: Object.fromEntries(
      Object.entries(KINDS).map(([id, { label, tick }]) => [id, { label: label[locale], needsConfirmation: tick }]),
    ),
  };
}

function changeKindOf(path: string, before: string | undefined, overwrites: boolean): keyof typeof KINDS {
  if (before !== undefined) return overwrites ? "overwritten" : "changed";
  return OF_PAGE.test(path) ? "page" : "new";
}
