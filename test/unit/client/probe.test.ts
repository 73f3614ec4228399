import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import {
  CLUSTERS_REQUEST,
  PROBE_MEMBERS_NOTIFICATION,
  PROBE_TARGETS_REQUEST,
  STATUS_REQUEST,
} from "../../../server/src/protocol.ts";

/** The commands of both modules, by name. */
type Commands = ReadonlyMap<string, () => Promise<unknown>>;
interface Sent {
  readonly method: string;
  readonly params: {
    readonly uri?: string;
    readonly target?: number;
    readonly interface?: string | null;
    readonly send?: boolean;
  };
}

/** As much of VS Code as the commands use, and what they did with it. */
class Editor {
  trusted = true;
  uri: string | undefined = "file:///node1/conf/server.xml";
  line = 0;
  dirty = false;
  saved = 0;
  catalinaHome = "";
  /** What is picked of each list, and of the buttons of a message. */
  picks: (number | undefined)[] = [];
  button: string | undefined;
  readonly lists: string[][] = [];
  readonly messages: string[] = [];
  readonly contexts: unknown[] = [];
  readonly commands = new Map<string, () => Promise<unknown>>();
  readonly sent: Sent[] = [];
  view = { message: "", description: "" };
  diagnostics = new Map<string, readonly { readonly message: string }[]>();
  hide = () => {};
  edit = () => {};
  tell = (_params: object) => {};
  /** Rows of the view, as its provider gives them. */
  rows = (): readonly { readonly label: string; readonly description?: string }[] => [];
  /** What the server says of the active document, and the files of the workspace. */
  status: object | null = {};
  servers: readonly string[] = [];
  answer = (_method: string, _params: object, _cancelled: Promise<void>): unknown => null;

  readonly client = {
    onNotification: ({ method }: { readonly method: string }, listener: (params: object) => void) => {
      assert.equal(method, PROBE_MEMBERS_NOTIFICATION.method);
      this.tell = listener;
      return { dispose() {} };
    },
    isRunning: () => true,
    needsStop: () => true,
    sendRequest: async (
      { method }: { readonly method: string },
      params: Sent["params"],
      token?: { readonly cancelled: Promise<void> },
    ) => {
      if (method === STATUS_REQUEST.method) return this.status;
      if (method === CLUSTERS_REQUEST.method) return { clusters: [], servers: this.servers };
      this.sent.push({ method, params });
      return await this.answer(method, params, token?.cancelled ?? new Promise(() => {}));
    },
    error: (message: string) => this.messages.push(message),
  };

  readonly vscode = {
    EventEmitter: class {
      readonly #listeners: (() => void)[] = [];
      event = (listener: () => void) => {
        this.#listeners.push(listener);
        return { dispose() {} };
      };
      fire = () => {
        for (const listener of this.#listeners) listener();
      };
      dispose() {}
    },
    TreeItem: class {
      label: string;
      constructor(label: string) {
        this.label = label;
      }
    },
    ThemeIcon: class {},
    Uri: Object.assign(class {}, { parse: (uri: string) => ({ toString: () => uri }) }),
    Range: class {},
    Diagnostic: class {
      message: string;
      constructor(_range: object, message: string) {
        this.message = message;
      }
    },
    DiagnosticSeverity: {},
    ProgressLocation: {},
    CancellationTokenSource: class {
      cancel = () => {};
      token = { cancelled: new Promise<void>((resolve) => (this.cancel = resolve)) };
      dispose() {}
    },
    l10n: { t: (text: string, ...values: string[]) => text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? "") },
    commands: {
      registerCommand: (name: string, run: () => Promise<unknown>) => {
        this.commands.set(name, run);
        return { dispose() {} };
      },
      executeCommand: async (name: string, ...words: unknown[]) => {
        if (name === "setContext") this.contexts.push(words[1]);
      },
    },
    languages: {
      createDiagnosticCollection: () => ({
        set: (uri: object, all: { message: string }[]) => this.diagnostics.set(String(uri), all),
        delete: (uri: object) => this.diagnostics.delete(String(uri)),
        dispose() {},
      }),
    },
    workspace: {
      isTrusted: true,
      asRelativePath: String,
      openTextDocument: async () => (this.vscode.window.activeTextEditor as { document?: object }).document,
      onDidChangeTextDocument: (listener: (event: object) => void) => {
        this.edit = () => listener({ document: { uri: this.uri }, contentChanges: [{}] });
        return { dispose() {} };
      },
      onDidCloseTextDocument: () => ({ dispose() {} }),
      getConfiguration: () => ({ get: () => this.catalinaHome }),
    },
    window: {
      createTreeView: (_name: string, { treeDataProvider: provider }: { treeDataProvider: Provider }) => {
        this.rows = () => provider.getChildren().map((row) => provider.getTreeItem(row));
        return Object.assign(this.view, {
          onDidChangeVisibility: (listener: (event: object) => void) => {
            this.hide = () => listener({ visible: false });
          },
          dispose() {},
        });
      },
      activeTextEditor: {},
      showInformationMessage: async (text: string) => void this.messages.push(text),
      showWarningMessage: async (text: string, ...buttons: string[]) => {
        this.messages.push(text);
        return buttons.find((each) => each === this.button);
      },
      showQuickPick: async (items: { label: string }[]) => {
        this.lists.push(items.map(({ label }) => label));
        const index = this.picks.shift();
        return index === undefined ? undefined : items[index];
      },
      withProgress: (_options: object, run: (progress: object, token: object) => unknown) => run({}, {}),
    },
  };
}
interface Provider {
  getChildren(): object[];
  getTreeItem(row: object): { label: string };
}

/** Both modules, as the extension bundles them. */
async function bundle(): Promise<string> {
  const client = fileURLToPath(new URL("../../../client/src/", import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from "./probe/probe.ts"; export * from "./configtest/configtest.ts";`,
      resolveDir: client,
    },
    bundle: true,
    write: false,
    format: "cjs",
    external: ["vscode"],
  });
  return outputFiles[0]?.text ?? "";
}
const code = await bundle();

interface Module {
  registerProbe(context: object, client: object, onMembers: () => void): void;
  registerConfigtest(context: object, client: object): void;
}

function start(editor: Editor): Commands {
  const module = { exports: {} };
  new Function("require", "module", code)(() => editor.vscode, module);
  // The bundle was just made of those very modules.
  const { registerProbe, registerConfigtest } = module.exports as Module;
  const context = { subscriptions: [] };
  registerProbe(context, editor.client, () => undefined);
  registerConfigtest(context, editor.client);
  return editor.commands;
}

function run(editor: Editor, command: string): Promise<unknown> {
  const { vscode } = editor;
  vscode.workspace.isTrusted = editor.trusted;
  const document = {
    uri: editor.uri,
    version: 1,
    isDirty: editor.dirty,
    save: async () => {
      editor.saved++;
      return true;
    },
  };
  vscode.window.activeTextEditor =
    editor.uri === undefined ? {} : { document, selection: { active: { line: editor.line } } };
  if (editor.uri === undefined) Object.assign(vscode.window, { activeTextEditor: undefined });
  const found = start(editor).get(`tomcatCluster.${command}`);
  assert.ok(found);
  return found();
}

const ENGINE = { label: "Engine Catalina", group: "228.0.0.4:45564", bind: null, why: null, firstLine: 3, lastLine: 8 };
const HOST = { ...ENGINE, label: "Host localhost", group: "228.0.0.5:45564", firstLine: 10, lastLine: 12 };
const LO = { name: "lo", address: "127.0.0.1", loopback: true };
const ETH0 = { name: "eth0", address: "10.0.0.7", loopback: false };
const ETH1 = { name: "eth1", address: "192.168.56.7", loopback: false };
const MEMBER = { host: "192.168.56.8", port: 4000, domain: "", uniqueId: "01", alive: "9s", from: "192.168.56.8" };
const WORKS = { outcome: "works", text: "Multicast works.", next: [], members: [] };
const NOTHING = { outcome: "nothing", text: "Nothing came.", next: ["Start a Tomcat."], members: [] };

describe("the multicast test in the editor", () => {
  let editor: Editor;
  beforeEach(() => {
    editor = new Editor();
  });
  const answering = (targets: object, answer: unknown = WORKS) => {
    editor.answer = (method) => (method === PROBE_TARGETS_REQUEST.method ? targets : answer);
  };
  const tests = () =>
    editor.sent.filter(({ method }) => method !== PROBE_TARGETS_REQUEST.method).map(({ params }) => params);

  test("does nothing in a workspace that is not trusted, and says so", async () => {
    editor.trusted = false;
    await run(editor, "probeMulticast");
    assert.deepEqual(editor.sent, []);
    assert.match(editor.messages.join(), /needs a trusted workspace/);
  });

  test("takes a server.xml of the workspace where no Tomcat file is open, and asks which of several", async () => {
    editor.status = null;
    answering({ targets: [ENGINE], interfaces: [LO] });
    await run(editor, "probeMulticast");
    assert.match(editor.messages.join(), /Open a server\.xml of the node first/);
    assert.deepEqual(tests(), []);

    editor.servers = ["file:///a/conf/server.xml"];
    await run(editor, "probeMulticast");
    assert.deepEqual(editor.lists, []);
    editor.servers = ["file:///a/conf/server.xml", "file:///b/conf/server.xml"];
    editor.picks = [1];
    await run(editor, "probeMulticast");
    assert.deepEqual(editor.lists, [editor.servers]);
    assert.deepEqual(
      tests().map(({ uri }) => uri),
      ["file:///a/conf/server.xml", "file:///b/conf/server.xml"],
    );
  });

  for (const [what, targets, says] of [
    ["no multicast in the file", null, /Open a server\.xml/],
    ["no Cluster", { targets: [], interfaces: [LO] }, /Open a server\.xml/],
    ["a browser", { targets: [ENGINE], interfaces: null }, /from a browser/],
    [
      "no multicast",
      { targets: [{ ...ENGINE, group: null, why: "Its members are listed." }], interfaces: [LO] },
      /Engine Catalina: Its members are listed\./,
    ],
  ] as const) {
    test(`refuses with a reason: ${what}`, async () => {
      editor.answer = () => targets;
      await run(editor, "probeMulticast");
      assert.deepEqual(tests(), []);
      assert.match(editor.messages.join(), says);
    });
  }

  for (const [what, targets, interfaces, line, picks, lists, expected] of [
    ["nothing where all is clear", [ENGINE], [LO, ETH0], 0, [], [], [0, null]],
    ["nothing of the Cluster under the cursor", [ENGINE, HOST], [LO, ETH0], 11, [], [], [1, null]],
    ["which Cluster", [ENGINE, HOST], [LO, ETH0], 0, [1], [["Engine Catalina", "Host localhost"]], [1, null]],
    [
      "which interface of several, the system's choice first",
      [ENGINE],
      [LO, ETH0, ETH1],
      0,
      [3],
      [["The one the system chooses, as for Tomcat", "lo", "eth0", "eth1"]],
      [0, "192.168.56.7"],
    ],
    [
      "nothing where bind is an address of this machine",
      [{ ...ENGINE, bind: "10.0.0.7" }],
      [LO, ETH0, ETH1],
      0,
      [],
      [],
      [0, null],
    ],
    [
      "for an interface where bind is elsewhere",
      [{ ...ENGINE, bind: "10.9.9.9" }],
      [LO, ETH0],
      0,
      [1],
      [["lo", "eth0"]],
      [0, "10.0.0.7"],
    ],
    [
      "and leaves when nothing is picked",
      [ENGINE, HOST],
      [LO],
      0,
      [undefined],
      [["Engine Catalina", "Host localhost"]],
      undefined,
    ],
  ] as const) {
    test(`asks ${what}`, async () => {
      answering({ targets, interfaces });
      editor.line = line;
      editor.picks = [...picks];
      await run(editor, "probeMulticast");
      assert.deepEqual(editor.lists, lists);
      assert.deepEqual(
        tests().map((params) => [params.target, params.interface, params.send]),
        expected ? [[...expected, false]] : [],
      );
    });
  }

  test("shows members as they come, and those of another test not", async () => {
    editor.answer = async (method, _, cancelled) => {
      if (method === PROBE_TARGETS_REQUEST.method) return { targets: [ENGINE], interfaces: [LO] };
      assert.equal(editor.view.message, "Listening to 228.0.0.4:45564…");
      editor.tell({ token: "1", members: [{ ...MEMBER, here: false, state: "alive" }] });
      editor.tell({ token: "0", members: [] });
      assert.deepEqual(
        editor.rows().map(({ label, description }) => [label, description]),
        [["192.168.56.8:4000", "up for 9s"]],
      );
      editor.hide();
      await cancelled;
      return { ...WORKS, members: [{ ...MEMBER, here: true, state: "left" }], next: ["Look at the address.", "Wait."] };
    };
    await run(editor, "probeMulticast");
    assert.equal(editor.view.message, "Multicast works. (1) Look at the address. (2) Wait.");
    assert.deepEqual(
      editor.rows().map(({ label, description }) => [label, description]),
      [["192.168.56.8:4000", "stopped · this machine"]],
    );
    assert.deepEqual(editor.contexts, ["running", "ended"]);
  });

  test("sends nothing until the user says so", async () => {
    answering({ targets: [ENGINE], interfaces: [LO] }, NOTHING);
    editor.button = "Send Test Packets";
    await run(editor, "probeMulticast");
    await new Promise(setImmediate);
    assert.deepEqual(
      tests().map(({ send }) => send),
      [false, true],
    );
    assert.match(editor.messages[0] ?? "", /Nothing came\. Start a Tomcat\./);
  });

  test("a server that ends leaves no test running", async () => {
    editor.answer = (method) => {
      if (method === PROBE_TARGETS_REQUEST.method) return { targets: [ENGINE], interfaces: [LO] };
      throw new Error("the connection is closed");
    };
    await run(editor, "probeMulticast");
    assert.equal(editor.contexts.at(-1), "ended");
    assert.match(editor.messages.join(), /The multicast test failed/);
  });
});

describe("a real Tomcat from the editor", () => {
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
  const answer = {
    outcome: "accepted",
    text: "Tomcat complains once.",
    findings: [{ range, severity: "warning", message: "no such property" }],
  };
  let editor: Editor;
  beforeEach(() => {
    editor = new Editor();
    editor.answer = () => answer;
  });

  test("is not started in a workspace that is not trusted", async () => {
    editor.trusted = false;
    editor.dirty = true;
    await run(editor, "configtest");
    assert.deepEqual([editor.sent, editor.saved], [[], 0]);
  });

  test("reads the file as it is saved, with the Tomcat of the settings", async () => {
    editor.dirty = true;
    editor.catalinaHome = " /opt/tomcat ";
    await run(editor, "configtest");
    assert.equal(editor.saved, 1);
    assert.deepEqual(editor.sent[0]?.params, { uri: editor.uri, catalinaHome: "/opt/tomcat" });
    assert.deepEqual(editor.messages, ["Tomcat complains once."]);
  });

  test("has its say beside ours until the file is edited", async () => {
    await run(editor, "configtest");
    assert.deepEqual(
      editor.diagnostics.get(String(editor.uri))?.map(({ message }) => message),
      ["no such property"],
    );
    editor.edit();
    assert.equal(editor.diagnostics.size, 0);
  });
});
