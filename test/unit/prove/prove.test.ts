import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { proofJunit } from "../../../server/src/cli/prove-formats.ts";
import { percentile } from "../../../server/src/prove/percentile.ts";
import { prove } from "../../../server/src/prove/prove.ts";
import { outcomeOf } from "../../../server/src/prove/verdict.ts";
import { verdictsOf } from "../../../server/src/prove/verdicts.ts";
import { runs } from "../../harness/effort.ts";
import { type FakeCluster, FakeHost } from "../../harness/prove.ts";

const TWO = [
  { host: "a:8080", route: "a" },
  { host: "b:8080", route: "b" },
];
const THREE = [...TWO, { host: "c:8080", route: "c" }];

async function proof(host: FakeHost, { rounds = 50, targets = host.targets, balancer = host.targets[9] } = {}) {
  const facts = await prove({ targets, balancer, rounds, patience: 3000 }, host);
  const verdicts = verdictsOf(facts);
  return { facts, outcome: outcomeOf(verdicts), ids: verdicts.map(({ id }) => id) };
}

describe("prove, with nodes in memory", () => {
  for (const [what, cluster, outcome, id] of [
    ["two nodes that replicate", { nodes: TWO }, "passed", "replicated"],
    ["three nodes that replicate late", { nodes: THREE, delay: 300 }, "passed", "replicated"],
    ["ends that overtake begins", { nodes: TWO, overtaken: 5 }, "passed", "replicated"],
    ["nodes without routes", { nodes: [{ host: "a:8080" }, { host: "b:8080" }] }, "passed", "no-route"],
    ["nothing is sent", { nodes: TWO, delay: -1 }, "failed", "new-session"],
    ["only sessions are sent", { nodes: THREE, withoutValues: true }, "failed", "values-missing"],
    ["one of them sends nothing", { nodes: TWO, muteNode: 1 }, "failed", "one-way"],
    ["some first changes are lost", { nodes: TWO, firstLost: 5 }, "partly", "first-changes-lost"],
    ["all first changes are lost", { nodes: THREE, firstLost: 1 }, "partly", "first-changes-lost"],
    ["changes are lost, whichever they are", { nodes: TWO, anyLost: 0.4 }, "failed", "some-lost"],
    ["routes stay", { nodes: TWO, keepsRoute: true }, "failed", "route-not-rewritten"],
    ["one route for both", { nodes: [TWO[0], { host: "b:8080", route: "a" }] }, "failed", "same-route"],
    ["a node without the page", { nodes: TWO, status: { "b:8080": 404 } }, "unknown", "no-test-page"],
    ["a node that wants a login", { nodes: TWO, status: { "b:8080": 401 } }, "unknown", "page-error"],
  ] satisfies [string, Omit<FakeCluster, "nodes"> & { nodes: unknown[] }, string, string][]) {
    test(`${what}: ${id}`, async () => {
      const host = new FakeHost(cluster as FakeCluster);
      const { facts, outcome: found, ids } = await proof(host);
      assert.equal(found, outcome, ids.join(" "));
      assert.ok(ids.includes(id), ids.join(" "));
      assert.deepEqual([host.left, facts.left], [0, 0]);
    });
  }

  test("each change is measured until it is seen", async () => {
    const { facts } = await proof(new FakeHost({ nodes: TWO, delay: 300 }));
    for (const { took, seen } of facts.links) {
      assert.equal(took.length, seen);
      const [median, most] = [percentile(took, 0.5), percentile(took, 1)];
      assert.ok(median !== undefined && median >= 300 && most !== undefined && most < 900, `${took}`);
    }
  });

  test("two addresses of one node never pass", async () => {
    const host = new FakeHost({ nodes: TWO });
    const [one] = host.targets;
    assert.ok(one);
    const { outcome, ids } = await proof(host, { targets: [one, { name: "again", url: `${one.url}index.jsp` }] });
    assert.deepEqual([outcome, ids.includes("same-node")], ["unknown", true]);
    assert.equal(host.left, 0);
  });

  test("through a balancer that sticks, only the nodes' own addresses show that nothing is sent", async () => {
    const host = new FakeHost({ nodes: TWO, delay: -1 });
    const [balancer] = host.targets;
    const { outcome, ids } = await proof(host, { balancer });
    assert.deepEqual([outcome, ids.includes("stickiness-hides")], ["failed", true]);
  });

  for (const [what, mends] of [
    ["comes back with its sessions", true],
    ["comes back without them", false],
  ] as const) {
    test(`a node that is stopped ${what}`, async () => {
      const host = new FakeHost({ nodes: TWO });
      const asked: string[] = [];
      host.ask = (what, { name }) => {
        asked.push(`${what} ${name}`);
        if (what === "stop") host.down.add(0);
        else if (mends) host.restart(0);
        else {
          host.down.add(1);
          host.restart(0);
          host.down.delete(1);
        }
      };
      const { outcome, ids } = await proof(host, { rounds: 5 });
      assert.deepEqual(asked, ["stop a:8080", "start a:8080"]);
      assert.equal(outcome, mends ? "passed" : "failed", ids.join(" "));
      assert.ok(ids.includes(mends ? "survived" : "lost-after-return"), ids.join(" "));
    });
  }

  test("a failover in which first changes are lost is gone through with the next ones", async () => {
    const host = new FakeHost({ nodes: TWO, firstLost: 1 });
    host.ask = (what) => {
      if (what === "stop") host.down.add(0);
      else host.restart(0);
    };
    const { facts, outcome, ids } = await proof(host, { rounds: 5 });
    assert.equal(facts.failover?.state, "done");
    assert.ok(facts.failover.overtaken > 0);
    assert.ok(ids.includes("survived"), ids.join(" "));
    assert.equal(outcome, "partly");
    const junit = proofJunit({ facts, verdicts: verdictsOf(facts), causes: [] }, "en");
    assert.match(junit, /<testcase name="first-changes-lost" classname="prove">\s*<failure/);
  });

  test("stopped at any moment, it ends all its sessions, and neither passes nor fails", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 250 }), fc.constantFrom(0, 40, -1), async (request, delay) => {
        const host = new FakeHost({ nodes: THREE, delay });
        host.stopAt(request);
        const { facts, outcome } = await proof(host);
        assert.deepEqual([host.left, facts.left], [0, 0]);
        if (facts.interrupted) assert.notEqual(outcome, "passed");
        if (delay >= 0 && facts.interrupted) assert.equal(outcome, "unknown");
      }),
      { numRuns: runs(200) },
    );
  });

  test("it asks the nodes named and no others", async () => {
    const host = new FakeHost({ nodes: THREE });
    await proof(host, { targets: host.targets.slice(0, 2) });
    assert.ok(host.asked.every(({ url }) => /^http:\/\/[ab]:8080\/$/.test(url)));
  });
});
