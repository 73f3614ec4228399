import assert from "node:assert/strict";
import * as vscode from "vscode";
import { example, until } from "./helpers.ts";

const ours = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "tomcat-cluster");
const codeOf = ({ code }: vscode.Diagnostic) => (typeof code === "object" ? code.value : code);

const textOf = (hovers: readonly vscode.Hover[]) =>
  hovers.flatMap(({ contents }) => contents.map((each) => (typeof each === "string" ? each : each.value))).join("\n");

async function open(path: string): Promise<vscode.TextEditor> {
  return await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(example(path)));
}

/** Where some text begins in a document, moved by a number of characters. */
function place(document: vscode.TextDocument, text: string, plus = 0): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `no ${text}`);
  return document.positionAt(at + plus);
}

describe("the post's first node in VS Code", () => {
  let editor: vscode.TextEditor;

  beforeEach(async () => {
    editor = await open("node1/conf/server.xml");
  });
  afterEach(() => vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor"));

  it("shows what Tomcat would not do, with a page for each rule", async () => {
    const found = await until(
      () => ours(editor.document.uri),
      (all) => all.some((each) => codeOf(each) === "deployer-outside-host"),
    );
    const deployer = found.find((each) => codeOf(each) === "deployer-outside-host");
    assert.equal(deployer?.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(editor.document.getText(deployer.range), /Deployer/);
    assert.ok(typeof deployer.code === "object");
    assert.equal(deployer.code.target.toString(), "tomcat-cluster-page:/deployer-outside-host");
  });

  it("repairs the filter with its quick fix", async () => {
    const offered = async () => {
      const problem = ours(editor.document.uri).find((each) => codeOf(each) === "filter-not-a-regex");
      if (!problem) return undefined;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider",
        editor.document.uri,
        problem.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ edit }) => edit?.get(editor.document.uri).some(({ newText }) => newText.includes("|")));
    };
    const fix = await until(offered, (found) => found !== undefined);
    assert.ok(fix?.edit);
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.match(editor.document.getText(), /filter=".*\\\.gif\|/);
    await until(
      () => ours(editor.document.uri).map(codeOf),
      (codes) => !codes.includes("filter-not-a-regex"),
    );
  });

  it("repairs everything that is safe with one command", async () => {
    await until(
      () => ours(editor.document.uri).length,
      (count) => count > 0,
    );
    const threads = editor.document.getText().indexOf('maxThreads="6"') + 'maxThreads="'.length;
    await editor.edit((edit) => edit.insert(editor.document.positionAt(threads), " "));
    const blank = editor.document.getText();
    await until(
      async () => {
        await vscode.commands.executeCommand("tomcatCluster.fixAll");
        return editor.document.getText();
      },
      (text) => text !== blank,
    );
    assert.equal(editor.document.getText(), blank.replace('maxThreads=" 6"', 'maxThreads="6"'));
  });

  it("explains an attribute on hover", async () => {
    const hovers = await until(
      () =>
        vscode.commands.executeCommand<vscode.Hover[]>(
          "vscode.executeHoverProvider",
          editor.document.uri,
          place(editor.document, "dropTime", 2),
        ),
      (all) => all.length > 0,
    );
    assert.match(textOf(hovers), /3000/);
  });

  it("completes an attribute where one is typed", async () => {
    const at = place(editor.document, 'port="45564"');
    const list = await until(
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          "vscode.executeCompletionItemProvider",
          editor.document.uri,
          at,
        ),
      ({ items }) => items.some(({ label }) => label === "domain"),
    );
    const domain = list.items.find(({ label }) => label === "domain");
    assert.ok(domain?.insertText instanceof vscode.SnippetString || typeof domain?.insertText === "string");
  });

  it("offers whole clusters where a Cluster may stand, with the jvmRoute they need, and nowhere else", async () => {
    const document = await vscode.workspace.openTextDocument({
      language: "xml",
      content:
        '<Engine name="Catalina" defaultHost="localhost">\n\n  <Host name="localhost">\n\n  </Host>\n</Engine>\n',
    });
    const untitled = await vscode.window.showTextDocument(document);
    const offersAt = async (line: number) => {
      const position = new vscode.Position(line, 0);
      const command = "vscode.executeCompletionItemProvider";
      return vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, position);
    };
    const isWhole = ({ label }: vscode.CompletionItem) =>
      typeof label !== "string" && label.description === "a whole cluster of static members";
    const { items } = await until(
      () => offersAt(1),
      (list) => list.items.some(isWhole),
    );
    const whole = items.find(isWhole);
    assert.ok(whole?.insertText instanceof vscode.SnippetString);
    assert.match(whole.additionalTextEdits?.[0]?.newText ?? "", /^ jvmRoute="/);
    await untitled.insertSnippet(whole.insertText, new vscode.Position(1, 0));
    assert.match(document.getText(), /StaticMembershipInterceptor/);
    assert.doesNotMatch(document.getText(), /\$\{\d/);

    const other = await vscode.workspace.openTextDocument({ language: "xml", content: "<project>\n\n</project>\n" });
    const elsewhere = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      other.uri,
      new vscode.Position(1, 0),
    );
    // Words of other documents are the editor's own.
    const offered = elsewhere.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
    const labels = offered.map(({ label }) => (typeof label === "string" ? label : label.label));
    assert.deepEqual(
      labels.filter((label) => label.startsWith("tomcat-cluster-") || label === "Cluster"),
      [],
    );
  });

  it("knows the line, and takes another one", async () => {
    const settings = () => vscode.workspace.getConfiguration("tomcatCluster", editor.document.uri);
    await settings().update("tomcatVersion", "11.0", vscode.ConfigurationTarget.Workspace);
    try {
      await until(
        () =>
          vscode.commands.executeCommand<vscode.Hover[]>(
            "vscode.executeHoverProvider",
            editor.document.uri,
            place(editor.document, "SimpleTcpCluster", 2),
          ),
        (hovers) => textOf(hovers).includes("11.0"),
      );
    } finally {
      await settings().update("tomcatVersion", undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
