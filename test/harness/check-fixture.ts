import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { silence } from "../../server/src/features/silence.ts";
import { rules as allRules } from "../../server/src/rules/index.ts";
import type { Rule } from "../../server/src/rules/rule.ts";
import { cases } from "./effort.ts";
import {
  broughtIn,
  type Change,
  changesOf,
  codesOf,
  type Found,
  fixedAll,
  made,
  type Texts,
  writeChanges,
} from "./fixed.ts";
import { readFixture, writeFixture } from "./fixture.ts";
import { workspaceOf } from "./workspace.ts";

/** What the fixes make of `name.xml` stands in `name.fixed.diff` beside it; a fixture without fixes has none. */
const FIXED = ".fixed.diff";

/** The names of a folder's fixtures; a result whose fixture is gone fails, or is taken away with UPDATE_FIXTURES. */
export function fixturesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder);
  for (const name of names.filter((each) => each.endsWith(FIXED))) {
    if (names.includes(name.replace(FIXED, ".xml"))) continue;
    assert.ok(process.env["UPDATE_FIXTURES"], `${name} belongs to no fixture`);
    rmSync(join(folder, name));
  }
  return names.filter((name) => name.endsWith(".xml"));
}

/** What these rules find in the files of a fixture. */
export async function findingsIn(texts: Texts, tomcat: string, active: readonly Rule[]): Promise<Found> {
  const workspace = workspaceOf(texts, tomcat, active);
  const found = new Map<string, Found extends ReadonlyMap<string, infer V> ? V : never>();
  for (const name of texts.keys()) {
    found.set(
      name,
      (await workspace.checkedIn(name)).flatMap(({ diagnostics }) => diagnostics),
    );
  }
  return found;
}

type Find = (texts: Texts) => Promise<Found>;

/** What some rules find in texts; the same texts are checked once, because two fixes often come to the same. */
function findingEach(tomcat: string, active: readonly Rule[]): Find {
  const known = new Map<string, Promise<Found>>();
  return (texts) => {
    const key = JSON.stringify([...texts]);
    const found = known.get(key) ?? findingsIn(texts, tomcat, active);
    known.set(key, found);
    return found;
  };
}

export interface FixtureCheck {
  /** The rules whose findings the fixture shows; of all others only what a fix would bring in counts. */
  readonly active: readonly Rule[];
  /** True where the comments that silence are written down too. */
  readonly silencing?: boolean;
}

/**
 * Holds a fixture against what is found in it and what its fixes write, or writes both anew with UPDATE_FIXTURES; the
 * findings are returned. Each fix must mend a finding of its kind and bring in no other of any rule.
 */
export async function checkFixture(path: string, { active, silencing = false }: FixtureCheck): Promise<Found> {
  const written = readFileSync(path, "utf8");
  const { files, tomcat } = readFixture(written);
  const ofActive = findingEach(tomcat, active);
  const find = findingEach(tomcat, allRules);
  const found = await ofActive(files);
  const everything = await find(files);

  matches(path, written, writeFixture({ files, tomcat }, found));
  const changes = changesOf(files, found);
  const silenced = await silencings(files, found, tomcat, active);
  const automatic = await fixedAll(files, found, ofActive);
  const several = changes.filter(({ kind }) => kind === "automatic").length > 1;
  const together: readonly Change[] = several
    ? [{ title: { en: "", ko: "" }, kind: "all automatic fixes", finding: undefined, file: "", after: automatic }]
    : [];
  const shown = [...changes, ...together, ...(silencing ? silenced : [])];
  const result = path.replace(/\.xml$/, FIXED);
  const before = existsSync(result) ? readFileSync(result, "utf8") : "";
  matches(result, before, writeChanges(files, shown));

  for (const { title, finding, after } of [...changes, ...cases(silenced)]) {
    assert.match(title.ko, /[가-힣]/);
    assert.notDeepEqual(after, files, `"${title.en}" changes nothing`);
    const left = await find(after);
    const code = finding?.code ?? "";
    assert.ok((codesOf(left).get(code) ?? 0) < (codesOf(everything).get(code) ?? 0), `"${title.en}" mends nothing`);
    assert.deepEqual(broughtIn(everything, left), [], `"${title.en}" brings in what was not there`);
  }
  // All fixes together bring in nothing new either.
  const all = await fixedAll(files, everything, find);
  assert.deepEqual(broughtIn(everything, await find(all)), [], "fix-all brings in what was not there");
  return found;
}

/** The comments that silence these findings, each made alone; mistakes of the XML cannot be silenced. */
async function silencings(
  texts: Texts,
  found: Found,
  tomcat: string,
  active: readonly Rule[],
): Promise<readonly Change[]> {
  const workspace = workspaceOf(texts, tomcat, active);
  const ids = new Set(active.map(({ id }) => id));
  const changes: Change[] = [];
  for (const [file, diagnostics] of found) {
    const snapshots = await workspace.checkedIn(file);
    for (const finding of diagnostics) {
      const snapshot = snapshots.find(({ diagnostics: all }) => all.some(({ at }) => at.start === finding.at.start));
      const quiet = snapshot && ids.has(finding.code) ? silence(finding, snapshot.file) : undefined;
      if (!quiet) continue;
      changes.push({ title: quiet.title, kind: "asked", finding, file, after: made(texts, file, quiet) });
    }
  }
  return changes;
}

function matches(path: string, written: string, expected: string): void {
  if (!process.env["UPDATE_FIXTURES"]) assert.equal(written, expected, path);
  else if (expected === "") rmSync(path, { force: true });
  else if (written !== expected) writeFileSync(path, expected);
}
