import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { check } from "../../../server/src/cli/check.ts";
import { planBatches } from "../../../server/src/cli/plan.ts";
import type { SiteKey } from "../../../server/src/config/grouping.ts";
import { hostOf } from "../../harness/check-host.ts";
import { fleet } from "../../harness/fleet.ts";

function key(path: string, multicastGroup: string): SiteKey {
  const endpoint = { host: undefined, port: 4000 };
  const apart = { apart: " ", run: undefined, containers: 1, networks: [], hosts: [] };
  return { ...apart, path, index: 0, kind: "multicast", multicastGroup, endpoint, members: [], place: "Engine" };
}

/** So many nodes of one cluster, in folders of their own. */
function cluster(name: string, count: number, group: string): readonly SiteKey[] {
  return Array.from({ length: count }, (_, index) => key(`${name}/n${index}/conf/server.xml`, group));
}

describe("many files in batches", () => {
  test("a cluster is never divided, and its applications stay with it", () => {
    const keys = ["a", "b", "c"].flatMap((name, index) => cluster(name, 60, `239.0.0.${index}:45564`));
    const files = keys.flatMap(({ path }) => [path, path.replace("conf/server.xml", "webapps/shop/WEB-INF/web.xml")]);
    const batches = planBatches(files, keys, []);
    assert.deepEqual(
      batches.map(({ paths, groups }) => [paths.length, groups?.length]),
      [
        [120, 1],
        [120, 1],
        [120, 1],
      ],
    );
    for (const { paths } of batches) assert.equal(new Set(paths.map((path) => path.split("/")[0])).size, 1);
  });

  test("clusters that meet in a multicast group stay together", () => {
    const one = cluster("a", 60, "239.0.0.1:45564").map((each) => ({ ...each, apart: "one " }));
    const other = cluster("b", 60, "239.0.0.1:45564").map((each) => ({ ...each, apart: "other " }));
    const batches = planBatches(
      [...one, ...other].map(({ path }) => path),
      [...one, ...other],
      [],
    );
    assert.deepEqual(
      batches.map(({ groups }) => groups?.length),
      [2],
    );
  });

  test("files of no cluster fill batches in their order", () => {
    const files = Array.from({ length: 250 }, (_, index) => `n${index}/conf/server.xml`);
    const batches = planBatches(files, [], []);
    assert.deepEqual(
      batches.flatMap(({ paths }) => paths),
      files,
    );
    assert.equal(batches.length, 3);
  });

  test("a fleet has its planted faults, and nothing else", async () => {
    const { files, planted } = fleet(250, 42);
    const { report, problems } = await check([""], hostOf(files), {
      locale: "en",
      line: "9.0",
      fix: "leave",
      baseline: undefined,
      updateBaseline: false,
      allowEmpty: false,
      failOn: "hint",
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      report.files.map(({ path }) => path),
      [...files.keys()].sort(),
    );
    const found = report.files.flatMap(({ path, findings }) => findings.map(({ code }) => `${path} ${code}`));
    assert.deepEqual(found.sort(), planted);
  });
});
