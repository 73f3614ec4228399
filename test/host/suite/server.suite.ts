import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as vscode from "vscode";
import { example, until } from "./helpers.ts";

/** The servers that run for this VS Code, by their process ids. */
function servers(): readonly number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
      const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, "latin1"))?.[1];
      const ours = words.some((word) => word.endsWith("dist/server.cjs")) && Number(parent) === process.pid;
      return ours ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

const oneServer = async (other?: number): Promise<number> => {
  const [id] = await until(
    servers,
    ([first, second]) => first !== undefined && second === undefined && first !== other,
  );
  assert.ok(id !== undefined);
  return id;
};

describe("a language server that is killed, hangs, and ends again and again", () => {
  const uri = () => example("node1/conf/server.xml");
  /** Asks about a document of its own: one that a server was busy with when it was killed is left out by the next. */
  const answers = async () => {
    const content = `<Server><Service name="a"><Engine name="a" defaultHost="a"><Cluster/></Engine></Service></Server>`;
    const text = await vscode.workspace.openTextDocument({ language: "xml", content });
    const at = text.positionAt(content.indexOf("<Cluster") + 2);
    const hover = async () =>
      (await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", text.uri, at)).length;
    await until(hover, (count) => count > 0);
  };

  before(async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri()));
    await answers();
  });
  after(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("is there again after a kill", async () => {
    const before = await oneServer();
    process.kill(before, "SIGKILL");
    await oneServer(before);
    await answers();
  });

  it("is replaced by the command when it is stopped", async () => {
    const before = await oneServer();
    process.kill(before, "SIGSTOP");
    await vscode.commands.executeCommand("tomcatCluster.restart");
    assert.notEqual(await oneServer(), before);
    await answers();
  });

  it("stays off after five ends, says so everywhere, and comes back with Restart", async function () {
    this.timeout(300_000);
    let last: number | undefined;
    for (let time = 0; time < 5; time++) {
      // The restart of the test before begins the count anew.
      last = await oneServer(last);
      if (time < 4) await answers();
      process.kill(last, "SIGKILL");
    }
    await until(servers, (ids) => ids.length === 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.deepEqual(servers(), []);

    const query = new URLSearchParams({ source: uri().toString(), marks: "true" }).toString();
    const effective = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme: "tomcat-effective", path: uri().path, query }),
    );
    // One that was open before keeps its text until it is asked for anew.
    await until(
      () => effective.getText(),
      (text) => text.includes("does not run"),
    );
    await vscode.commands.executeCommand("tomcatCluster.showTopology");
    // Neither asks anything, nor waits: a message stands there, and the command is over.
    await vscode.commands.executeCommand("tomcatCluster.createCluster");

    await vscode.commands.executeCommand("tomcatCluster.restart");
    await oneServer(last);
    await answers();
    await until(
      () => effective.getText(),
      (text) => text.includes("<Server"),
    );
  });
});

describe("the state of a file in a history", () => {
  it("has no findings, shown or counted, and its file has them", async function () {
    this.timeout(120_000);
    const source = example("node1/conf/server.xml");
    const bytes = await vscode.workspace.fs.readFile(source);
    const files: vscode.FileSystemProvider = {
      onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
      watch: () => ({ dispose() {} }),
      stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length }),
      readDirectory: () => [],
      readFile: () => bytes,
      createDirectory: () => undefined,
      writeFile: () => undefined,
      delete: () => undefined,
      rename: () => undefined,
    };
    const provider = vscode.workspace.registerFileSystemProvider("history", files, { isReadonly: true });
    try {
      const before = vscode.Uri.from({ scheme: "history", path: source.path, query: '{"ref":"~"}' });
      await vscode.commands.executeCommand("vscode.diff", before, source, "before and now");
      await until(
        () => vscode.languages.getDiagnostics(source).length,
        (count) => count > 0,
      );
      const at = new vscode.Position(3, 4);
      // What explains is there on both sides.
      for (const uri of [before, source]) {
        await until(
          async () => (await vscode.commands.executeCommand<unknown[]>("vscode.executeHoverProvider", uri, at)).length,
          (count) => count > 0,
        );
      }
      assert.deepEqual(vscode.languages.getDiagnostics(before), []);
    } finally {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      provider.dispose();
    }
  });
});
