import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CodeAction, Hover, Location, Registration } from "vscode-languageserver";
import { bundledServer, REGISTERING, ServerProcess } from "../harness/client.ts";

const MANIFEST = `apiVersion: v1
kind: ConfigMap
metadata:
  name: tomcat
data:
  server.xml: |
    <Server port="8005" shutdown="SHUTDOWN">
      <Service name="Catalina">
        <Executor name="pool" maxThreads="200"/>
        <Connector port="8080" executor="pool"/>
        <Engine name="Catalina" defaultHost="elsewhere">
          <Host name="localhost" appBase="webapps"/>
        </Engine>
      </Service>
    </Server>
---
kind: Service
`;

describe("a manifest over stdio", () => {
  let folder: string;
  let server: ServerProcess;
  const registered: Registration[] = [];
  const textDocument = () => ({ uri: pathToFileURL(join(folder, "k8s/tomcat.yaml")).href });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "manifests-"));
    mkdirSync(join(folder, "k8s"));
    writeFileSync(join(folder, "k8s/tomcat.yaml"), MANIFEST);
    server = new ServerProcess([bundledServer, "--stdio"]);
    server.connection.onRequest("client/registerCapability", ({ registrations }) => {
      registered.push(...registrations);
      return null;
    });
    await server.initialize(REGISTERING, [pathToFileURL(folder).href]);
    await server.open(textDocument().uri, MANIFEST, "yaml");
  });
  after(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  test("has the findings of what it holds, with their fixes", async () => {
    const [finding, ...others] = await server.pull(textDocument().uri);
    assert.deepEqual([finding?.code, finding?.range.start.line, others], ["default-host", 10, []]);
    const actions = await server.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
      textDocument: textDocument(),
      range: finding?.range,
      context: { diagnostics: [] },
    });
    const [fix] = actions;
    assert.deepEqual(fix?.edit?.changes?.[textDocument().uri]?.[0]?.range, finding?.range, JSON.stringify(fix));
    const quiet = actions.find(({ title }) => title === "Silence default-host here");
    const indent = " ".repeat(8);
    assert.equal(
      quiet?.edit?.changes?.[textDocument().uri]?.[0]?.newText,
      `<!-- tomcat-cluster-disable-next-line default-host -->\n${indent}`,
    );
  });

  test("explains what stands in it, and nothing else", async () => {
    const hover = (line: number, character: number) =>
      server.connection.sendRequest<Hover | null>("textDocument/hover", {
        textDocument: textDocument(),
        position: { line, character },
      });
    assert.match(JSON.stringify((await hover(8, 33))?.contents), /maxThreads/);
    assert.equal(await hover(1, 8), null);
    assert.equal(await hover(16, 8), null);
  });

  test("leads to what a name in it means", async () => {
    const found = await server.connection.sendRequest<Location[]>("textDocument/definition", {
      textDocument: textDocument(),
      position: { line: 9, character: 43 },
    });
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [[textDocument().uri, 8]],
    );
  });

  test("is asked for by name, and never for formatting", () => {
    const methods = registered
      .filter(({ registerOptions }) => JSON.stringify(registerOptions).includes("*.{yaml,yml}"))
      .map(({ method }) => method);
    assert.ok(methods.includes("textDocument/didOpen") && methods.includes("textDocument/diagnostic"), `${methods}`);
    assert.ok(!methods.includes("textDocument/formatting"));
  });
});
