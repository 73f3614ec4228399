import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { silence } from "../../server/src/features/silence.ts";
import type { Diagnostic } from "../../server/src/lint/diagnostic.ts";
import { rules as allRules } from "../../server/src/rules/index.ts";
import type { Rule } from "../../server/src/rules/rule.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
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
export function findingsIn(texts: Texts, tomcat: string, active: readonly Rule[]): Promise<Found> {
  return foundBy(workspaceOf(texts, tomcat, active), texts);
}

async function foundBy(workspace: Workspace, texts: Texts): Promise<Found> {
  const found = new Map<string, readonly Diagnostic[]>();
  for (const name of texts.keys()) {
    found.set(
      name,
      (await workspace.checkedIn(name)).flatMap(({ diagnostics }) => diagnostics),
    );
  }
  return found;
}

/** Texts that were read once, and what all rules find in them. */
interface Checked {
  readonly workspace: Workspace;
  readonly found: Found;
}

type Check = (texts: Texts) => Promise<Checked>;

/** Checks texts with all rules; the same texts are checked once, because two fixes often come to the same. */
function checkingEach(tomcat: string): Check {
  const known = new Map<string, Promise<Checked>>();
  return (texts) => {
    const key = JSON.stringify([...texts]);
    const checked = known.get(key) ?? checkAll(texts, tomcat);
    known.set(key, checked);
    return checked;
  };
}

async function checkAll(texts: Texts, tomcat: string): Promise<Checked> {
  const workspace = workspaceOf(texts, tomcat);
  return { workspace, found: await foundBy(workspace, texts) };
}

/** The findings without those of rules that a fixture is not about; what is no rule's, as a mistake of the XML, stays. */
function ofRules(found: Found, active: readonly Rule[]): Found {
  const others = new Set(allRules.filter((rule) => !active.includes(rule)).map(({ id }) => id));
  return new Map([...found].map(([name, all]) => [name, all.filter(({ code }) => !others.has(code))]));
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
  const check = checkingEach(tomcat);
  const find = async (texts: Texts) => (await check(texts)).found;
  const { workspace, found: everything } = await check(files);
  const found = ofRules(everything, active);

  matches(path, written, writeFixture({ files, tomcat }, found));
  const changes = changesOf(files, found);
  const silenced = await silencings(files, found, workspace, active);
  const automatic = await fixedAll(files, found, async (texts) => ofRules(await find(texts), active));
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
  workspace: Workspace,
  active: readonly Rule[],
): Promise<readonly Change[]> {
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
