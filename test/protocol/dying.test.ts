import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { CancellationTokenSource, ProgressType } from "vscode-jsonrpc/node";
import type { Diagnostic } from "vscode-languageserver-types";
import { STATUS_REQUEST } from "../../server/src/protocol.ts";
import { bundledServer, ServerProcess } from "../harness/client.ts";

const uri = "file:///w/conf/server.xml";
const FLAWED = '<Server port="8005"><Service name="Catalina"><Enginee name="Catalina"/></Service></Server>';

const ASKED = {
  textDocument: { diagnostic: {} },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** What the client answers to `workspace/configuration`, or throws. */
const ANSWERS: Readonly<Record<string, () => unknown>> = {
  "a number as the Tomcat version": () => ({ tomcatVersion: 9.0 }),
  "an unknown Tomcat version": () => ({ tomcatVersion: "Tomcat nine" }),
  null: () => null,
  "a text for all of it": () => "yes",
  "a list": () => [1, 2],
  "null in every place": () => ({
    tomcatVersion: null,
    autoClosingTags: null,
    inlayHints: null,
    format: null,
    effective: null,
  }),
  "wrong types in every place": () => ({
    tomcatVersion: [],
    autoClosingTags: 3,
    inlayHints: "all",
    format: { enable: "perhaps", printWidth: -4 },
    effective: { showSecrets: {} },
    rulePages: "javascript:alert(1)",
  }),
  "an error": () => {
    throw new Error("no settings today");
  },
};

describe("whatever a client answers, the server lives", () => {
  let server: ServerProcess;
  let shown: string[];
  beforeEach(() => {
    shown = [];
    server = new ServerProcess([bundledServer, "--stdio"]);
    server.connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
      shown.push(message);
    });
  });
  afterEach(() => server.kill());

  for (const [what, answer] of Object.entries(ANSWERS)) {
    test(what, async () => {
      server.connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(answer));
      server.connection.onRequest("client/registerCapability", () => null);
      await server.initialize(ASKED);
      await server.open(uri, FLAWED);
      assert.ok((await server.pull(uri)).length > 0);
      await server.connection.sendRequest("textDocument/formatting", {
        textDocument: { uri },
        options: { tabSize: 2, insertSpaces: true },
      });
      await server.connection.sendRequest("textDocument/inlayHint", {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
      });
      if (what.startsWith("null")) assert.deepEqual(shown, []);
      else {
        assert.equal(shown.length, 1, "it is said once");
        assert.match(shown[0] ?? "", what === "an error" ? /no settings today/ : /tomcatCluster/);
      }
      const status = await server.connection.sendRequest(STATUS_REQUEST.method, { uri });
      if (what === "a number as the Tomcat version") assert.equal((status as { line: string }).line, "9.0");
    });
  }

  test("a client that refuses everything it is asked", async () => {
    server.connection.onRequest(() => {
      throw new Error("refused");
    });
    await server.initialize(ASKED);
    await server.open(uri, FLAWED);
    assert.ok((await server.pull(uri)).length > 0);
    for (const method of ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]) {
      await server.connection.sendNotification(method, { settings: null, changes: [] });
    }
    assert.ok((await server.pull(uri)).length > 0);
  });
});

test("after a wrong setting is corrected, the findings of closed files are those of the right one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-settings-"));
  after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "conf"));
  // In 9.0 the listener exists, in 11.0 it does not.
  writeFileSync(
    join(folder, "conf", "server.xml"),
    '<Server port="8005"><Listener className="org.apache.catalina.core.JasperListener"/></Server>',
  );
  const server = new ServerProcess([bundledServer, "--stdio"]);
  after(() => server.kill());
  let answer: () => unknown = () => {
    throw new Error("not readable");
  };
  server.connection.onRequest("workspace/configuration", ({ items }: { items: unknown[] }) => items.map(answer));
  server.connection.onRequest("client/registerCapability", () => null);
  await server.initialize(ASKED, [pathToFileURL(folder).href]);
  const stream = new ProgressType<{ items: readonly { uri: string; items?: Diagnostic[] }[] }>();
  const reports: string[] = [];
  let wake = () => {};
  server.connection.onProgress(stream, "stream", ({ items }) => {
    for (const { items: found } of items) reports.push((found ?? []).map(({ message }) => message).join("\n"));
    wake();
  });
  const cancel = new CancellationTokenSource();
  const answered = server.connection.sendRequest(
    "workspace/diagnostic",
    { previousResultIds: [], partialResultToken: "stream" },
    cancel.token,
  );
  const next = async (line: string) => {
    const before = reports.length;
    answer = () => ({ tomcatVersion: line });
    await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    while (reports.length === before) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return reports.at(-1);
  };
  while (reports.length === 0) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  const [old, young] = [await next("7.0"), await next("11.0")];
  assert.notEqual(old, young);
  cancel.cancel();
  await answered.catch(() => undefined);
});

describe("a wrong Content-Length", () => {
  for (const [what, length] of [
    ["too short", (text: string) => text.length - 5],
    ["no number", () => "many"],
  ] as const) {
    test(`${what}: the server ends, and says why`, async () => {
      const server = new ServerProcess([bundledServer, "--stdio"], "pipe");
      after(() => server.kill());
      await server.initialize({});
      let said = "";
      server.child.stderr?.on("data", (chunk) => {
        said += String(chunk);
      });
      const body = '{"jsonrpc":"2.0","method":"$/setTrace","params":{"value":"off"}}';
      server.child.stdin?.write(`Content-Length: ${length(body)}\r\n\r\n${body}`);
      server.child.stdin?.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
      assert.equal(await server.ended, 1);
      assert.match(said, /cannot be read|Content-Length/);
    });
  }
});
