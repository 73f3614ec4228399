import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { readConfigFile } from "../../../server/src/config/file.ts";
import { serverOnlyNode } from "../../../server/src/config/node.ts";
import { NO_PROPERTIES, type Properties } from "../../../server/src/config/properties.ts";
import { sitesOf } from "../../../server/src/config/site.ts";
import { clusterSummary } from "../../../server/src/features/cluster-summary.ts";
import { propertiesFrom } from "../../harness/properties.ts";

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/post/${name}`, import.meta.url), "utf8");
const MULTICAST = fixture("cluster-multicast.xml").replace(/<\?xml[^>]*\?>/, "");
const STATIC = fixture("cluster-static.xml").replace(/<\?xml[^>]*\?>/, "");

function summary(cluster: string, nodes?: number, properties: Properties = NO_PROPERTIES, hinted = false) {
  const text = `<Server><Service><Engine name="Catalina">${cluster}</Engine></Service></Server>`;
  const server = readConfigFile("conf/server.xml", text, { line: "9.0", release: undefined }, { properties });
  assert.ok(server);
  const [site] = sitesOf(serverOnlyNode(server));
  return site && clusterSummary(site, nodes, hinted);
}

describe("a Cluster in a line", () => {
  for (const [what, found, en, ko] of [
    [
      "alone",
      summary(MULTICAST),
      "asynchronous (8) · multicast 228.0.0.4:45564",
      "비동기(8) · 멀티캐스트 228.0.0.4:45564",
    ],
    [
      "with its neighbours",
      summary(MULTICAST, 2),
      "2 nodes · asynchronous (8) · multicast 228.0.0.4:45564",
      "노드 2개 · 비동기(8) · 멀티캐스트 228.0.0.4:45564",
    ],
    [
      "of static members",
      summary(STATIC),
      "1 member listed · synchronous (6) · static members",
      "등록된 멤버 1개 · 동기(6) · 정적 멤버",
    ],
    [
      "of nothing but its class",
      summary('<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>'),
      "asynchronous (8) · multicast 228.0.0.4:45564",
      "비동기(8) · 멀티캐스트 228.0.0.4:45564",
    ],
    [
      "that announces itself to nobody",
      summary('<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelStartOptions="3"/>'),
      "asynchronous (8) · no membership",
      "비동기(8) · 멤버십 없음",
    ],
    [
      "with a property that is known",
      summary(MULTICAST.replace('"228.0.0.4"', '"${group}"'), 1, propertiesFrom("group=239.9.9.9")),
      "asynchronous (8) · multicast 239.9.9.9:45564",
      "비동기(8) · 멀티캐스트 239.9.9.9:45564",
    ],
    [
      "with one that is not",
      summary(MULTICAST.replace('"228.0.0.4"', '"${group}"')),
      "asynchronous (8) · multicast",
      "비동기(8) · 멀티캐스트",
    ],
  ] as const) {
    test(what, () => assert.deepEqual(found, { en, ko }));
  }

  test("says of sending what no hint says", () => {
    const written = '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="6"/>';
    assert.equal(summary(written, 2, NO_PROPERTIES, true)?.en, "2 nodes · multicast 228.0.0.4:45564");
    const fallback = written.replace(' channelSendOptions="6"', "");
    assert.equal(
      summary(fallback, 2, NO_PROPERTIES, true)?.en,
      "2 nodes · asynchronous (8) · multicast 228.0.0.4:45564",
    );
  });

  test("of a third party's class is unknown", () => {
    assert.equal(summary('<Cluster className="com.example.Cluster"/>'), undefined);
  });
});
