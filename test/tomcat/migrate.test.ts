import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { MigratedFile } from "../../server/src/migrate/model.ts";
import { isBackwards } from "../../server/src/migrate/steps.ts";
import { type Line, lineFacts } from "../../server/src/schema/lines.ts";
import type { TomcatVersion } from "../../server/src/schema/model.ts";
import { findingsOf } from "../harness/workspace.ts";
import { differencesOf, keptIn, unsaid } from "./migrate/compare.ts";
import { type Configuration, of90, wizards } from "./migrate/corpus.ts";
import { mindedBy, moved, type Run, readable, settingsOf, startAll } from "./migrate/journey.ts";
import { makeKeys } from "./migrate/keys.ts";
import { ALL, missingTomcat, type RealTomcat, started, tomcats, versionOf } from "./tomcats.ts";

/** Of each kind of configuration the ones that CI takes; all with `npm run test:tomcat`. */
const EVERY = ALL ? 1 : 9;
/** The least whole configurations that have to come through where all are taken. */
const LEAST = 200;

const folder = mkdtempSync(join(tmpdir(), "tomcat-migrate-"));
after(() => rmSync(folder, { recursive: true }));

/** The oldest 9.0 that is here and the newest release of each line: the way of a configuration. */
const way = missingTomcat
  ? []
  : [...new Set([...tomcats.slice(0, 1), ...started.filter(({ release }) => release.text !== "9.0.70")])];
const settings = settingsOf(way.map(versionOf));

/** A configuration on its way. */
interface Traveller extends Configuration {
  /** What the Tomcat it comes from made of it; undefined for a line that does not run here. */
  readonly run: Run | undefined;
  readonly version: TomcatVersion;
}

interface Arrival {
  /** Names the folder in which they start. */
  readonly label: string;
  readonly note?: (text: string) => void;
  readonly keepDefaults?: boolean;
}

const samplesOf = (all: readonly Configuration[]): readonly Configuration[] =>
  all.filter((_, index) => index % EVERY === 0);

/** Defaults of a later release in Debian's 9.0.43: Apache's, which the facts have, is what is written down. */
const MENDED_BY_DEBIAN: ReadonlySet<string> = new Set(["overheadCountFactor"]);

/** What the older lines, which do not run here, had written for them. */
const OF_OLD: readonly Line[] = ["7.0", "8.5"];

describe("a whole configuration is moved from line to line, and runs on each", { skip: missingTomcat }, () => {
  let travellers: Traveller[] = [];
  /** All of them as they set out, whatever became of them on the way. */
  const outset: Traveller[] = [];

  for (const [index, tomcat] of way.entries()) {
    test(`${index === 0 ? "they start with" : "moved to"} ${tomcat.release}`, async (context) => {
      travellers = index === 0 ? await setOut(tomcat) : await move(tomcat, context.diagnostic.bind(context));
      if (index === 0) outset.push(...travellers);
      if (index === 1) {
        const old = ofOldLines();
        outset.push(...old);
        travellers.push(...(await arrive(old, tomcat, { label: "old lines" })));
      }
      if (tomcat.line !== "9.0") {
        const own = startedOn(tomcat);
        outset.push(...own);
        travellers.push(...own);
      }
      context.diagnostic(`${travellers.length} configurations`);
      const least = index === way.length - 1 ? LEAST : LEAST / 2;
      assert.ok(travellers.length >= (ALL ? least : least / EVERY / 2), `${travellers.length} configurations`);
    });
  }

  for (const tomcat of way.slice(1)) {
    test(`moved to ${tomcat.release} with old defaults written down, they differ in none of them`, async (context) => {
      const some = outset.filter(({ version }) => isBackwards(versionOf(tomcat), version));
      const kept = await arrive(some, tomcat, {
        label: "kept",
        note: context.diagnostic.bind(context),
        keepDefaults: true,
      });
      assert.ok(kept.length >= some.length / 2, `${kept.length} of ${some.length} run`);
    });
  }

  /** Those that the first Tomcat runs without a word. */
  async function setOut(tomcat: RealTomcat): Promise<Traveller[]> {
    const version = versionOf(tomcat);
    const some = samplesOf(of90(makeKeys(folder)));
    const silent = readable(
      tomcat,
      some.map(({ text }) => text),
      join(folder, "read"),
    );
    const all: Configuration[] = [];
    for (const [index, each] of some.entries()) {
      // A mutant that Tomcat minds when it reads it is not worth a start, and what our check says of it is no news.
      if (each.sound || (silent.has(index) && !(await isChecked(each.text, version)))) all.push(each);
    }
    const runs = start(tomcat, all, "old");
    return all.flatMap((each, index) => {
      const run = runs[index];
      const minded = run ? mindedBy(run) : ["no answer"];
      if (each.sound) assert.deepEqual(minded, [], each.name);
      return minded.length === 0 ? [{ ...each, run, version }] : [];
    });
  }

  /** True for what our own check warns of. */
  async function isChecked(text: string, { line, release }: TomcatVersion): Promise<boolean> {
    const found = (await findingsOf("conf/server.xml", text, `${release ?? line}`)) ?? [];
    return found.some(({ severity }) => severity === "error" || severity === "warning");
  }

  /** What is written for a line itself, and what it ships, sets out there. */
  function startedOn(tomcat: RealTomcat): Traveller[] {
    const shipped = tomcat.packagedHome && join(tomcat.packagedHome, "skel/conf/server.xml");
    const all = [
      ...samplesOf(wizards(tomcat.line)),
      ...(shipped
        ? [{ name: `shipped with ${tomcat.release}`, text: readFileSync(shipped, "utf8"), sound: true }]
        : []),
    ];
    const runs = start(tomcat, all, "own");
    return all.map((each, index) => {
      const run = runs[index];
      assert.deepEqual(run && mindedBy(run), [], each.name);
      return { ...each, run, version: versionOf(tomcat) };
    });
  }

  function ofOldLines(): readonly Traveller[] {
    return OF_OLD.flatMap((line) => {
      const version = { line, release: lineFacts(line).newest };
      return samplesOf(wizards(line)).map((each) => ({ ...each, run: undefined, version }));
    });
  }

  const move = (tomcat: RealTomcat, note: (text: string) => void) =>
    arrive(travellers, tomcat, { label: "moved", note });

  /** Moves them, and holds what the Tomcat they come to makes of each against its report. */
  async function arrive(
    all: readonly Traveller[],
    tomcat: RealTomcat,
    { label, note, keepDefaults = false }: Arrival,
  ): Promise<Traveller[]> {
    const version = versionOf(tomcat);
    const plans: MigratedFile[] = [];
    for (const { text, version: from } of all) plans.push(await moved(text, from, version, { keepDefaults }));
    const runs = start(
      tomcat,
      plans.map(({ after: text }, index) => ({ ...all[index], text })),
      label,
    );
    const wrong: string[] = [];
    let compared = 0;
    let written = 0;
    const arrived = all.flatMap((each, index): Traveller[] => {
      const [plan, run] = [plans[index], runs[index]];
      assert.ok(plan && run, each.name);
      const left = plan.entries.filter(({ bucket }) => bucket === "by-hand" || bucket === "unknown");
      const minded = mindedBy(run);
      if (minded.length > 0) {
        // What the report leaves to a person may be minded; all else must not be.
        if (left.length === 0) wrong.push(`${each.name}: ${minded.join(" | ")}`);
        return [];
      }
      if (each.run?.objects && run.objects) {
        const [was, is] = [
          { line: each.version.line, live: each.run.objects },
          { line: version.line, live: run.objects },
        ];
        const differences = differencesOf(was, is);
        compared += differences.length;
        wrong.push(...unsaid(plan, differences).map((said) => `${each.name}: ${said}`));
        if (keepDefaults) {
          const names = keptIn(plan);
          written += names.size;
          const lost = differences.filter(
            ({ path, name }) => names.has(`${path} ${name}`) && !MENDED_BY_DEBIAN.has(name),
          );
          wrong.push(...lost.map(({ text }) => `${each.name}: written down, and yet ${text}`));
        }
      }
      return [{ ...each, text: plan.after, run, version }];
    });
    note?.(`${compared} differences, all of them in the reports`);
    if (keepDefaults) note?.(`${written} old defaults written down`);
    assert.deepEqual(wrong, []);
    return arrived;
  }

  function start(tomcat: RealTomcat, all: readonly { readonly text: string }[], label: string): readonly Run[] {
    const texts = all.map(({ text }) => text);
    return startAll(tomcat, texts, settings, join(folder, `${tomcat.release}-${label.replace(" ", "-")}`));
  }
});
