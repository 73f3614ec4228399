import type { CreateFile, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { Lines } from "../base/lines.ts";
import type { Locale, Localized } from "../base/localized.ts";
import type { Change } from "../create/draft.ts";

const LABELS: Readonly<Record<"new" | "changed" | "overwritten", Localized>> = {
  new: { en: "New files", ko: "새 파일" },
  changed: { en: "Additions to files that are there", ko: "있는 파일에 추가" },
  overwritten: { en: "Files that are overwritten", ko: "덮어쓰는 파일" },
};

/** The changes as one edit of which each part has to be confirmed: what is overwritten can be told from what is new. */
export function createEdit(changes: readonly Change[], locale: Locale, uriOf: (path: string) => string): WorkspaceEdit {
  const documentChanges: (TextDocumentEdit | CreateFile)[] = [];
  for (const { path, text, before, overwrites } of changes) {
    const uri = uriOf(path);
    const annotationId = before === undefined ? "new" : overwrites ? "overwritten" : "changed";
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
      Object.entries(LABELS).map(([id, label]) => [id, { label: label[locale], needsConfirmation: true }]),
    ),
  };
}
