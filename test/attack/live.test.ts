import assert from "node:assert/strict";
import { test } from "node:test";
import type { LivePort } from "../../server/src/live/port.ts";
import { costOf } from "./cost.ts";

// V8 counts what is compiled after ./cost.ts was read.
const { look, managerOf } = await import("../../server/src/live/look.ts");
const { liveNodes } = await import("../../server/src/live/of-node.ts");
const { sitesBelow } = await import("../../server/src/workspace/sites.ts");
const { nodeFiles } = await import("../harness/nodes.ts");
const { workspaceOf } = await import("../harness/workspace.ts");

const FEW = 40;
/**
 * Every node tells of every other, so twice the nodes answer four times as much, beside what grows with the nodes. It is
 * 2.4 times; where each member of each node is compared with each node it is 4.3 times.
 */
const AS_THE_ANSWERS = 3;
const ROUNDS = 3;

/** What the manager of a node prints, whose Receiver listens at 10.0.0.LAST; of all others it sees these. */
function port(members: (last: number) => readonly number[]): LivePort {
  const ask: LivePort["ask"] = async (url) => {
    const { hostname, searchParams } = new URL(url);
    const last = Number(hostname.split(".")[3]);
    const query = searchParams.get("qry") ?? "";
    const member = (of: number) => `\n\tMemberImpl[tcp://{10, 0, 0, ${of}}:4000,{10, 0, 0, ${of}},4000, alive=1]`;
    const beans = query.includes("Channel")
      ? [
          `Name: C:type=Channel,channel=Catalina-Channel,component=Receiver\nAddress: 10.0.0.${last}\nPort: 4000\nListening: true\n`,
          `Name: C:type=Channel,channel=Catalina-Channel,component=Channel\nMembers: Array[x] of length 1${members(last).map(member).join("")}\n`,
        ]
      : query.includes("Cluster")
        ? ["Name: Catalina:type=Cluster\nclusterName: Catalina\n"]
        : [];
    return { status: 200, body: `OK - Number of results: ${beans.length}\n\n${beans.join("\n")}` };
  };
  return { ownName: "here", resolve: async (host) => [host], connect: async () => 1, ask };
}

/** How many nodes do not see another, after all were asked and each was drawn. */
async function lookAt(count: number, members: (last: number) => readonly number[]): Promise<number> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const files = nodeFiles(
    Object.fromEntries(
      numbers.map((last) => [`node${last}`, { receiver: `10.0.0.${last}:4000`, group: "228.0.0.4:45564" }]),
    ),
  );
  const sites = await sitesBelow(workspaceOf(files, "9.0"));
  const managers = numbers.map((last) => managerOf(`10.0.0.${last}:8080`)).filter((each) => typeof each !== "string");
  const report = await look(sites, managers, undefined, port(members));
  const nodeOf = liveNodes(sites, { time: new Date(0), report }, "en");
  assert.ok(sites.every((site) => nodeOf(site) !== undefined));
  return report.unseen.length;
}

for (const [name, members, unseen] of [
  ["all see one another", (count: number, last: number) => others(count, last), 0],
  ["each sees all but the first", (count: number, last: number) => others(count, last).filter((of) => of !== 1), 1],
] as const) {
  test(`running nodes of which ${name}: the cost grows as the answers do`, async (t) => {
    let times = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS && times > AS_THE_ANSWERS; round++) {
      const run = (count: number) => async () =>
        assert.equal(await lookAt(count, (last) => members(count, last)), unseen * (count - 1));
      const before = await costOf(run(FEW));
      const after = await costOf(run(2 * FEW));
      times = Math.min(times, after / before);
    }
    t.diagnostic(`${times.toFixed(2)} times`);
    assert.ok(times <= AS_THE_ANSWERS, `${times} times the cost`);
  });
}

function others(count: number, last: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter((of) => of !== last);
}
