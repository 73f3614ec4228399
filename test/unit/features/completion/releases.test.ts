import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readConfigFile } from "../../../../server/src/config/file.ts";
import { complete } from "../../../../server/src/features/completion/complete.ts";
import { Release } from "../../../../server/src/schema/release.ts";

const CLUSTER = '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"';

/** What is offered at `$0` for one release of 9.0. */
function labels(marked: string, release: string): readonly string[] {
  const text = marked.replace("$0", "");
  const file = readConfigFile("cluster.xml", text, { line: "9.0", release: Release.parse(release) });
  assert.ok(file);
  return complete({ file, offset: marked.indexOf("$0"), locale: "en" }).map(({ label }) => label);
}

describe("a release is offered only what it has", () => {
  for (const [what, marked, label, before, from] of [
    ["names of options", `${CLUSTER} channelSendOptions="$0"/>`, "asynchronous", "9.0.0-M22", "9.0.0-M23"],
    ["defaults in placeholders", `${CLUSTER} clusterName="\${a$0"/>`, "a:-…", "9.0.34", "9.0.35"],
    [
      "membership from Kubernetes",
      '<Cluster><Channel><Membership className="$0"/></Channel></Cluster>',
      "CloudMembershipService",
      "9.0.10",
      "9.0.121",
    ],
  ] as const) {
    test(what, () => {
      assert.ok(!labels(marked, before).includes(label), before);
      assert.ok(labels(marked, from).includes(label), from);
    });
  }
});
