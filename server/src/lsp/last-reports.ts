import type { DocumentDiagnosticReport } from "vscode-languageserver";
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver-types";

/** What a client was told last of a document. */
interface Report {
  readonly resultId: string;
  readonly items: readonly LspDiagnostic[];
}

/**
 * What clients were told of open documents. Most edits move no finding to another line or column and bring no other, so
 * a client that says which report it has is only told that it still holds: a large file has hundreds of findings.
 */
export class LastReports {
  readonly #last = new Map<string, Report>();
  #count = 0;

  /** @param known the id of the report that the client has of the document */
  report(uri: string, items: LspDiagnostic[], known: string | undefined): DocumentDiagnosticReport {
    const last = this.#last.get(uri);
    if (last && last.resultId === known && isSame(last.items, items)) {
      return { kind: "unchanged", resultId: last.resultId };
    }
    const resultId = `${++this.#count}`;
    this.#last.set(uri, { resultId, items });
    return { kind: "full", resultId, items };
  }

  closed(uri: string): void {
    this.#last.delete(uri);
  }
}

/** True for two values of plain data that a message writes the same. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  for (const name of names) {
    if (!isSame(one[name as keyof typeof one], other[name as keyof typeof other])) return false;
  }
  return true;
}
