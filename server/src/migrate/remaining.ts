import type { ConfigFile } from "../config/file.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Draft } from "./draft.ts";
import { type Entry, nameOfVersion } from "./model.ts";

/** What is said of other things than the move: advisories are a reason for it, and the rest is no news. */
const NOT_OF_THE_MOVE: ReadonlySet<string> = new Set(["security-advisory", "attribute-of-other-line"]);

/** What the new Tomcat does not know at all is news, however little it may matter to the rest. */
const IGNORED = "attribute-unknown";

/**
 * What our own check finds in the changed text at the new Tomcat, and did not find in the first text at the old one:
 * the report is held against the result. What is marked as deprecated there works and is listed apart.
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
