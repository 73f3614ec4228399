import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** As much of VS Code and its client as the module uses. */
interface Editor {
  installed: string[];
  changed(): void;
  readonly sent: string[];
}
interface Module {
  addOtherXmlExtension(params: object, token: undefined, next: () => unknown[]): Promise<unknown[]>;
  followOtherXmlExtension(client: object): void;
}

/** The module in an editor of its own. */
async function load(): Promise<{ readonly editor: Editor; readonly module: Module }> {
  const editor: Editor = { installed: [], changed: () => {}, sent: [] };
  const vscode = {
    extensions: {
      getExtension: (id: string) => (editor.installed.includes(id) ? { id } : undefined),
      onDidChange: (listener: () => void) => {
        editor.changed = listener;
      },
    },
  };
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../../client/src/other-xml-extension.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "cjs",
    external: ["vscode"],
  });
  const module = { exports: {} };
  new Function("require", "module", outputFiles[0]?.text ?? "")(() => vscode, module);
  // The bundle was just made of that very module.
  return { editor, module: module.exports as Module };
}

describe("beside another XML extension", () => {
  const asked = { items: [{ section: "tomcatCluster" }, { section: "editor" }, { section: "tomcatCluster" }] };
  const answers = () => [{ tomcatVersion: "9.0" }, { tabSize: 2 }, null];

  test("the server hears of it with its own settings only", async () => {
    const { editor, module } = await load();
    assert.deepEqual(await module.addOtherXmlExtension(asked, undefined, answers), [
      { tomcatVersion: "9.0", otherXmlExtension: false },
      { tabSize: 2 },
      { otherXmlExtension: false },
    ]);
    editor.installed = ["redhat.vscode-xml"];
    assert.deepEqual((await module.addOtherXmlExtension(asked, undefined, answers))[2], { otherXmlExtension: true });
  });

  test("the server asks anew when it comes or goes, not when others do", async () => {
    const { editor, module } = await load();
    module.followOtherXmlExtension({
      isRunning: () => true,
      sendNotification: (method: string) => editor.sent.push(method),
    });
    editor.installed = ["somebody.else"];
    editor.changed();
    assert.deepEqual(editor.sent, []);
    editor.installed = ["redhat.vscode-xml"];
    editor.changed();
    editor.changed();
    assert.deepEqual(editor.sent, ["workspace/didChangeConfiguration"]);
  });
});
