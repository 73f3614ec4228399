import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { CancellationTokenSource } from "vscode-jsonrpc";
import { type Diagnostic, DiagnosticSeverity, type Hover } from "vscode-languageserver-types";
import {
  EXPLAIN_LOG_REQUEST,
  LOG_PROGRESS_NOTIFICATION,
  LOG_TIMELINE_REQUEST,
  type LogProgressParams,
  type LogTimeline,
  PAGE_CAPABILITY,
  PAGE_REQUEST,
} from "../../server/src/protocol.ts";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";
import { line, member } from "../harness/log-lines.ts";
import { nodeFiles } from "../harness/nodes.ts";

const BOUND = line(1, "INFO", "tribes.transport.ReceiverBase.bind", "[/192.168.56.7:4000]");
const ADDED = line(2, "INFO", "ha.tcp.SimpleTcpCluster.memberAdded", `[${member(8)}]`);
const TIMEOUT = line(60, "SEVERE", "ha.session.DeltaManager.waitForSendAllSessions", "[localhost#/shop] [a] [60,001]");
const STRAY = line(61, "SEVERE", "ha.session.DeltaManager.messageDataReceived", "x");

describe("logs at the bundled server", () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-log-"));
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const log = uriOf("node1/logs/catalina.out");
  let receiver = 0;
  let server: ServerProcess;

  before(() => {
    const files = nodeFiles({
      node1: { receiver: "192.168.56.7:4000", group: "228.0.0.4:45564" },
      node2: { receiver: "192.168.56.8:4000", group: "228.0.0.4:45564" },
    });
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const text = files.get("node1/conf/server.xml") ?? "";
    receiver = text.slice(0, text.indexOf("192.168.56.7")).split("\n").length;
  });
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    server = new ServerProcess([bundledServer, "--stdio"]);
  });
  afterEach(() => server.kill());

  const begin = (capabilities: object, locale?: string) =>
    server.initialize({ ...capabilities, ...(locale && { locale }) }, [pathToFileURL(folder).href]);

  test("a line is explained where the cursor is, with the line of the configuration it comes from", async () => {
    await begin(PULLING);
    await server.open(log, `${BOUND}\n${ADDED}\n${TIMEOUT}\n`, "log");
    const hover = await server.ask<Hover | null>("textDocument/hover", log, { line: 2, character: 5 });
    const text = JSON.stringify(hover?.contents);
    assert.match(text, /No sessions came in time/);
    assert.match(text, /stateTransferTimeout/);
    assert.deepEqual(hover?.range?.end, { line: 2, character: TIMEOUT.length });
    const bound = await server.ask<Hover | null>("textDocument/hover", log, { line: 0, character: 0 });
    assert.match(JSON.stringify(bound?.contents), new RegExp(`node1/conf/server\\.xml:${receiver}\\]\\(file:`));
    assert.equal(await server.ask("textDocument/hover", log, { line: 3, character: 0 }), null);
  });

  test("a problem leads to its page and to the line of the configuration, and goes with its line", async () => {
    await begin({ ...PULLING, experimental: { [PAGE_CAPABILITY]: true } });
    await server.open(log, `${BOUND}\n${ADDED}\n${TIMEOUT}\n`, "log");
    const [found, ...others] = await server.pull(log);
    assert.deepEqual([found?.code, found?.severity, others], ["state-timeout", DiagnosticSeverity.Warning, []]);
    assert.deepEqual(found?.range, { start: { line: 2, character: 0 }, end: { line: 2, character: TIMEOUT.length } });
    assert.ok(found?.relatedInformation?.some(({ location }) => location.uri === uriOf("node1/conf/server.xml")));
    assert.equal(found?.codeDescription?.href, "tomcat-cluster-page:/state-timeout");
    assert.match(
      String(await server.connection.sendRequest(PAGE_REQUEST, { code: "state-timeout" })),
      /^# state-timeout/,
    );
    await server.edit(log, { line: 2, character: 0 }, { line: 3, character: 0 }, "");
    assert.deepEqual(await server.pull(log), []);
  });

  test("are pushed to a client that cannot pull, and by name where the editor knows no logs", async () => {
    const pushed = new Promise<Diagnostic[]>((resolve) =>
      server.connection.onNotification("textDocument/publishDiagnostics", ({ diagnostics }) => resolve(diagnostics)),
    );
    await begin({});
    await server.open(log, `${BOUND}\n${TIMEOUT}\n`, "plaintext");
    assert.deepEqual(
      (await pushed).map(({ code }) => code),
      ["state-timeout"],
    );
  });

  test("a log that looks like a configuration is none, and what was pasted is explained in the client's language", async () => {
    await begin(PULLING);
    const xml = uriOf("node1/logs/server.xml.log");
    await server.open(xml, "<Server><Service/></Server>", "log");
    assert.deepEqual(await server.pull(xml), []);
    assert.equal(await server.connection.sendRequest("tomcatCluster/status", { uri: xml }), null);
    const page = await server.connection.sendRequest(EXPLAIN_LOG_REQUEST, {
      text: `> ${STRAY}\n> ${TIMEOUT}\n`,
      uri: "untitled:Untitled-1",
    });
    assert.match(page, /^# What these lines say[\s\S]*\(`state-timeout`; line 2\)/);
  });

  test("of one that is too long it is said that it is, and a hover still explains its lines", async () => {
    await begin(PULLING);
    const filler = `${line(3, "INFO", "core.StandardContext.x", "y".repeat(900))}\n`.repeat(9000);
    await server.open(log, `${filler}${TIMEOUT}\n`, "log");
    assert.deepEqual(
      (await server.pull(log)).map(({ code }) => code),
      ["log-too-long"],
    );
    const hover = await server.ask<Hover | null>("textDocument/hover", log, { line: 9000, character: 5 });
    assert.match(JSON.stringify(hover?.contents), /No sessions came in time/);
  });

  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    return uriOf(path);
  };

  test("logs of several nodes are read from disk, on one axis, with the lines of the configuration", async () => {
    const there = line(1.5, "INFO", "tribes.transport.ReceiverBase.bind", "[/192.168.56.8:4000]");
    const uris = [
      write("node1/logs/catalina.2023-02-08.log", `${BOUND}\n${ADDED}\n${TIMEOUT}\n`),
      write("node2/logs/catalina.out.1.gz", gzipSync(`${there}\n`)),
      uriOf("node3/logs/missing.log"),
    ];
    await begin(PULLING);
    const answer: LogTimeline = await server.connection.sendRequest(LOG_TIMELINE_REQUEST, { uris, token: "1" });
    assert.deepEqual(
      answer.events.map(({ node, place }) => [answer.nodes[node]?.name, place.label, place.uri]),
      [
        ["node1", "catalina.2023-02-08.log:1", uris[0]],
        ["node2", "catalina.out.1.gz:1", null],
        ["node1", "catalina.2023-02-08.log:2", uris[0]],
        ["node1", "catalina.2023-02-08.log:3", uris[0]],
      ],
    );
    const [finding] = answer.findings;
    assert.equal(finding?.id, "state-timeout");
    assert.ok(finding?.places.some(({ uri }) => uri === uriOf("node1/conf/server.xml")));
    assert.match(answer.problems.join(), /missing\.log/);
  });

  test("how far a long log is read is told; cancelled, the reading ends and the server answers on", async () => {
    const filler = `${line(3, "INFO", "core.StandardContext.x", "y".repeat(900))}\n`.repeat(1000);
    const long = write("node1/logs/long.log", filler.repeat(300));
    await begin(PULLING);
    const parts: number[] = [];
    const source = new CancellationTokenSource();
    const told = new Promise<void>((resolve) =>
      server.connection.onNotification(LOG_PROGRESS_NOTIFICATION.method, ({ part }: LogProgressParams) => {
        parts.push(part);
        resolve();
      }),
    );
    const reading = server.connection.sendRequest(LOG_TIMELINE_REQUEST, { uris: [long], token: "1" }, source.token);
    await told;
    source.cancel();
    await assert.rejects(reading, /Cancelled/);
    assert.ok(parts.every((part) => part >= 0 && part <= 1));
    assert.match(
      await server.connection.sendRequest(EXPLAIN_LOG_REQUEST, { text: TIMEOUT, uri: log }),
      /state-timeout/,
    );
  });

  test("what is on no disk of the server's is refused", async () => {
    await begin(PULLING);
    const asked = server.connection.sendRequest(LOG_TIMELINE_REQUEST, { uris: ["vscode-vfs://a/b.log"], token: "1" });
    await assert.rejects(asked, /Only logs on the server's machine/);
  });
});
