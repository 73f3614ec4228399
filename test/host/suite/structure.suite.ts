import assert from "node:assert/strict";
import * as vscode from "vscode";
import { example, until } from "./helpers.ts";

const type = (text: string) => vscode.commands.executeCommand("type", { text });
const ask = <T>(command: string, ...rest: readonly unknown[]) =>
  vscode.commands.executeCommand<T>(`vscode.${command}`, ...rest);

describe("what follows from structure, in VS Code", () => {
  let editor: vscode.TextEditor;
  let uri: vscode.Uri;

  beforeEach(async () => {
    uri = example("node1/conf/server.xml");
    editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await until(
      () => ask<vscode.DocumentSymbol[]>("executeDocumentSymbolProvider", uri),
      (symbols) => symbols?.[0]?.name === "Server 8005",
    );
  });
  afterEach(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  /** A new line before the end of the Service, and the cursor on it. */
  async function startLine(): Promise<number> {
    const { line } = editor.document.positionAt(editor.document.getText().indexOf("</Service>"));
    await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), "\n"));
    editor.selection = new vscode.Selection(line, 0, line, 0);
    return line;
  }

  it("writes the end tag behind the start tag, with the cursor between", async () => {
    const line = await startLine();
    await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), '<Engine name="a"'));
    await type(">");
    await until(
      () => editor.document.lineAt(line).text,
      (text) => text === '<Engine name="a"></Engine>',
    );
    // The editor tells of the text first, and of the cursor a moment later.
    await until(
      () => editor.selection.active,
      (cursor) => cursor.isEqual(new vscode.Position(line, '<Engine name="a">'.length)),
    );
  });

  it("completes an end tag at </, and leaves undo alone", async () => {
    const line = await startLine();
    await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), "<Executor><"));
    await type("/");
    await until(
      () => editor.document.lineAt(line).text,
      (text) => text === "<Executor></Executor>",
    );
    await vscode.commands.executeCommand("undo");
    await new Promise((done) => setTimeout(done, 300));
    assert.notEqual(editor.document.lineAt(line).text, "<Executor></Executor>");
  });

  it("writes nothing when it is switched off", async () => {
    const settings = vscode.workspace.getConfiguration("tomcatCluster", uri);
    await settings.update("autoClosingTags", false, vscode.ConfigurationTarget.Workspace);
    try {
      const line = await startLine();
      await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), "<Engine"));
      await type(">");
      await new Promise((done) => setTimeout(done, 300));
      assert.equal(editor.document.lineAt(line).text, "<Engine>");
    } finally {
      await settings.update("autoClosingTags", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it("folds, colours, hints and says above a Cluster what it is", async () => {
    const folds = await ask<vscode.FoldingRange[]>("executeFoldingRangeProvider", uri);
    assert.ok(folds.some(({ start }) => editor.document.lineAt(start).text.includes("<Engine")));
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    const hints = await ask<vscode.InlayHint[]>("executeInlayHintProvider", uri, whole);
    assert.ok(hints.some(({ label }) => label === "asynchronous"));
    // The file was closed and opened again a moment ago: the server may still be told so.
    await until(
      async () => (await ask<vscode.CodeLens[]>("executeCodeLensProvider", uri)).map(({ command }) => command?.title),
      // How it sends the hint says already.
      (titles) => titles.some((title) => title?.includes("multicast") && !title.includes("asynchronous")),
    );
    const legend = await ask<vscode.SemanticTokensLegend>("provideDocumentSemanticTokensLegend", uri);
    const tokens = await ask<vscode.SemanticTokens>("provideDocumentSemanticTokens", uri);
    assert.ok(legend.tokenTypes.includes("class") && tokens.data.length > 0);
  });

  it("finds a Receiver in the whole workspace", async () => {
    const found = await until(
      () => ask<vscode.SymbolInformation[]>("executeWorkspaceSymbolProvider", "Cluster Receiver"),
      (symbols) => symbols.length > 1,
    );
    assert.ok(found.some(({ location }) => location.uri.path.endsWith("/node2/conf/server.xml")));
  });
});
