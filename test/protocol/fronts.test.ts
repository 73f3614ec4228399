import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CodeAction, Hover, Registration } from "vscode-languageserver";
import { bundledServer, REGISTERING, ServerProcess } from "../harness/client.ts";

const node = (route: string) => `<Server><Service name="Catalina">
<Connector port="8080" protocol="HTTP/1.1"/>
<Engine name="Catalina" defaultHost="localhost" jvmRoute="${route}">
<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="6"/>
<Host name="localhost"/></Engine></Service></Server>
`;

const HTTPD = `<Proxy balancer://tomcat>
  BalancerMember http://node1:8080 route=node1
  BalancerMember http://node2:8080 route=tc2
</Proxy>
ProxyPass / balancer://tomcat/ stickysession=JSESSIONID|jsessionid
`;

describe("a load balancer's file over stdio", () => {
  let folder: string;
  let server: ServerProcess;
  const registered: Registration[] = [];
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const textDocument = () => ({ uri: uriOf("httpd/tomcat.conf") });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "fronts-"));
    const files = {
      "node1/conf/server.xml": node("node1"),
      "node2/conf/server.xml": node("node2"),
      "httpd/tomcat.conf": HTTPD,
      "httpd/other.conf": "ProxyPass / http://192.0.2.1:8080/\n",
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    server = new ServerProcess([bundledServer, "--stdio"]);
    server.connection.onRequest("client/registerCapability", ({ registrations }) => {
      registered.push(...registrations);
      return null;
    });
    await server.initialize(REGISTERING, [pathToFileURL(folder).href]);
    await server.open(uriOf("httpd/tomcat.conf"), HTTPD, "apacheconf");
  });
  after(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  test("has the findings about it, with their fixes", async () => {
    const [finding, ...others] = await server.pull(uriOf("httpd/tomcat.conf"));
    assert.deepEqual([finding?.code, others], ["balancer-route-differs", []]);
    assert.equal(finding?.relatedInformation?.[0]?.location.uri, uriOf("node2/conf/server.xml"));
    const actions = await server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: textDocument(),
      range: finding?.range,
      context: { diagnostics: [] },
    });
    assert.deepEqual(
      actions.map(({ title }) => title),
      ["Set the route to node2", "Set the jvmRoute of node2 to tc2", "Silence balancer-route-differs here"],
    );
  });

  test("tells the node of a member", async () => {
    const answer = await server.connection.sendRequest<Hover>("textDocument/hover", {
      textDocument: textDocument(),
      position: { line: 1, character: 20 },
    });
    assert.match(JSON.stringify(answer.contents), /\*\*node1\*\* \(known by its address\)/);
  });

  test("is not reported where it names no node", async () => {
    assert.deepEqual(await server.pull(uriOf("httpd/other.conf")), []);
  });

  test("is mended by an edit of the node", async () => {
    await server.open(uriOf("node2/conf/server.xml"), node("tc2"));
    assert.deepEqual(await server.pull(uriOf("httpd/tomcat.conf")), []);
  });

  test("is asked for by name, and never for formatting", () => {
    const methods = registered
      .filter(({ registerOptions }) => JSON.stringify(registerOptions).includes("vhost"))
      .map(({ method }) => method);
    assert.ok(methods.includes("textDocument/didOpen") && methods.includes("textDocument/diagnostic"), `${methods}`);
    assert.ok(!methods.includes("textDocument/formatting"));
  });
});
