import assert from "node:assert/strict";
import { test } from "node:test";
import { costOf } from "./cost.ts";

// V8 counts what is compiled after ./cost.ts was read.
const { rules } = await import("../../server/src/rules/index.ts");
const { dispatchOf } = await import("../../server/src/lint/dispatch.ts");
const { groupSites, siteKey } = await import("../../server/src/config/grouping.ts");
const { sitesOf } = await import("../../server/src/config/site.ts");
const { clustersOf } = await import("../../server/src/config/tomcat-cluster.ts");
const { planBatches } = await import("../../server/src/cli/plan.ts");
const { topologyText } = await import("../../server/src/topology/text.ts");
const { topologyMermaid } = await import("../../server/src/topology/mermaid.ts");
const { readTopologies } = await import("../../server/src/topology/read.ts");
const { pictureOf } = await import("../../server/src/topology/svg.ts");
const { Workspace } = await import("../../server/src/workspace/workspace.ts");
const { memoryFiles } = await import("../../server/src/workspace/memory-files.ts");
const { FLEETS } = await import("./fleet.ts");

/** Nodes of the smaller of two fleets. */
const COUNT = 128;
const LINEAR = 2.25;
const ROUNDS = 3;
/** Steps that are no sign of anything. */
const NOTHING = 500;

const { ofCluster, ofNode } = dispatchOf(rules);

async function load(texts: Readonly<Record<string, string>>) {
  const files = memoryFiles(new Map(Object.entries(texts).map(([path, text]) => [`/w/${path}`, text])));
  const workspace = new Workspace(files, {
    rules,
    chosenLine: () => Promise.resolve("9.0"),
    onRuleError: (rule, error) => assert.fail(`${rule.id}: ${error}`),
  });
  workspace.setRoots(["/w"]);
  const around = await workspace.clusters();
  const nodes = [...new Set(around.all.flatMap(({ sites }) => sites.map(({ node }) => node)))];
  return { around, nodes, workspace };
}

type Loaded = Awaited<ReturnType<typeof load>>;

/** Rules that look at one element, and at the clusters around it when they find something. */
const aware = rules.filter((rule) => "target" in rule).filter(({ check }) => check.length === 4);
/** Rules that look at a file, and at the clusters around it when they find something. */
const awareOfFiles = rules.filter((rule) => "files" in rule).filter(({ check }) => check.length === 3);

/** What each rule costs, by its id, what sorting the nodes into clusters does, and a picture of them; what is read for the first time was read before. */
async function costs({ around, nodes, workspace }: Loaded): Promise<ReadonlyMap<string, number>> {
  const clusters = around.all;
  const found = new Map<string, number>();
  for (const rule of ofCluster) {
    const run = () => {
      for (const cluster of clusters) rule.check(cluster, () => undefined);
    };
    run();
    found.set(rule.id, await costOf(run));
  }
  for (const rule of ofNode) {
    const run = () => {
      for (const node of nodes) rule.check(node, () => undefined);
    };
    run();
    found.set(rule.id, await costOf(run));
  }
  for (const { id, files, check } of awareOfFiles) {
    const run = () => {
      for (const { server } of nodes)
        if (files.includes(server.kind))
          check(
            server,
            () => undefined,
            () => around.of(server),
          );
    };
    run();
    found.set(id, await costOf(run));
  }
  for (const { id, target, check } of aware) {
    const run = () => {
      for (const { server } of nodes) {
        for (const component of server.root?.descendants() ?? []) {
          if ([target].flat().some((name) => name === component.className)) {
            check(
              component,
              () => undefined,
              server,
              () => around.of(server),
            );
          }
        }
      }
    };
    run();
    found.set(id, await costOf(run));
  }
  const keyed = nodes.flatMap((node) => sitesOf(node).map((site, index) => ({ site, key: siteKey(site, index) })));
  const keys = keyed.map(({ key }) => key);
  const groups = () => groupSites(keyed, ({ key }) => key);
  const groupsOfSites = groups().map((group) => ({ ...group, sites: group.sites.map(({ site }) => site) }));
  const files = nodes.map(({ server }) => server.path);
  const fronts = [...new Set(clusters.flatMap((cluster) => cluster.fronts.map(({ file }) => file)))];
  found.set("groups", await costOf(groups));
  found.set("clusters", await costOf(() => clustersOf(groupsOfSites, clusters, fronts)));
  found.set("batches", await costOf(() => planBatches(files, keys, [])));
  const read = () => readTopologies(workspace, { locale: "en", uriOf: (path) => path });
  const topologies = await read();
  found.set("topology", await costOf(read));
  found.set("picture", await costOf(() => Promise.all(topologies.map((each) => pictureOf(each, "en", "")))));
  found.set("mermaid", await costOf(() => topologyMermaid(topologies)));
  found.set("topology in words", await costOf(() => topologyText(topologies)));
  return found;
}

for (const [name, make] of Object.entries(FLEETS)) {
  test(`${name}: twice the nodes, twice the cost of each step`, async () => {
    const [one, two] = [await load(make(COUNT)), await load(make(2 * COUNT))];
    assert.ok(one.around.all.length > 0);
    let grew: readonly string[] = ["all"];
    // V8 forgets the counts of code that it throws away meanwhile. What really grows faster does so each time.
    for (let round = 0; round < ROUNDS && grew.length > 0; round++) {
      const [before, after] = [await costs(one), await costs(two)];
      grew = [...after].flatMap(([id, cost]) => {
        const times = cost / ((before.get(id) ?? 0) + NOTHING);
        return times > LINEAR ? [`${id}: ${before.get(id)} to ${cost} steps`] : [];
      });
    }
    assert.deepEqual(grew, []);
  });
}
