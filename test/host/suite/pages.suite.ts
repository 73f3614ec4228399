import assert from "node:assert/strict";
import * as vscode from "vscode";
import { example, until } from "./helpers.ts";

const PAGE = "tomcatCluster.page";

/** The page that is shown, by its code. */
function shownPage(): string | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom && input.viewType === PAGE ? input.uri.path.slice(1) : undefined;
}

describe("pages about findings in VS Code", () => {
  afterEach(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));

  it("opens the page of a finding's code as an editor of its own, titled by the rule", async () => {
    const document = await vscode.workspace.openTextDocument(example("node1/conf/server.xml"));
    await vscode.window.showTextDocument(document);
    const found = await until(
      () => vscode.languages.getDiagnostics(document.uri).map(({ code }) => code),
      (codes) => codes.some((code) => typeof code === "object" && code.value === "deployer-outside-host"),
    );
    const code = found.find((each) => typeof each === "object" && each.value === "deployer-outside-host");
    assert.ok(typeof code === "object");
    await vscode.commands.executeCommand("vscode.open", code.target);
    await until(shownPage, (page) => page === "deployer-outside-host");
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, "deployer-outside-host");
  });

  it("explains a finding from the light bulb", async () => {
    const document = await vscode.workspace.openTextDocument(example("node1/conf/server.xml"));
    await vscode.window.showTextDocument(document);
    const deployer = document.positionAt(document.getText().indexOf("<Deployer") + 3);
    const explain = await until(
      async () => {
        const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
          "vscode.executeCodeActionProvider",
          document.uri,
          new vscode.Range(deployer, deployer),
          vscode.CodeActionKind.QuickFix.value,
        );
        return actions.find(({ title }) => title === "Explain deployer-outside-host")?.command;
      },
      (command) => command !== undefined,
    );
    assert.ok(explain);
    await vscode.commands.executeCommand(explain.command, ...(explain.arguments ?? []));
    await until(shownPage, (page) => page === "deployer-outside-host");
  });
});
