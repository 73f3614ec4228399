import assert from "node:assert/strict";
import * as vscode from "vscode";

/** Does something again and again until it has come true; fails after fifteen seconds. */
async function until(what: string, act: () => PromiseLike<unknown>, isSo: () => PromiseLike<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await isSo())) {
    assert.ok(Date.now() < end, `not in fifteen seconds: ${what}`);
    await act();
    await new Promise((done) => setTimeout(done, 250));
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

describe("Create Cluster… in VS Code", () => {
  it("writes files for two nodes once their preview is accepted", async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const made = vscode.Uri.joinPath(folder.uri, "tomcat-cluster");
    // It ends with a message that stays until somebody closes it.
    void vscode.commands.executeCommand("tomcatCluster.createCluster");
    let steps = 0;
    await until(
      "the files",
      async () => {
        // What is suggested is taken, one step after another; then the preview is there.
        assert.equal(await exists(made), false);
        await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
        if (++steps > 8) await vscode.commands.executeCommand("refactorPreview.apply");
      },
      () => exists(vscode.Uri.joinPath(made, "node2", "webapps", "ROOT", "index.jsp")),
    );
    const server = vscode.Uri.joinPath(made, "node1", "conf", "server.xml");
    const text = Buffer.from(await vscode.workspace.fs.readFile(server)).toString();
    assert.match(text, /jvmRoute="node1"[\s\S]*encryptionKey="\$\{cluster\.key\}"/);
    await vscode.workspace.fs.delete(made, { recursive: true });
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});
