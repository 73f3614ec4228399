import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe } from "node:test";
import { readResources } from "../../server/src/entry/logs/resources.ts";
import { phrasesOf } from "../../server/src/logs/recognition/phrases.ts";
import { storyOfMessages } from "../harness/logs.ts";
import { diagnosisOf, disagreements, loggingOptions, storyOfLog, withTexts } from "./cluster/logged.ts";
import { makeNetwork } from "./cluster/network.ts";
import { LANGUAGES, SCENES, toldIn } from "./cluster/scenes/index.ts";
import { canShiftClocks, NO_CLOCK, play, unnamed } from "./cluster/scenes/play.ts";
import { filesOf, type Scene } from "./cluster/scenes/scene.ts";
import { Tomcat, until, writeBase } from "./cluster/tomcat.ts";
import { ALL, describeOn, missingTomcat, type RealTomcat, started } from "./tomcats.ts";

const ONLY = new RegExp(process.env["ONLY"] ?? "");
const NO_NETWORK = "needs ip and the right to make network namespaces";
const folder = mkdtempSync(join(tmpdir(), "tomcat-logs-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Whether a Tomcat plays a scene: all do that can where all are asked for, else one of them. */
function plays(scene: Scene, index: number, tomcat: RealTomcat): boolean {
  const able = started.filter((each) => scene.change?.isIn(each) ?? true);
  return ALL ? able.includes(tomcat) : able[index % able.length] === tomcat;
}

describe("the logs of real Tomcats", { concurrency: 4 }, () => {
  for (const [turn, tomcat] of started.entries()) {
    describeOn(
      tomcat,
      `the log of a real Tomcat ${tomcat.release}`,
      { concurrency: 1, skip: missingTomcat },
      (check) => {
        check("a log of VerbatimFormatter is understood by the Tomcat's own texts", async (context) => {
          const network = makeNetwork();
          if (!network) {
            context.skip(NO_NETWORK);
            return;
          }
          const layout = "org.apache.juli.VerbatimFormatter";
          const language = LANGUAGES[turn % 3] ?? "en";
          const real = withTexts(tomcat, language);
          const tomcats: Tomcat[] = [];
          try {
            for (const which of [0, 1] as const) {
              const base = join(folder, `${turn}-verbatim-${which}`);
              const place = network.places[which];
              writeBase(base, filesOf({ line: tomcat.line, place, index: which, layout }, {}));
              const started = new Tomcat({ real, place, base, options: loggingOptions(base, language) });
              tomcats.push(started);
              assert.ok(await until(() => started.log.includes(`${place.address}:4000`), 90_000), started.log);
            }
            const resources = await readResources(dirname(real.jars[0] ?? ""));
            assert.ok(resources);
            const phrases = phrasesOf(resources);
            const seen = () =>
              storyOfMessages(tomcats[0]?.log ?? "", phrases).timeline.map(({ kind, members }) =>
                `${kind.id} ${members[0]?.host ?? ""}`.trim(),
              );
            const other = `member-added ${network.places[1].address}`;
            assert.ok(await until(() => seen().includes(other), 60_000), `${seen()}\n${tomcats[0]?.log}`);
            assert.ok(seen().includes("receiver-bound"), `${seen()}`);
          } finally {
            await Promise.all(tomcats.map((each) => each.kill()));
            network.remove();
          }
        });

        for (const [index, scene] of SCENES.entries()) {
          const { language, layout } = toldIn(index, turn);
          const title = `${scene.name}, in ${language}, ${layout.split(".").at(-1)}`;
          if (!plays(scene, index, tomcat) || !ONLY.test(`${tomcat.release} ${title}`)) continue;
          check(title, async (context) => {
            const network = makeNetwork();
            if (!network || (scene.ahead !== undefined && !canShiftClocks())) {
              network?.remove();
              context.skip(network ? NO_CLOCK : NO_NETWORK);
              return;
            }
            const played = await play(scene, {
              ...{ tomcat, network, language, layout },
              folder: join(folder, `${turn}-${index}`),
            });
            const shown = played.logs.join("\n--- node2\n");
            const keep = process.env["KEEP"];
            if (keep) writeFileSync(join(keep, `${turn}-${index}.log`), shown);
            const { missing, others } = unnamed(scene, played.logs);
            assert.deepEqual({ missing, others }, { missing: [], others: [] }, shown);
            if (scene.ahead !== undefined) {
              const { stories, clocks } = diagnosisOf(played.logs);
              const [, second] = stories;
              const offset = second && clocks.get(second)?.offset;
              assert.ok(offset !== undefined, "the logs tell nothing of the clocks");
              assert.ok(Math.abs(offset - scene.ahead * 1000) <= 1000, `${offset} ms`);
            }
            for (const log of played.logs) {
              assert.deepEqual(await disagreements(tomcat, log), []);
              assert.ok(storyOfLog("node", log).timeline.length > 0, shown);
            }
          });
        }
      },
    );
  }
});
