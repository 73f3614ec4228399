import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { BROKEN, inNewFolder, PROGRAM } from "../harness/shell.ts";

/** What the extension starts for the agents of VS Code. */
const OF_THE_EXTENSION = fileURLToPath(new URL("../../dist/mcp.cjs", import.meta.url));

/** An agent that may read some folders. */
function agent(...folders: readonly string[]): Promise<Client> {
  return agentOf(PROGRAM, "mcp", ...folders);
}

/** An agent that starts a program of ours. */
async function agentOf(...args: readonly string[]): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [...args], stderr: "inherit" }));
  return client;
}

interface Answer {
  readonly texts: readonly string[];
  readonly failed: boolean;
}

async function ask(client: Client, name: string, words: Record<string, unknown>): Promise<Answer> {
  const { content, isError } = await client.callTool({ name, arguments: words });
  return { texts: (content as { text: string }[]).map(({ text }) => text), failed: isError === true };
}

describe("tomcat-cluster mcp", () => {
  let client: Client;
  before(async () => {
    client = await agent("examples");
  });
  after(() => client.close());

  test("offers tools that read and change nothing", async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint]),
      [
        ["check", true],
        ["explain", true],
        ["effective", true],
        ["topology", true],
        ["migrate", true],
      ],
    );
  });

  test("checks nodes, in either language", async () => {
    const { texts, failed } = await ask(client, "check", { paths: ["examples"] });
    assert.equal(failed, false);
    const { files } = JSON.parse(texts[0] ?? "");
    const codes = files.flatMap((file: { findings: { rule: string }[] }) => file.findings.map(({ rule }) => rule));
    assert.ok(codes.includes("send-options-differ"), codes.join());
    const korean = await ask(client, "check", { paths: ["examples"], language: "ko" });
    assert.match(korean.texts[0] ?? "", /[가-힣]/);
  });

  test("explains the rule of a finding", async () => {
    const { texts } = await ask(client, "explain", { rule: "jvm-route-missing" });
    assert.match(texts[0] ?? "", /^# jvm-route-missing\n/);
    assert.deepEqual((await ask(client, "explain", { rule: "no-such" })).failed, true);
  });

  test("shows what Tomcat runs, and what forms a cluster", async () => {
    const words = { path: "examples/node1/conf/server.xml", tomcatVersion: "10.1" };
    assert.match((await ask(client, "effective", words)).texts[0] ?? "", /What Tomcat 10\.1 runs with node1/);
    const drawn = await ask(client, "topology", { paths: ["examples"], format: "mermaid" });
    assert.match(drawn.texts[0] ?? "", /^flowchart/);
  });

  test("reports a move to another Tomcat, without changing a file", async () => {
    const words = { paths: ["examples"], from: "9.0", to: "11.0" };
    const { texts, failed } = await ask(client, "migrate", words);
    assert.equal(failed, false);
    assert.match(texts[0] ?? "", /^# Tomcat 9\.0.* → 11\.0/);
    assert.match(texts[0] ?? "", /^## .*node2\/conf\/server/m);
    const wrong = await ask(client, "migrate", { ...words, to: "5.5" });
    assert.match(wrong.texts[0] ?? "", /5\.5 is no Tomcat known here/);
  });

  test("says what is wrong with a question", async () => {
    for (const words of [{}, { paths: [] }, { paths: "examples" }, { paths: ["examples"], fix: true }]) {
      const { failed, texts } = await ask(client, "check", words);
      assert.ok(failed && texts[0], JSON.stringify(words));
    }
  });

  test("reads nothing outside of its folders, whatever leads there", async () => {
    for (const path of ["package.json", "examples/../package.json", "/etc/passwd"]) {
      const { failed, texts } = await ask(client, "effective", { path });
      assert.ok(failed);
      assert.match(texts[0] ?? "", /is not below a folder this server may read/);
    }
  });
});

describe("the server that the extension offers to VS Code's agents", () => {
  test("has the same tools over the folders of the workspace, in the user's language", async () => {
    const client = await agentOf(OF_THE_EXTENSION, "ko", "examples");
    try {
      const { tools } = await client.listTools();
      assert.deepEqual(
        tools.map(({ name, title }) => [name, title]),
        [
          ["check", "Tomcat 설정 검사"],
          ["explain", "규칙 설명"],
          ["effective", "Tomcat의 실제 설정 보기"],
          ["topology", "클러스터를 이루는 노드 보기"],
          ["migrate", "다른 Tomcat으로 옮기는 보고서"],
        ],
      );
      assert.match((await ask(client, "explain", { rule: "jvm-route-missing" })).texts[0] ?? "", /[가-힣]/);
      assert.equal((await ask(client, "check", { paths: ["package.json"] })).failed, true);
    } finally {
      await client.close();
    }
  });
});

describe("an agent's folder", () => {
  const { at, write } = inNewFolder();

  test("shows no password in any answer", async () => {
    const connector = '<Connector port="8443" SSLEnabled="true" keystoreFile="a.p12" keystorePass="s3cret-of-ours"/>';
    write("conf/server.xml", BROKEN.replace("<Engine", `${connector}<Engine`).replace("=node1", '="node1"'));
    const client = await agent(at("."));
    try {
      for (const [name, words] of [
        ["check", { paths: [at("conf")] }],
        ["effective", { path: at("conf/server.xml") }],
        ["migrate", { paths: [at("conf")], from: "8.5", to: "10.1" }],
      ] as const) {
        const { texts, failed } = await ask(client, name, words);
        assert.equal(failed, false, texts.join("\n"));
        assert.ok(texts.join("").length > 100 && !texts.join("\n").includes("s3cret-of-ours"), texts.join("\n"));
      }
    } finally {
      await client.close();
    }
  });

  test("does not open by a link, nor to the folders beside it", async () => {
    write("secret/conf/server.xml", BROKEN);
    write("open/conf/server.xml", BROKEN);
    symlinkSync(at("secret"), at("open/link"));
    const client = await agent(at("open"));
    try {
      const { texts } = await ask(client, "check", { paths: [at("open")] });
      assert.deepEqual(
        JSON.parse(texts[0] ?? "").files.map(({ path }: { path: string }) => path),
        [at("open/conf/server.xml")],
      );
      assert.equal((await ask(client, "check", { paths: [at("open/link/conf/server.xml")] })).failed, true);
      assert.equal((await ask(client, "check", { paths: [at("secret")] })).failed, true);
    } finally {
      await client.close();
    }
  });
});

test("ends with an error, in words, at a message that is too long; what is no message is told", () => {
  const run = (input: string) => {
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, "mcp"], { input, encoding: "utf8" });
    return { status, stderr };
  };
  const long = run(`"${"x".repeat(11 * 1024 * 1024)}"\n`);
  assert.equal(long.status, 2);
  assert.match(long.stderr, /exceeded maximum size/);
  const none = run("none\n");
  assert.equal(none.status, 0);
  assert.match(none.stderr, /JSON/);
});
