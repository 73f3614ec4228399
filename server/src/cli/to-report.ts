import type { Lines } from "../base/lines.ts";
import type { Localized } from "../base/localized.ts";
import { maskSecrets, secretsIn } from "../base/secrets.ts";
import type { Span } from "../base/span.ts";
import { fixesOf, isAutomatic } from "../lint/fix-all.ts";
import type { Diagnostic } from "../lint/lint.ts";
import type { Fix } from "../rules/rule.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { ReportedFile, ReportedFinding, ReportedFix } from "./report.ts";

/** A short text that differs where texts differ: hex digits of a hash. */
export type Hash = (text: string) => string;

/** What was found in a file, as plain data. No password or key of the file is in it. */
export function toReport({ file, diagnostics }: Snapshot, hash: Hash): ReportedFile {
  const { path, lines, version, document } = file;
  const secrets = diagnostics.length > 0 ? secretsIn(document.text) : [];
  const shown = maskSecrets(document.text, secrets);
  const seen = new Map<string, number>();
  const findings = diagnostics.map((diagnostic): ReportedFinding => {
    const { at, code, severity, related = [] } = diagnostic;
    const range = lines.rangeOf(at);
    const [start, next] = [lines.startOf(range.start.line), lines.startOf(range.start.line + 1)];
    const source = shown.slice(start, next).replace(/[\r\n]+$/, "");
    // Word by word: an XML parser makes a blank of a line break.
    const hidden = within(secrets, start, Math.max(next, at.end)).flatMap((each) =>
      document.text.slice(each.start, each.end).split(/\s+/),
    );
    const text = without(hidden, diagnostic.text);
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
      fixes: fixesOf(diagnostic)
        .filter(
          ({ edits }) =>
            !edits.some(({ newText }) => hidden.some((secret) => secret !== "" && newText.includes(secret))),
        )
        .map((fix) => toFix(fix, diagnostic, path, lines)),
    };
  });
  return { path, tomcat: version.release?.text ?? version.line, findings };
}

/** Those of some spans in order that begin in a part of the text. */
function within(spans: readonly Span[], start: number, end: number): readonly Span[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Span[] = [];
  for (let index = low; index < spans.length; index++) {
    const each = spans[index];
    if (!each || each.start >= end) break;
    found.push(each);
  }
  return found;
}

/** Shorter texts stand in any sentence. */
const SHORTEST_SECRET = 3;

function without(secrets: readonly string[], text: Localized): Localized {
  const hide = (sentence: string) =>
    secrets.reduce(
      (shown, secret) => (secret.length < SHORTEST_SECRET ? shown : shown.replaceAll(secret, "***")),
      sentence,
    );
  return secrets.length === 0 ? text : { en: hide(text.en), ko: hide(text.ko) };
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
