import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { newFiles } from "../../server/src/create/files.ts";
import { BALANCERS, type ClusterPlan, MANAGERS, nodesAt, SENDINGS } from "../../server/src/create/plan.ts";
import { makeNetwork } from "../tomcat/cluster/network.ts";
import { Tomcat, until, writeBase } from "../tomcat/cluster/tomcat.ts";
import { ALL, started } from "../tomcat/tomcats.ts";
import { FRONT_PORT, missingFront, RunningFront } from "./balancers.ts";
import { Client, COUNTING_PAGE, nodesOf, type Visit } from "./visits.ts";

const network = missingFront ? undefined : makeNetwork();
const skip = missingFront || (network ? false : "needs ip and the right to make network namespaces");
const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-front-"));
after(() => {
  network?.remove();
  rmSync(folder, { recursive: true });
});

/** How long a balancer may need to notice that a node is gone, in milliseconds. */
const PATIENCE = 60_000;

const [tomcat] = started.slice(-1);

/** Every balancer with every manager and sending where all are asked for; else each balancer once, with others each. */
const plans = BALANCERS.flatMap((balancer, turn) =>
  MANAGERS.flatMap((manager) => SENDINGS.map((sending) => ({ balancer, manager, sending }))).filter(
    (_, index) => ALL || index === turn,
  ),
);

describe("what the wizard writes, with its load balancer", { skip, concurrency: 1 }, () => {
  for (const { balancer, manager, sending } of plans) {
    test(`${balancer}, ${manager}, ${sending}: a session survives its node`, async () => {
      assert.ok(network && tomcat);
      const { places } = network;
      const plan: ClusterPlan = {
        line: tomcat.line,
        nodes: nodesAt(places.map(({ address }) => address)),
        membership: "static",
        sending,
        manager,
        encryptionKey: undefined,
        service: undefined,
        balancer,
        ...(balancer === "mod_jk" ? { ajpSecret: "5c1f0e9a7b3d4826" } : {}),
      };
      const texts = new Map(
        newFiles(plan).flatMap(({ path, after: textAfter }): [string, string][] => {
          const outcome = textAfter(undefined, new Map());
          return "text" in outcome ? [[path, outcome.text]] : [];
        }),
      );
      const home = join(folder, `${balancer}-${manager}-${sending}`);
      const nodes: Tomcat[] = [];
      const start = async (name: string, index: number) => {
        const own = [...texts].flatMap(([path, text]): [string, string][] =>
          path.startsWith(`${name}/`) ? [[path.slice(name.length + 1), text]] : [],
        );
        const base = join(home, name);
        writeBase(base, new Map([...own, ["webapps/ROOT/index.jsp", COUNTING_PAGE]]));
        const at = places[index === 0 ? 0 : 1];
        const node = new Tomcat({ real: tomcat, place: at, base, options: [`-Dnode=${name}`] });
        nodes.push(node);
        await node.started();
      };
      const [text = "", mounts = ""] = [...texts].flatMap(([path, each]) =>
        path.startsWith("load-balancer/") ? [each.replace(/(listen |bind :)80\b/, `$1${FRONT_PORT}`)] : [],
      );
      const [, place] = places;
      const front = new RunningFront({ product: balancer, text, mounts }, join(home, "front"), place);
      try {
        // One after the other: two that ask each other for their sessions at once wait a minute for an answer.
        for (const [index, { name }] of plan.nodes.entries()) await start(name, index);
        await Promise.all(nodes.map((each) => each.says(/Replication member added/)));
        await front.listens(place);
        // A client on the node whose machine is not the balancer's.
        let client = new Client(place, FRONT_PORT);
        let before: readonly Visit[] = [];
        const found = await until(async () => {
          client = new Client(place, FRONT_PORT);
          before = await client.visit(5, 20);
          return before.every(({ node, status }) => node === "node1" && status === 200);
        }, PATIENCE);
        assert.ok(found, JSON.stringify(before));
        assert.deepEqual(
          before.map(({ count }) => count),
          [1, 2, 3, 4, 5],
        );
        // What is sent in the background arrives within the pause.
        await client.visit(1, 1000);
        await nodes[0]?.kill();
        const behind: Visit[] = [];
        const again = await until(async () => {
          behind.push(...(await client.visit(1, 200)));
          return behind.at(-1)?.status === 200;
        }, PATIENCE);
        assert.ok(again, JSON.stringify(behind));
        assert.deepEqual([behind.at(-1)?.node, behind.at(-1)?.count], ["node2", 7], JSON.stringify(behind));
        // It stays there, whether or not the session has another id.
        const later = await client.visit(4, 20);
        assert.deepEqual(nodesOf(later), ["node2"]);
        assert.deepEqual(
          later.map(({ count }) => count),
          [8, 9, 10, 11],
        );
      } finally {
        await front.end();
        await Promise.all(nodes.map((each) => each.kill()));
      }
    });
  }
});
