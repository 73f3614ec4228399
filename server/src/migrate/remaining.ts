import type { ConfigFile } from "../config/file.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Draft } from "./draft.ts";
import { type Entry, nameOfVersion } from "./model.ts";

/** Rules about other matters than the move: advisories are a reason for it, and the others are not caused by it. */
const NOT_OF_THE_MOVE: ReadonlySet<string> = new Set(["security-advisory", "attribute-of-other-line"]);

/** Attributes unknown to the new Tomcat are reported whatever their severity. */
const IGNORED = "attribute-unknown";

/**
 * Findings in the new text at the new Tomcat that the original text at the old one does not have, as a test of the
 * migration itself. Deprecated attributes still work there and are listed apart.
 */
export function remaining(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  file: ConfigFile,
  draft: Draft,
): readonly Entry[] {
  const known = new Set(before.map(({ code, at }) => `${code} ${at.start}`));
  return after.flatMap((diagnostic): Entry[] => {
    const { code, severity, text } = diagnostic;
    const at = draft.origin(diagnostic.at);
    if (NOT_OF_THE_MOVE.has(code) || known.has(`${code} ${at.start}`)) return [];
    const bucket = code === "deprecated" ? "deprecated" : "by-hand";
    const counts = severity === "error" || severity === "warning" || code === IGNORED;
    if (bucket === "by-hand" && !counts) return [];
    const element = elementAt(file, diagnostic.at.start);
    return [{ bucket, at, element, text, since: nameOfVersion(file.version), source: code }];
  });
}

/** The name of the innermost element around an offset. */
function elementAt({ document }: ConfigFile, offset: number): string {
  let found = document.root;
  for (let next = found; next; next = next.elements.find(({ span }) => span.start <= offset && offset < span.end)) {
    found = next;
  }
  return found?.name ?? "";
}
