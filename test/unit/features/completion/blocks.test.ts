import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { applyEdits } from "../../../../server/src/base/span.ts";
import { complete } from "../../../../server/src/features/completion/complete.ts";
import { toPlainText } from "../../../../server/src/features/completion/template.ts";
import { LINES, type Line } from "../../../../server/src/schema/lines.ts";
import { accepted, labels } from "../../../harness/completing.ts";
import { cursor } from "../../../harness/cursor.ts";
import { findingsOf } from "../../../harness/workspace.ts";

/** A server.xml in which something stands in the Engine, above its Host, and in the Host. */
function server(inEngine: string, inHost = "", route = ""): string {
  return `<Server port="8005" shutdown="SHUTDOWN">
  <Service name="Catalina">
    <Connector port="8080" protocol="HTTP/1.1"/>
    <Engine name="Catalina" defaultHost="localhost"${route}>
      ${inEngine}
      <Host name="localhost" appBase="webapps">
        ${inHost}
      </Host>
    </Engine>
  </Service>
</Server>
`;
}

/** The text after each whole cluster that is offered at `$0`, by its description, with what it changes elsewhere. */
function blocksAt(marked: string, line: Line): ReadonlyMap<string, string> {
  const { file, offset } = cursor(marked, line);
  const found = complete({ file, offset, locale: "en" }).filter(
    ({ kind, label }) => kind === "block" && label === "Cluster",
  );
  return new Map(
    found.map(({ description = "", replace, text, also = [] }) => [
      description,
      applyEdits(file.document.text, [{ span: replace, newText: toPlainText(text) }, ...also]),
    ]),
  );
}

describe("whole clusters are offered", () => {
  for (const [what, marked, there] of [
    ["in an Engine", server("$0"), true],
    ["in a Host", server("", "<$0"), true],
    ["not beside another", server('$0<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>'), false],
    ["not in a Connector", '<Server><Service><Connector port="1">$0</Connector></Service></Server>', false],
    ["not in a Service", "<Server><Service>$0</Service></Server>", false],
  ] as const) {
    test(what, () => assert.equal(labels(marked).includes("Cluster a whole cluster by multicast"), there));
  }
});

describe("a whole cluster has no finding where it was just written, on any line", () => {
  for (const line of LINES) {
    for (const [what, marked] of [
      ["in an Engine", server("$0")],
      ["in a Host", server("", "<$0")],
      ["in an Engine with a route", server("$0", "", ' jvmRoute="shop2"')],
    ] as const) {
      test(`${what}, Tomcat ${line}`, async () => {
        const blocks = blocksAt(marked, line);
        assert.ok(blocks.size >= 3);
        for (const [description, text] of blocks) {
          const found = await findingsOf("shop2/conf/server.xml", text, line);
          assert.deepEqual([description, found?.map(({ code }) => code)], [description, []]);
        }
      });
    }
  }
});

test("an Engine without a jvmRoute gets one with the cluster, but for pods", () => {
  const texts = blocksAt(server("$0"), "9.0");
  assert.match(
    String(texts.get("a whole cluster by multicast")),
    /<Engine name="Catalina" defaultHost="localhost" jvmRoute="node1">/,
  );
  assert.doesNotMatch(String(texts.get("a whole cluster in Kubernetes")), /jvmRoute=|JvmRouteBinderValve/);
  const routed = blocksAt(server("$0", "", ' jvmRoute="shop2"'), "9.0");
  assert.match(String(routed.get("a whole cluster in Kubernetes")), /jvmRoute="shop2"[\s\S]*JvmRouteBinderValve/);
});

test("a Deployer is written with the folder that its Host deploys from, and has no finding", async () => {
  const cluster = `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Channel className="org.apache.catalina.tribes.group.GroupChannel"><Membership className="org.apache.catalina.tribes.membership.McastService" address="239.255.0.4"/></Channel>$0</Cluster>`;
  const marked = server("", cluster, ' jvmRoute="a"').replace('"webapps"', '"apps"');
  const text = accepted(marked, "Deployer").replace("|", "");
  assert.match(text, /deployDir="apps"/);
  assert.deepEqual(
    (await findingsOf("conf/server.xml", text, "9.0"))?.map(({ code }) => code),
    [],
  );
});
