import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CheckHost } from "../../server/src/cli/batch.ts";
import { check } from "../../server/src/cli/check.ts";
import type { Diagnostic } from "../../server/src/lint/diagnostic.ts";
import { fixAllEdits } from "../../server/src/lint/fix-all.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { ClusterRule } from "../../server/src/rules/rule.ts";
import { hostOf } from "../harness/check-host.ts";
import { BROKEN } from "../harness/shell.ts";

/** So that the nodes are known for one cluster: a group of its own. */
const CLUSTER = `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Membership className="org.apache.catalina.tribes.membership.McastService" address="228.1.2.3"/>
        </Channel>
      </Cluster>`;

/** One cluster of so many nodes, all with a mistake that is mended without asking. */
function cluster(nodes: number): Map<string, string> {
  return new Map(
    Array.from({ length: nodes }, (_, index) => [
      `node${index}/conf/server.xml`,
      BROKEN.replace("=node1", `=node${index}`).replace(/<Cluster .*\/>/, CLUSTER),
    ]),
  );
}

/** Fixes a cluster; gives back how many nodes rules over clusters looked at, and what was written. */
async function fix(nodes: number) {
  const files = cluster(nodes);
  let looks = 0;
  const counter: ClusterRule = {
    id: "counter",
    group: "nodes",
    severity: "hint",
    summary: { en: "", ko: "" },
    scope: "cluster",
    check({ sites }) {
      looks += sites.length;
    },
  };
  const written = new Map<string, string>();
  const host: CheckHost = {
    ...hostOf(files),
    rules: [...rules.filter(({ group }) => group === "structure"), counter],
    edit: (path, before, after) => {
      assert.equal(before, files.get(path));
      written.set(path, after);
      return Promise.resolve(undefined);
    },
  };
  const { problems } = await check([""], host, {
    locale: "en",
    line: "9.0",
    fix: "write",
    baseline: undefined,
    updateBaseline: false,
    allowEmpty: false,
    failOn: "hint",
  });
  assert.deepEqual(problems, []);
  return { looks, written };
}

describe("--fix", () => {
  test("checks a cluster as often as it has rounds, not as it has nodes", async () => {
    const [some, twice] = [await fix(40), await fix(80)];
    assert.equal(some.written.size, 40);
    assert.equal(twice.written.size, 80);
    assert.ok(some.looks > 0);
    assert.ok(twice.looks <= some.looks * 2.1, `${some.looks} → ${twice.looks}`);
  });

  test("mends every node", async () => {
    const { written } = await fix(3);
    const text = written.get("node2/conf/server.xml") ?? "";
    assert.ok(text.includes('jvmRoute="node2"'), text);
  });

  test("sorts out edits that touch each other one by one, the first wins", () => {
    const finding = (start: number, end: number): Diagnostic => ({
      at: { start, end },
      code: "own",
      severity: "hint",
      automatic: true,
      text: { en: "", ko: "" },
      fix: { title: { en: "", ko: "" }, edits: [{ span: { start, end }, newText: "" }] },
    });
    const spans = (...all: readonly (readonly [number, number])[]) =>
      fixAllEdits(all.map(([start, end]) => finding(start, end))).map(({ span }) => [span.start, span.end]);
    assert.deepEqual(spans([5, 9], [0, 5], [9, 12]), [
      [0, 5],
      [5, 9],
      [9, 12],
    ]);
    assert.deepEqual(spans([5, 9], [8, 12], [4, 6], [6, 7], [6, 6], [5, 9]), [[5, 9]]);
    assert.deepEqual(spans([5, 5], [5, 5], [5, 9], [9, 9]), [
      [5, 5],
      [5, 9],
      [9, 9],
    ]);
    // By the square this would take minutes.
    assert.equal(
      fixAllEdits(Array.from({ length: 200_000 }, (_, index) => finding(index * 2, index * 2 + 1))).length,
      200_000,
    );
  });
});
