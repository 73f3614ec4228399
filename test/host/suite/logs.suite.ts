import assert from "node:assert/strict";
import * as vscode from "vscode";
import { line, member } from "../../harness/log-lines.ts";
import { example, until } from "./helpers.ts";

const LINES = [
  line(1, "INFO", "tribes.transport.ReceiverBase.bind", "[/192.168.56.7:4000]"),
  line(2, "INFO", "ha.tcp.SimpleTcpCluster.memberAdded", `[${member(8)}]`),
  line(60, "SEVERE", "ha.session.DeltaManager.waitForSendAllSessions", "[localhost#/shop] [a] [60,001]"),
];

describe("logs in VS Code", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("a catalina.out is a log, its lines have hovers and its problem a diagnostic", async () => {
    const uri = example("node1/logs/catalina.out");
    await vscode.workspace.fs.writeFile(uri, Buffer.from(`${LINES.join("\n")}\n`));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, "log");
    const [found] = await until(
      () => vscode.languages.getDiagnostics(uri),
      (all) => all.length > 0,
    );
    assert.ok(found);
    assert.deepEqual([found.range.start.line, found.source], [2, "tomcat-cluster"]);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      uri,
      new vscode.Position(1, 40),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((each) => (typeof each === "string" ? each : each.value))
      .join("\n");
    assert.match(text, /192\.168\.56\.8:4000/);
  });

  it("explains the lines that are selected in what was pasted, and all of it where nothing is", async () => {
    const document = await vscode.workspace.openTextDocument({
      content: `What is this?\n${LINES.join("\n")}`,
      language: "plaintext",
    });
    const editor = await vscode.window.showTextDocument(document);
    // From the middle of one line to the middle of the next.
    editor.selection = new vscode.Selection(2, 30, 3, 10);
    const part = await vscode.commands.executeCommand<string>("tomcatCluster.explainLog");
    assert.match(part, /2 lines, 0 of them[\s\S]*\(`state-timeout`; line 2\)/);
    await until(
      () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).map(({ label }) => label),
      (labels) => labels.includes("Log Lines"),
    );
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const whole = await vscode.commands.executeCommand<string>("tomcatCluster.explainLog");
    assert.match(whole, /4 lines, 1 of them[\s\S]*\(`state-timeout`; line 4\)/);
  });
});
