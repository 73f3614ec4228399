import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { holdsTomcat, looksLikeTomcat, looksLikeTomcatsLog } from "../../../client/src/wake/looks-like-tomcat.ts";

for (const [path, text, expected] of [
  ["/p/pom.xml", '<?xml version="1.0"?>\n<project xmlns="http://maven.apache.org/POM/4.0.0"><Host/></project>', false],
  ["/p/beans.xml", "<beans/>", false],
  ["/p/applicationContext.xml", "<!-- <Server> --><beans/>", false],
  ["/p/Servers.xml", "<Servers/>", false],
  ["/p/a.xml", "", false],
  ["/p/conf/server.xml", "", true],
  ["/p/server-node1.xml", "<broken", true],
  ["/p/META-INF/context.xml", "", true],
  ["/p/WEB-INF/web.xml", "", true],
  ["/p/server.xml.j2", "", true],
  ["/p/a.xml", '<?xml version="1.0"?>\n<!-- <beans/> -->\n<Server port="8005">', true],
  ["/p/a.xml", "\ufeff<Cluster/>", true],
  ["/p/a.xml", "<!DOCTYPE Server [ <!ENTITY c SYSTEM 'c.xml'> ]>\n<Server>", true],
  ["/p/a.xml.j2", "{# made by Ansible #}\n{% if x %}<Host name='a'/>", true],
  ["/p/fragment.xml", "<j:web-app/>", true],
  ["Untitled-1", '<Engine name="Catalina">', true],
] as const) {
  test(`${path} ${JSON.stringify(text.slice(0, 40))} ${expected ? "is" : "is not"} Tomcat's`, () =>
    assert.equal(looksLikeTomcat(path, text), expected));
}

test("every example of ours wakes the server", () => {
  for (const node of ["node1", "node2"]) {
    const path = `examples/${node}/conf/server.xml`;
    assert.ok(looksLikeTomcat("a.xml", readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")));
  }
});

for (const [text, expected] of [
  ["08-Feb-2023 09:12:33.001 INFO [main] org.apache.catalina.startup.Catalina.start [12]", true],
  ["2023-02-08 09:12:33.001  INFO 1 --- [main] o.a.c.ha.tcp.SimpleTcpCluster : x", true],
  ["2023-02-08 09:12:33 INFO  org.apache.kafka.clients.Metadata - x", false],
  ["", false],
] as const) {
  test(`a log of ${JSON.stringify(text.slice(-50))} ${expected ? "wakes" : "does not wake"} the server`, () =>
    assert.equal(looksLikeTomcatsLog(text), expected));
}

for (const [text, expected] of [
  ["kind: ConfigMap\ndata:\n  server.xml: |-\n    <Server port='8005'>\n", true],
  ["kind: ConfigMap\r\ndata:\r\n  web.xml: |\r\n    <web-app>\r\n", true],
  ["kind: ConfigMap\ndata:\n  server.xml: |\n    <t:Server port='8005'>\n", true],
  ["data:\n  pom.xml: |\n    <project>\n", false],
  ["data:\n  beans.xml: |\n    <t:Servers>\n", false],
  ["data:\n  server.xml: <Server/>\n", false],
  ["on: push\njobs:\n  a: |\n    <Server>\n", false],
] as const) {
  test(`YAML of ${JSON.stringify(text.slice(0, 40))} ${expected ? "wakes" : "does not wake"} the server`, () =>
    assert.equal(holdsTomcat(text), expected));
}
