import type { ConfigFile } from "../config/file.ts";
import type { NodeFinding } from "../rules/rule.ts";

/** The paths of files that several nodes start with. */
export function sharedPaths(files: readonly ConfigFile[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ path, reading }) => (reading.properties.run ? [path] : [])));
}

/**
 * The findings of a rule over nodes, where several of these start with one file: what is said of each of them in the same
 * words stands there once, and without fixes, because a fix of one node's value would change it for all.
 */
export function heldApart<Found extends NodeFinding>(
  findings: readonly Found[],
  shared: ReadonlySet<string>,
): readonly Found[] {
  if (shared.size === 0) return findings;
  const said = new Set<string>();
  return findings.flatMap((finding) => {
    const { file, at, text } = finding;
    const key = `${file.path} ${at.start} ${at.end} ${text.en}`;
    if (shared.has(file.path) && said.has(key)) return [];
    said.add(key);
    return [withoutFixes(finding, shared)];
  });
}

function withoutFixes<Found extends NodeFinding>(finding: Found, shared: ReadonlySet<string>): Found {
  const fixes = finding.fix === undefined ? [] : [finding.fix].flat();
  const left = fixes.filter(
    ({ edits, elsewhere = [] }) =>
      (edits.length === 0 || !shared.has(finding.file.path)) && elsewhere.every(({ file }) => !shared.has(file.path)),
  );
  return left.length === fixes.length ? finding : { ...finding, fix: left };
}
