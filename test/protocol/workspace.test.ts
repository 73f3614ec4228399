import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { CancellationTokenSource, ProgressType } from "vscode-jsonrpc/node";
import type { CodeAction, Diagnostic } from "vscode-languageserver-types";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";

interface Report {
  readonly kind: "full" | "unchanged";
  readonly uri: string;
  readonly items?: readonly Diagnostic[];
}

const CONFIRMING = { ...PULLING, workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } };
const codesOf = (report: Report | undefined) => report?.items?.map(({ code }) => code) ?? [];

describe("a workspace of two nodes", () => {
  let folder: string;
  let server: ServerProcess;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-"));
    cpSync("examples", folder, { recursive: true });
    const second = join(folder, "node2/conf/server.xml");
    writeFileSync(second, readFileSync(second, "utf8").replace("<Engine ", '<Engine jvmRoute="tomcat" '));
    server = new ServerProcess([bundledServer, "--stdio"]);
    await server.initialize(CONFIRMING, [pathToFileURL(folder).href]);
  });

  after(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  test("files that are not open are reported, and again when another node changes", async () => {
    const seen = new Map<string, Report>();
    let wake = () => {};
    const stream = new ProgressType<{ items: readonly Report[] }>();
    server.connection.onProgress(stream, "stream", ({ items }) => {
      for (const item of items) seen.set(item.uri, item);
      wake();
    });
    const cancel = new CancellationTokenSource();
    const answer = server.connection.sendRequest(
      "workspace/diagnostic",
      { previousResultIds: [], partialResultToken: "stream" },
      cancel.token,
    );
    const until = async (done: () => boolean) => {
      while (!done()) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    };
    const node2 = uriOf("node2/conf/server.xml");
    await until(() => seen.has(node2));
    assert.ok(codesOf(seen.get(uriOf("node1/conf/server.xml"))).includes("element-replaced"));
    assert.ok(!codesOf(seen.get(node2)).includes("jvm-route-duplicate"));

    const path = join(folder, "node1/conf/server.xml");
    const text = readFileSync(path, "utf8");
    await server.open(pathToFileURL(path).href, text.replace("<Engine ", '<Engine jvmRoute="tomcat" '));
    await until(() => codesOf(seen.get(node2)).includes("jvm-route-duplicate"));
    const [finding] = (seen.get(node2)?.items ?? []).filter(({ code }) => code === "jvm-route-duplicate");
    assert.equal(finding?.relatedInformation?.[0]?.location.uri, pathToFileURL(path).href);

    cancel.cancel();
    assert.deepEqual(await answer, { items: [] });
  });

  test("a configuration that is not open tells its mistakes, and no longer when it is put right", async () => {
    const path = join(folder, ".tomcat-cluster.json");
    const ask = async (previousResultIds: readonly { uri: string; value: string }[] = []) => {
      const { items }: { items: readonly (Report & { resultId?: string })[] } = await server.connection.sendRequest(
        "workspace/diagnostic",
        { previousResultIds },
      );
      return items.find(({ uri }) => uri === pathToFileURL(path).href);
    };
    const changed = () =>
      server.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri: pathToFileURL(path).href, type: 2 }],
      });
    assert.equal(await ask(), undefined);

    writeFileSync(path, '{ "rules": { "no-such-rule": "off" } }');
    await changed();
    const first = await ask();
    assert.match(JSON.stringify(first?.items), /There is no rule no-such-rule/);
    const value = first?.resultId ?? "";
    assert.equal((await ask([{ uri: pathToFileURL(path).href, value }]))?.kind, "unchanged");

    writeFileSync(path, "{}");
    await changed();
    assert.deepEqual((await ask([{ uri: pathToFileURL(path).href, value }]))?.items, []);
    rmSync(path);
    await changed();
  });

  test("a fix over several files is shown before it is made", async () => {
    const uri = uriOf("node2/conf/server.xml");
    const text = readFileSync(join(folder, "node2/conf/server.xml"), "utf8");
    await server.open(uri, text.replace('channelSendOptions="6"', 'channelSendOptions="14"'));
    const [finding] = (await server.pull(uri)).filter(({ code }) => code === "send-options-differ");
    assert.ok(finding);
    const actions: CodeAction[] = await server.connection.sendRequest("textDocument/codeAction", {
      textDocument: { uri },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const action = actions.find(({ title }) => title === "Use 14 on all nodes");
    assert.ok(action?.edit?.documentChanges, JSON.stringify(actions, null, 1));
    const annotations = Object.values(action.edit.changeAnnotations ?? {});
    assert.deepEqual(
      annotations.map(({ needsConfirmation }) => needsConfirmation),
      [true],
    );
    assert.ok(JSON.stringify(action.edit.documentChanges).includes("node1"));
  });

  test("mistakes of a configuration are shown in it, and a right one counts at once", async () => {
    const uri = uriOf(".tomcat-cluster.json");
    await server.open(uri, '{ "rules": { "no-such-rule": "off" } }', "json");
    const [mistake] = await server.pull(uri);
    assert.match(JSON.stringify(mistake), /There is no rule no-such-rule/);
    assert.deepEqual(mistake?.range.start, { line: 0, character: 29 });

    const web = uriOf("node1/webapps/ROOT/WEB-INF/web.xml");
    const text = readFileSync(join(folder, "node1/webapps/ROOT/WEB-INF/web.xml"), "utf8");
    await server.open(web, text);
    assert.ok((await server.pull(web)).some(({ code }) => code === "not-distributable"));
    await server.open(uri, '{ "rules": { "not-distributable": "off" } }', "json");
    assert.ok(!(await server.pull(web)).some(({ code }) => code === "not-distributable"));
  });
});
