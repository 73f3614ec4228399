import type { Lines } from "../base/lines.ts";
import type { Localized } from "../base/localized.ts";
import { maskSecrets, secretsIn } from "../base/secrets.ts";
import type { Span } from "../base/span.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { fixesOf, isAutomatic } from "../lint/fix-all.ts";
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
  // Findings come in the order of their places: each line is cut out once.
  let row: Row | undefined;
  const findings = diagnostics.map((diagnostic): ReportedFinding => {
    const { at, code, severity, advisories, related = [] } = diagnostic;
    const range = lines.rangeOf(at);
    if (range.start.line !== row?.line) row = rowOf(range.start.line, shown, lines, hash);
    const long = row.text.length > LONG_LINE;
    const sourceStart = long ? Math.max(0, range.start.character - SHOWN / 2) : 0;
    const source = long ? row.text.slice(sourceStart, sourceStart + SHOWN) : row.text;
    const [start, next] = [lines.startOf(range.start.line), lines.startOf(range.start.line + 1)];
    // White space is collapsed, because an XML parser makes a blank of a line break. Of a long line the part around the
    // finding is taken.
    const from = long ? Math.max(start, at.start - NEAR) : start;
    const to = long ? at.end + NEAR : Math.max(next, at.end);
    const hidden = within(secrets, from, to).flatMap((each) =>
      document.text.slice(each.start, Math.min(each.end, each.start + LONGEST_QUOTED)).split(/\s+/),
    );
    const text = without(hidden, diagnostic.text);
    // The identity has the line's text, not its number, so that it stays when lines are added above. Equal ones are
    // counted.
    const identity = [path, code, row.identity, text.en].join("\n");
    const twin = seen.get(identity) ?? 0;
    seen.set(identity, twin + 1);
    return {
      code,
      severity,
      range,
      text,
      source,
      sourceStart,
      fingerprint: hash(`${identity}\n${twin}`),
      ...(advisories ? { advisories } : {}),
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
  const { line, release, standsFor } = version;
  const tomcat = standsFor ?? release?.text ?? line;
  return { path, tomcat, ...(standsFor === undefined ? {} : { readAs: line }), findings };
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

/** A longer line is shown in part, and its hash stands for it; in characters. */
const LONG_LINE = 1000;
/** What is shown of a long line around a finding. */
const SHOWN = 400;
/** No value that a message quotes is longer; in characters. */
const LONGEST_QUOTED = 20_000;
/** How far from a finding in a long line its message may quote a secret. */
const NEAR = 5000;

interface Row {
  readonly line: number;
  readonly text: string;
  readonly identity: string;
}

function rowOf(line: number, text: string, lines: Lines, hash: Hash): Row {
  let end = lines.startOf(line + 1);
  const start = lines.startOf(line);
  while (end > start && (text.charAt(end - 1) === "\n" || text.charAt(end - 1) === "\r")) end--;
  const whole = text.slice(start, end);
  const identity = whole.trim();
  return { line, text: whole, identity: identity.length <= LONG_LINE ? identity : hash(identity) };
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
