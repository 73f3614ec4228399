import { firstIndex } from "../base/first-index.ts";
import type { Lines, Range } from "../base/lines.ts";
import type { Localized } from "../base/localized.ts";
import { maskSecrets, secretsIn } from "../base/secrets.ts";
import type { Span } from "../base/span.ts";
import type { ConfigFile } from "../config/file.ts";
import { decodeURIComponentSafely } from "../config/site.ts";
import type { FrontFile } from "../front/model.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";

/** Gives a hash of a text as hex digits. */
export type Hash = (text: string) => string;

/** A finding as it may be shown outside of its file. It contains no password or key. */
export interface QuotedFinding {
  readonly diagnostic: Diagnostic;
  readonly range: Range;
  readonly text: Localized;
  /** The line it is on, or a part of a long one, with the offset in the line at which that part begins. */
  readonly source: string;
  readonly sourceStart: number;
  /** The secrets removed from the text. */
  readonly hidden: readonly string[];
  /** Unchanged when lines are added above; baselines name findings by it. */
  readonly fingerprint: string;
}

/**
 * The findings of a file, each with its line.
 *
 * @param place what the file is called in fingerprints: the same from wherever it is looked at
 */
export function quotedFindings(
  file: ConfigFile | FrontFile,
  diagnostics: readonly Diagnostic[],
  hash: Hash,
  place: string,
): readonly QuotedFinding[] {
  const { lines } = file;
  const written = "document" in file ? file.document.text : file.text;
  const secrets = diagnostics.length > 0 ? secretsIn(written) : [];
  const shown = maskSecrets(written, secrets);
  const seen = new Map<string, number>();
  // Findings are in the order of their places, so each line is cut out once.
  let row: Row | undefined;
  return diagnostics.map((diagnostic): QuotedFinding => {
    const { at, code } = diagnostic;
    const range = lines.rangeOf(at);
    if (range.start.line !== row?.line) row = rowOf(range.start.line, shown, lines, hash);
    const long = row.text.length > LONG_LINE;
    const sourceStart = long ? Math.max(0, range.start.character - SHOWN / 2) : 0;
    const source = long ? row.text.slice(sourceStart, sourceStart + SHOWN) : row.text;
    const [start, next] = [lines.startOf(range.start.line), lines.startOf(range.start.line + 1)];
    // White space is collapsed, because an XML parser turns a line break into a space. Of a long line, the part around
    // the finding is taken.
    const from = long ? Math.max(start, at.start - NEAR) : start;
    const to = long ? at.end + NEAR : Math.max(next, at.end);
    const hidden = within(secrets, from, to).flatMap((each) =>
      written.slice(each.start, Math.min(each.end, each.start + LONGEST_QUOTED)).split(/\s+/),
    );
    const text = without(hidden, diagnostic.text);
    // The identity contains the line's text, not its number, so that lines added above do not change it. Equal ones are
    // counted.
    const identity = [place, code, row.identity, text.en].join("\n");
    const twin = seen.get(identity) ?? 0;
    seen.set(identity, twin + 1);
    return { diagnostic, range, text, source, sourceStart, hidden, fingerprint: hash(`${identity}\n${twin}`) };
  });
}

/** A file's path relative to a folder it is below, as people read it; the whole path where it is not below it. */
export function placeBelow(folder: string | undefined, path: string): string {
  const below = folder !== undefined && (folder === "" || path.startsWith(`${folder}/`));
  return decodeURIComponentSafely(below && folder !== "" ? path.slice(folder.length + 1) : path);
}

/** The spans that begin in a part of the text; `spans` is in order. */
function within(spans: readonly Span[], start: number, end: number): readonly Span[] {
  const found: Span[] = [];
  for (let index = firstIndex(spans, (each) => each.start >= start); index < spans.length; index++) {
    const each = spans[index];
    if (!each || each.start >= end) break;
    found.push(each);
  }
  return found;
}

/** Shorter secrets are not removed: such texts occur in any sentence. */
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
/** The length of the part of a long line that is shown, in characters. */
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
