import { groupBy } from "../base/group-by.ts";
import { itemAt } from "../base/item-at.ts";
import type { Lines } from "../base/lines.ts";
import { maskSecrets } from "../base/secrets.ts";
import { writtenIn } from "../config/launch/held-path.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { fixesOf, isAutomatic } from "../lint/fix-all.ts";
import type { Fix } from "../rules/rule.ts";
import type { FrontSnapshot } from "../workspace/front-snapshot.ts";
import { type Hash, type QuotedFinding, quotedFindings } from "../workspace/quoted.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { ReportedFile, ReportedFinding, ReportedFix } from "./report.ts";

/**
 * The findings of a file as plain data, which contains no password or key of the file.
 *
 * @param place the file's name in fingerprints
 */
export function toReport(
  { file, diagnostics, silenced }: Snapshot | FrontSnapshot,
  hash: Hash,
  place: string,
): ReportedFile {
  const path = writtenIn(file.path);
  // What is silenced stands behind: the fingerprints of the others are those they would have without it.
  const all = [...diagnostics, ...silenced.map(({ diagnostic }) => diagnostic)];
  const quoted = quotedFindings(file, all, hash, place).map((each) => toFinding(each, path, file.lines));
  const findings = quoted.slice(0, diagnostics.length);
  const text = silenced.length > 0 ? maskSecrets("document" in file ? file.document.text : file.text) : "";
  const beside = silenced.map(({ reason: { start, end } }, index) => ({
    finding: itemAt(quoted, diagnostics.length + index),
    reason: text.slice(start, end),
  }));
  const both = { findings, ...(beside.length > 0 ? { silenced: beside } : {}) };
  if (!("version" in file)) return { path, front: file.product, ...both };
  const { line, release, standsFor } = file.version;
  const tomcat = standsFor ?? release?.text ?? line;
  return { path, tomcat, ...(standsFor === undefined ? {} : { readAs: line }), ...both };
}

function toFinding(
  { diagnostic, range, text, source, sourceStart, hidden, fingerprint }: QuotedFinding,
  path: string,
  lines: Lines,
): ReportedFinding {
  const { code, severity, advisories, related = [] } = diagnostic;
  return {
    code,
    severity,
    range,
    text,
    source,
    sourceStart,
    fingerprint,
    ...(advisories ? { advisories } : {}),
    related: related.map((place) => ({
      path: writtenIn(place.file.path),
      range: place.file.lines.rangeOf(place.at),
      text: place.text,
    })),
    fixes: fixesOf(diagnostic)
      .filter(
        ({ edits, writesSecret }) =>
          !writesSecret &&
          !edits.some(({ newText }) => hidden.some((secret) => secret !== "" && newText.includes(secret))),
      )
      .map((fix) => toFix(fix, diagnostic, path, lines)),
  };
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
      ...elsewhere.flatMap((other) => ofFile(writtenIn(other.file.path), other.file.lines, other.edits)),
    ],
  };
}

/**
 * One entry for each file: several batches have the same load balancer's file, and a manifest may hold several
 * configurations.
 */
export function joined(files: readonly ReportedFile[]): ReportedFile[] {
  return [...groupBy(files, ({ path }) => path).values()].map(([first, ...others]) => {
    if (others.length === 0) return first;
    const parts = [first, ...others];
    const silenced = parts.flatMap((each) => each.silenced ?? []);
    return {
      ...first,
      findings: parts.flatMap(({ findings }) => findings),
      ...(silenced.length > 0 ? { silenced } : {}),
    };
  });
}
