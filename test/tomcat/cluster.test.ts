import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { newFiles } from "../../server/src/create/files.ts";
import { type ClusterPlan, isCloud, nodesAt } from "../../server/src/create/plan.ts";
import { nameOf, plansFor } from "../harness/plans.ts";
import { failover } from "./cluster/journey.ts";
import { makeNetwork, type Place } from "./cluster/network.ts";
import { missingTomcat, packagedLines } from "./jars.ts";

/** The files of one node, by their paths in its CATALINA_BASE. */
function filesOf(plan: ClusterPlan, node: string): ReadonlyMap<string, string> {
  const prefix = isCloud(plan) ? "" : `${node}/`;
  return new Map(
    newFiles(plan).flatMap(({ path, after: textAfter }) => {
      const outcome = textAfter(undefined);
      return path.startsWith(prefix) && "text" in outcome ? [[path.slice(prefix.length), outcome.text]] : [];
    }),
  );
}

const network = missingTomcat ? undefined : makeNetwork();
const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-"));
after(() => {
  network?.remove();
  rmSync(folder, { recursive: true });
});

const LOCAL: Place = { address: "127.0.0.1", enter: [] };
const only = process.env["ONLY"];

for (const line of packagedLines) {
  describe(`Tomcat ${line} replicates what the wizard writes`, { skip: missingTomcat }, () => {
    for (const plan of plansFor(line).filter((each) => !isCloud(each))) {
      const name = nameOf(plan);
      if (only !== undefined && !name.includes(only)) continue;
      const skip =
        network === undefined && plan.membership === "multicast"
          ? "multicast: needs ip and the right to make network namespaces"
          : false;
      test(name, { skip }, async (context) => {
        const places = network?.places ?? ([LOCAL, LOCAL] as const);
        const nodes = nodesAt(places.map(({ address }) => address));
        const [one, two] = nodes;
        assert.ok(one && two);
        const there = { ...plan, nodes };
        const times = await failover({
          line,
          places,
          folder: join(folder, name.replaceAll(" ", "-")),
          files: [filesOf(there, one.name), filesOf(there, two.name)],
          ports: [one.ports.http, two.ports.http],
        });
        context.diagnostic(`seconds: ${times}`);
      });
    }
  });
}
