import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver-types";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";
import { PROGRAM } from "../harness/shell.ts";

const CREATING = {
  ...PULLING,
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
};

describe("what a configuration accepts and decides, in an editor", () => {
  let folder: string;
  let server: ServerProcess;
  const at = (path: string) => join(folder, path);
  const uriOf = (path: string) => pathToFileURL(at(path)).href;
  const configure = (content: object) => server.open(uriOf(".tomcat-cluster.json"), JSON.stringify(content), "jsonc");

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "tomcat cluster-"));
    cpSync("examples", folder, { recursive: true });
    server = new ServerProcess([bundledServer, "--stdio"]);
    await server.initialize(CREATING, [pathToFileURL(folder).href], { validatesJson: true });
    const path = "node1/conf/server.xml";
    await server.open(uriOf(path), readFileSync(at(path), "utf8"));
  });
  after(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  const findings = () => server.pull(uriOf("node1/conf/server.xml"));

  test("a baseline of the command line counts, from whatever folder it was written", async () => {
    assert.ok((await findings()).length > 0);
    writeFileSync(at(".tomcat-cluster.json"), '{ "baseline": "accepted.json" }');
    const { stderr } = spawnSync(process.execPath, [PROGRAM, "check", folder, "--update-baseline"], { cwd: tmpdir() });
    assert.equal(String(stderr), "");
    await configure({ baseline: "accepted.json" });
    assert.deepEqual(await findings(), []);
    assert.deepEqual(await server.pull(uriOf(".tomcat-cluster.json")), []);
  });

  test("what a configuration names and is not there is said at its place, also beside other mistakes", async () => {
    const text = {
      baseline: "gone.json",
      clusters: [{ name: "a", nodes: ["node*/conf/server.xml", "west/**"] }],
      customRules: [{ id: "send-options", select: "//a", message: "b" }],
    };
    await configure(text);
    const [own, ...others] = await server.pull(uriOf(".tomcat-cluster.json"));
    assert.match(String(own?.message), /send-options is a rule of this program already/);
    await configure({ ...text, customRules: [] });
    const found = await server.pull(uriOf(".tomcat-cluster.json"));
    const said = (all: typeof found) =>
      all.map(({ message, severity }) => [String(message).split(/[,.]/)[0], severity]);
    assert.deepEqual(said(found), [
      ["This file is not there", 2],
      ["No server", 2],
    ]);
    assert.deepEqual(said(others), said(found));
    assert.equal(found[1]?.range.start.character, JSON.stringify(text).indexOf('"west'));
  });

  test("a client that validates JSON hears the consequence, not each mistake again", async () => {
    await configure({ rules: { "send-options": "loud" } });
    const found = await server.pull(uriOf(".tomcat-cluster.json"));
    assert.deepEqual(
      found.map(({ message }) => message),
      ["Nothing of this file counts until the mistakes marked in it are mended."],
    );
  });

  test("a finding is accepted, or its rule changed, by a quick fix", async () => {
    await configure({});
    const [finding] = await findings();
    assert.ok(finding);
    const actions: CodeAction[] = await server.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri: uriOf("node1/conf/server.xml") },
      range: finding.range,
      context: { diagnostics: [finding], only: ["quickfix"] },
    });
    const ofFinding = (title: RegExp) =>
      actions.find((each) => title.test(each.title) && each.diagnostics?.[0]?.code === finding.code)?.edit;
    const textOf = (edit: CodeAction["edit"], name: string) =>
      edit?.documentChanges
        ?.filter((change): change is TextDocumentEdit => "edits" in change && change.textDocument.uri.endsWith(name))
        .flatMap(({ edits }) => edits.map((each) => ("newText" in each ? each.newText : "")))[0] ?? "";
    const off = ofFinding(/^Switch .* off/);
    assert.deepEqual(JSON.parse(textOf(off, ".tomcat-cluster.json")), { rules: { [String(finding.code)]: "off" } });
    const accept = ofFinding(/^Accept into the baseline$/);
    const baseline = textOf(accept, "tomcat-cluster-baseline.json");
    assert.match(baseline, /node1\/conf\/server\.xml: /);
    writeFileSync(at("tomcat-cluster-baseline.json"), baseline);
    const before = (await findings()).length;
    await configure(JSON.parse(textOf(accept, ".tomcat-cluster.json")));
    assert.equal((await findings()).length, before - 1);
  });
});
