import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { newFiles } from "../../server/src/create/files.ts";
import { nodesAt } from "../../server/src/create/plan.ts";
import { planMigration } from "../../server/src/migrate/plan.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Line } from "../../server/src/schema/lines.ts";
import { memoryFiles } from "../../server/src/workspace/memory-files.ts";
import { plansFor } from "../harness/plans.ts";
import { workspaceOf } from "../harness/workspace.ts";
import { type Files, moveNodeByNode } from "./cluster/journey.ts";
import { makeNetwork, type Place } from "./cluster/network.ts";
import { ALL, missingTomcat, type RealTomcat, tomcats, versionOf } from "./tomcats.ts";

/** How long a session that is lost is waited for, in milliseconds. */
const PATIENCE = 15_000;
/** So many clusters are moved side by side, each in a network of its own: they mostly wait. */
const SIDE_BY_SIDE = 3;

const folder = mkdtempSync(join(tmpdir(), "tomcat-rolling-"));
after(() => rmSync(folder, { recursive: true }));

/** Why no cluster can be moved here; false when one can. */
function missing(): string | false {
  if (missingTomcat) return missingTomcat;
  const network = makeNetwork();
  network?.remove();
  return network ? false : "needs ip and the right to make network namespaces";
}

interface Kind {
  readonly manager: string;
  readonly encrypted: boolean;
}

/** What the wizard writes for the two nodes, by their paths from the folder of both. */
function written(line: Line, { manager, encrypted }: Kind, places: readonly Place[]): Files {
  const plan = plansFor(line).find(
    (each) =>
      each.membership === "static" &&
      each.sending === "sync" &&
      each.manager === manager &&
      (each.encryptionKey !== undefined) === encrypted,
  );
  assert.ok(plan);
  return new Map(
    newFiles({ ...plan, nodes: nodesAt(places.map(({ address }) => address)) }).flatMap(
      ({ path, after: textAfter }): [string, string][] => {
        const outcome = textAfter(undefined, new Map());
        return "text" in outcome ? [[path, outcome.text]] : [];
      },
    ),
  );
}

/** The files of each node, by their paths in it. */
function ofNodes(files: Files): readonly [Files, Files] {
  const of = (node: string): Files =>
    new Map(
      [...files].flatMap(([path, text]) => (path.startsWith(`${node}/`) ? [[path.slice(node.length + 1), text]] : [])),
    );
  return [of("node1"), of("node2")];
}

/** The files as the migration leaves them, and what its report says of the cluster. */
async function migrated(files: Files, from: RealTomcat, to: RealTomcat) {
  const { files: moved, rolling } = await planMigration({
    workspace: workspaceOf(files, `${versionOf(from).release}`),
    files: memoryFiles(files),
    paths: [...files.keys()],
    to: versionOf(to),
    rules,
    onRuleError: (rule, error) => assert.fail(`${rule.id}: ${String(error)}`),
  });
  assert.equal(rolling.length, 1);
  return { files: new Map([...files, ...moved.map((each) => [each.path, each.after] as const)]), how: rolling[0]?.how };
}

const KINDS: readonly Kind[] = [
  { manager: "delta", encrypted: false },
  { manager: "delta", encrypted: true },
  { manager: "backup", encrypted: false },
];

/** Each Tomcat with each later one, of each kind. */
const moves = tomcats.flatMap((from, index) =>
  tomcats.slice(index + 1).flatMap((to) => KINDS.map((kind) => ({ from, to, kind }))),
);
type Move = (typeof moves)[number];

/** For CI: what is kept over all lines and what is lost there, and the two newest lines with what older ones cannot do. */
function isSample({ from, to, kind }: Move): boolean {
  if (to !== tomcats.at(-1)) return false;
  return from === tomcats[0] ? kind.manager === "delta" : from.line === "10.1" && kind.manager === "backup";
}

describe("a cluster of two, moved node by node with what the migration writes, keeps its session where the report says so", {
  skip: missing(),
  concurrency: SIDE_BY_SIDE,
}, () => {
  for (const { from, to, kind } of moves.filter((each) => ALL || isSample(each))) {
    const name = `${from.release} to ${to.release}, ${kind.manager}${kind.encrypted ? ", encrypted" : ""}`;
    test(name, async () => {
      const network = makeNetwork();
      assert.ok(network);
      try {
        const files = written(from.line, kind, network.places);
        const next = await migrated(files, from, to);
        const { kept, logs } = await moveNodeByNode(
          {
            tomcat: from,
            next: { tomcat: to, files: ofNodes(next.files) },
            places: network.places,
            folder: join(folder, name.replaceAll(/[ ,]+/g, "-")),
            files: ofNodes(files),
          },
          PATIENCE,
        );
        assert.notEqual(next.how, "unknown");
        assert.equal(kept, next.how === "one-by-one", logs);
      } finally {
        network.remove();
      }
    });
  }
});
