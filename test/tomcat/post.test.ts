import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { applyEdits } from "../../server/src/base/span.ts";
import { fixesOf } from "../../server/src/lint/fix-all.ts";
import type { Line } from "../../server/src/schema/lines.ts";
import { workspaceOf } from "../harness/workspace.ts";
import { type Files, failover, trial } from "./cluster/journey.ts";
import { makeNetwork } from "./cluster/network.ts";
import { BARE, clusterOfPost, onSecond, tomcatOfPost } from "./cluster/post.ts";
import { ALL, describeOn, missingTomcat, newest, started } from "./tomcats.ts";

type Pair = readonly [Files, Files];

/** How long a value is waited for where none should come, in milliseconds. */
const LONG_ENOUGH = 6000;

/** All files of both nodes, by their paths in one folder. */
function together(pair: Pair): Map<string, string> {
  return new Map(
    pair.flatMap((files, index) => [...files].map(([path, text]) => [`node${index + 1}/${path}`, text] as const)),
  );
}

/** The ids of what we find in both nodes. */
async function found(pair: Pair, line: Line): Promise<readonly string[]> {
  const all = together(pair);
  const workspace = workspaceOf(all, line);
  const codes = new Set<string>();
  for (const path of all.keys()) {
    for (const { code } of (await workspace.snapshot(path))?.diagnostics ?? []) codes.add(code);
  }
  return [...codes].sort();
}

/** The same nodes with the first fix of these findings made, wherever they are found. */
async function fixed(pair: Pair, line: Line, ...codes: readonly string[]): Promise<Pair> {
  const all = together(pair);
  for (const code of codes) {
    for (const path of all.keys()) {
      const diagnostics = (await workspaceOf(all, line).snapshot(path))?.diagnostics ?? [];
      const fix = diagnostics.filter((each) => each.code === code).flatMap(fixesOf)[0];
      if (fix) all.set(path, applyEdits(all.get(path) ?? "", fix.edits));
    }
  }
  const of = (node: string): Files =>
    new Map([...all].filter(([path]) => path.startsWith(node)).map(([path, text]) => [path.slice(node.length), text]));
  return [of("node1/"), of("node2/")];
}

const folder = mkdtempSync(join(tmpdir(), "tomcat-post-"));
after(() => rmSync(folder, { recursive: true }));
const network = missingTomcat ? undefined : makeNetwork(true);
after(() => network?.remove());
const skip = missingTomcat || (network ? false : "needs ip and the right to make network namespaces");
const around = () => ({ options: ["-Djava.net.preferIPv4Stack=true"] });

for (const tomcat of ALL ? started : newest) {
  describeOn(tomcat, `the post's clusters on Tomcat ${tomcat.release}`, { skip }, (test) => {
    const { line } = tomcat;
    const both = (clusters: string, webInf: string): Pair => [
      tomcatOfPost(line, clusters, webInf),
      tomcatOfPost(line, onSecond(clusters), webInf),
    ];
    const place = (name: string, files: Pair) => {
      assert.ok(network);
      return { tomcat, places: network.places, folder: join(folder, `${tomcat.release}-${name}`), files, around };
    };

    test("multicast, as written: nothing is replicated, and we say why", async () => {
      const pair = both(`${BARE}\n${clusterOfPost("multicast")}`, "WEB_INF");
      const ids = await found(pair, line);
      for (const id of [
        "element-replaced",
        "deployer-outside-host",
        "distributable-without-effect",
        "web-inf-misspelt",
      ]) {
        assert.ok(ids.includes(id), `${id} is missing in ${ids}`);
      }
      const { replicated, warnings } = await trial(place("written", pair), LONG_ENOUGH);
      assert.equal(replicated, false);
      // deployer-outside-host
      assert.ok(
        warnings.some((each) => each.includes("FarmWarDeployer can only work as host cluster subelement")),
        `${warnings}`,
      );
    });

    test("multicast, with what our fixes change and WEB-INF spelt right: a session survives", async (context) => {
      const pair = await fixed(
        both(`${BARE}\n${clusterOfPost("multicast")}`, "WEB-INF"),
        line,
        ...["element-replaced", "deployer-outside-host", "jvm-route-missing", "jvm-route-duplicate"],
      );
      const left = await found(pair, line);
      for (const id of ["element-replaced", "deployer-outside-host", "jvm-route-missing"])
        assert.ok(!left.includes(id), id);
      context.diagnostic(`seconds: ${await failover(place("mended", pair))}`);
    });

    test("static, the same file on both but for the addresses: nothing listens at 4010", async () => {
      const pair = both(clusterOfPost("static"), "WEB-INF");
      assert.ok((await found(pair, line)).includes("static-auto-bind"));
      // Until then the Receiver might have slipped there.
      const bound = await fixed(pair, line, "static-auto-bind");
      assert.ok((await found(bound, line)).includes("member-port-differs"));
      assert.equal((await trial(place("same", pair), LONG_ENOUGH)).replicated, false);
    });

    test("static, with 4010 on the second and each other's ids: a session survives", async (context) => {
      const first = clusterOfPost("static");
      const swap: Readonly<Record<string, string>> = {
        "4000": "4010",
        "4010": "4000",
        "15,1}": "15,2}",
        "15,2}": "15,1}",
      };
      const second = onSecond(first).replace(/4000|4010|15,[12]\}/g, (text) => swap[text] ?? text);
      const pair: Pair = [tomcatOfPost(line, first, "WEB-INF"), tomcatOfPost(line, second, "WEB-INF")];
      context.diagnostic(`seconds: ${await failover(place("meant", pair))}`);
    });
  });
}
