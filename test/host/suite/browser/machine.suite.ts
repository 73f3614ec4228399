import assert from "node:assert/strict";
import * as vscode from "vscode";
import { example, until } from "../helpers.ts";

describe("what needs the machine that the files are on, in a browser", () => {
  before(async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(example("node1/conf/server.xml")));
  });
  after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("says that it cannot run a Tomcat", async () => {
    const answer = await vscode.commands.executeCommand<{ readonly outcome: string; readonly text: string }>(
      "tomcatCluster.configtest",
    );
    assert.equal(answer.outcome, "unsupported");
    assert.match(answer.text, /not in a browser/);
  });

  it("opens no socket, and its command ends with a message", async () => {
    assert.equal(await vscode.commands.executeCommand("tomcatCluster.probeMulticast"), undefined);
  });

  it("draws the topology", async () => {
    await vscode.commands.executeCommand("tomcatCluster.showTopology");
    await until(
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
      (labels) => labels.some((label) => /Topology/.test(label)),
    );
  });
});
