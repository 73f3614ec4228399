import assert from "node:assert/strict";
import * as vscode from "vscode";
import { example, until } from "./helpers.ts";

const SCHEME = "tomcat-effective";

describe("the effective configuration in VS Code", () => {
  afterEach(async () => {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });

  it("opens beside the file, follows it, and shows no findings of its own", async () => {
    const source = await vscode.workspace.openTextDocument(example("node1/conf/server.xml"));
    await vscode.window.showTextDocument(source);
    await vscode.commands.executeCommand("tomcatCluster.showEffective");
    const shown = vscode.window.activeTextEditor?.document;
    assert.ok(shown && shown.uri.scheme === SCHEME);
    assert.equal(shown.languageId, "xml");
    // The path is what the breadcrumbs show.
    assert.equal(shown.uri.path, "/node1 (effective)");
    assert.equal(vscode.workspace.fs.isWritableFileSystem(SCHEME), false);
    assert.match(shown.getText(), /port="4000"/);

    const at = source.positionAt(source.getText().indexOf('port="4000"') + 'port="'.length);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(source.uri, new vscode.Range(at, at.translate(0, 4)), "4444");
    await vscode.workspace.applyEdit(edit);
    await until(
      () => shown.getText(),
      (text) => text.includes('port="4444"'),
    );
    assert.deepEqual(vscode.languages.getDiagnostics(shown.uri), []);
    await vscode.window.showTextDocument(source);
  });

  it("is offered by a lens", async () => {
    const uri = example("node2/conf/server.xml");
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);
    const lens = lenses.find(({ command }) => command?.command === "tomcatCluster.showEffective");
    assert.ok(lens?.command);
    await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? "", /StaticMembershipInterceptor/);
  });
});
