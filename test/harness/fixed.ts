import assert from "node:assert/strict";
import { structuredPatch } from "diff";
import { Lines } from "../../server/src/base/lines.ts";
import type { Localized } from "../../server/src/base/localized.ts";
import { applyEdits, type Edit } from "../../server/src/base/span.ts";
import { writtenIn } from "../../server/src/config/launch/held-path.ts";
import type { Diagnostic } from "../../server/src/lint/diagnostic.ts";
import { fixAllEdits, fixesOf, isAutomatic } from "../../server/src/lint/fix-all.ts";
import type { FileEdits } from "../../server/src/rules/rule.ts";

/** Texts of a fixture by the names of their files. */
export type Texts = ReadonlyMap<string, string>;
/** What was found in them, by file. */
export type Found = ReadonlyMap<string, readonly Diagnostic[]>;

/** A change a fix makes, and what is left to find behind it. */
export interface Change {
  readonly title: Localized;
  /** `automatic` or `asked`; `all automatic fixes` where several are made at once. */
  readonly kind: string;
  /** The finding it mends, in its file; undefined for several at once. */
  readonly finding: Diagnostic | undefined;
  readonly file: string;
  readonly after: Texts;
}

/** A fix as far as a change of texts needs it: that of a finding, or the comment that silences it. */
export interface OfferedFix {
  readonly title: Localized;
  readonly edits: readonly Edit[];
  readonly elsewhere?: readonly FileEdits[];
}

/** So often the command line makes its fixes, checking anew in between; two fixes of one place need two. */
const ROUNDS = 4;

/** Every fix that is offered, each made alone in the texts as they are written. */
export function changesOf(texts: Texts, found: Found): readonly Change[] {
  return [...found].flatMap(([file, diagnostics]) =>
    diagnostics.flatMap((finding) =>
      fixesOf(finding).map((fix) => ({
        title: fix.title,
        kind: isAutomatic(fix, finding) ? "automatic" : "asked",
        finding,
        file,
        after: made(texts, file, fix),
      })),
    ),
  );
}

/** The texts after one fix in one file and what belongs to it elsewhere. */
export function made(texts: Texts, file: string, { edits, elsewhere = [] }: OfferedFix): Texts {
  const after = new Map(texts);
  const all = new Map<string, readonly Edit[]>([[file, edits]]);
  const edited = new Set([file]);
  for (const { file: other, edits: more } of elsewhere) {
    assert.ok(!edited.has(other.path), `${other.path} is edited twice`);
    edited.add(other.path);
    const name = writtenIn(other.path);
    all.set(name, [...(all.get(name) ?? []), ...more]);
  }
  for (const [name, list] of all) {
    const text = texts.get(name);
    assert.ok(text !== undefined, `${name} is edited and is no file of the fixture`);
    after.set(name, applyEdits(text, list));
  }
  return after;
}

/** What fix-all makes of all files; `find` checks texts anew. Fails where it would never come to rest. */
export async function fixedAll(texts: Texts, found: Found, find: (texts: Texts) => Promise<Found>): Promise<Texts> {
  let left = found;
  let after = texts;
  for (let round = 0; round < ROUNDS; round++) {
    const before = after;
    after = new Map([...before].map(([name, text]) => [name, applyEdits(text, fixAllEdits(left.get(name) ?? []))]));
    if ([...after].every(([name, text]) => before.get(name) === text)) return after;
    left = await find(after);
  }
  assert.fail(`fix-all still changes something after ${ROUNDS} rounds`);
}

/** How often each code is found, in all files together. */
export function codesOf(found: Found): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of [...found.values()].flat()) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** Codes that are found more often than before, each with a text of what was found. */
export function broughtIn(before: Found, after: Found): readonly string[] {
  const known = codesOf(before);
  const texts = [...after.values()].flat();
  return [...codesOf(after)]
    .filter(([code, count]) => count > (known.get(code) ?? 0))
    .map(([code]) => `${code}: ${texts.findLast((each) => each.code === code)?.text.en}`);
}

/**
 * What the fixes make of a fixture, for a reader: a section for each, with the lines it takes out and puts in.
 *
 *     == 6:87 receiver-port, asked: Set port to 4000
 *     -          <Receiver port="70000"/>
 *     +          <Receiver port="4000"/>
 *
 * A file is named where the fixture has several or the change is in another one. Where the lines touched do not show
 * what stands around them (nothing is taken out, nothing put in, or lines move), the neighbouring ones are shown too.
 */
export function writeChanges(texts: Texts, changes: readonly Change[]): string {
  return changes.map((change) => `== ${headOf(change, texts)}\n${linesOf(texts, change)}`).join("\n");
}

function headOf({ title, kind, finding, file }: Change, texts: Texts): string {
  if (!finding) return kind;
  const { line, character } = new Lines(texts.get(file) ?? "").positionAt(finding.at.start);
  const place = `${texts.size > 1 ? `${file}:` : ""}${line + 1}:${character + 1}`;
  return `${place} ${finding.code}, ${kind}: ${title.en}`;
}

function linesOf(texts: Texts, { after }: Change): string {
  const parts: string[] = [];
  for (const [name, text] of after) {
    const before = texts.get(name) ?? "";
    if (before === text) continue;
    if (texts.size > 1) parts.push(`@@ ${name}\n`);
    structuredPatch(name, name, before, text, undefined, undefined, { context: 1 }).hunks.forEach(
      ({ lines }, index) => {
        if (index > 0) parts.push("…\n");
        const replaced = /^ *-+\++ *$/.test(lines.map((line) => line.charAt(0)).join(""));
        for (const line of lines) if (!replaced || !line.startsWith(" ")) parts.push(`${line}\n`);
      },
    );
  }
  return parts.join("") || "(changes nothing)\n";
}
