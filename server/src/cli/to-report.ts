import type { Lines } from "../base/lines.ts";
import { fixesOf, isAutomatic } from "../lint/fix-all.ts";
import type { Diagnostic } from "../lint/lint.ts";
import type { Fix } from "../rules/rule.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { ReportedFile, ReportedFinding, ReportedFix } from "./report.ts";

/** A short text that differs where texts differ: hex digits of a hash. */
export type Hash = (text: string) => string;

/** What was found in a file, as plain data. */
export function toReport({ file, diagnostics }: Snapshot, hash: Hash): ReportedFile {
  const { path, lines, version, document } = file;
  const seen = new Map<string, number>();
  const findings = diagnostics.map((diagnostic): ReportedFinding => {
    const { at, code, severity, text, related = [] } = diagnostic;
    const range = lines.rangeOf(at);
    const source = document.text
      .slice(lines.startOf(range.start.line), lines.startOf(range.start.line + 1))
      .replace(/[\r\n]+$/, "");
    // The line's text stands for the place: it stays when lines are added above. Twins are counted.
    const identity = [path, code, source.trim(), text.en].join("\n");
    const twin = seen.get(identity) ?? 0;
    seen.set(identity, twin + 1);
    return {
      code,
      severity,
      range,
      text,
      source,
      fingerprint: hash(`${identity}\n${twin}`),
      related: related.map((place) => ({
        path: place.file.path,
        range: place.file.lines.rangeOf(place.at),
        text: place.text,
      })),
      fixes: fixesOf(diagnostic).map((fix) => toFix(fix, diagnostic, path, lines)),
    };
  });
  return { path, tomcat: version.release?.text ?? version.line, findings };
}

function toFix(fix: Fix, diagnostic: Diagnostic, path: string, lines: Lines): ReportedFix {
  const { title, edits, elsewhere = [] } = fix;
  const ofFile = (target: string, places: Lines, list: Fix["edits"]) =>
    list.map(({ span, newText }) => ({ path: target, range: places.rangeOf(span), newText }));
  return {
    title,
    automatic: isAutomatic(fix, diagnostic),
    edits: [
      ...ofFile(path, lines, edits),
      ...elsewhere.flatMap((other) => ofFile(other.file.path, other.file.lines, other.edits)),
    ],
  };
}
