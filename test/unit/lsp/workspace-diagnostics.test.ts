import assert from "node:assert/strict";
import { test } from "node:test";
import { CancellationTokenSource } from "vscode-jsonrpc";
import type { WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
import { WorkspaceDiagnostics } from "../../../server/src/lsp/workspace-diagnostics.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const PATH = "conf/server.xml";
const WRONG = '<Server port="8005"><Servise/></Server>\n';
const RIGHT = '<Server port="8005"><Service name="Catalina"/></Server>\n';

test("what changes while the files are checked is checked once more", { timeout: 60_000 }, async () => {
  const texts = new Map([[PATH, WRONG]]);
  const workspace = workspaceOf(texts, "9.0");
  const shown: string[][] = [];
  const token = new CancellationTokenSource();
  const diagnostics = new WorkspaceDiagnostics({
    workspace,
    uriOf: (path) => path,
    isOpen: () => false,
    mistakesIn: () => Promise.resolve([]),
    render: (snapshot) => {
      const found = snapshot.diagnostics.map(({ code, text }) => ({
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        message: `${code}: ${text.en}`,
      }));
      // The file is put right while its findings are written.
      if (texts.get(PATH) === WRONG) {
        texts.set(PATH, RIGHT);
        workspace.refresh();
        diagnostics.changed();
      }
      return Promise.resolve(found);
    },
  });
  const progress = {
    report({ items }: { items: WorkspaceDocumentDiagnosticReport[] }) {
      for (const each of items) if (each.kind === "full") shown.push(each.items.map(({ message }) => `${message}`));
      if (shown.length === 2) token.cancel();
    },
  };
  await diagnostics.answer({ previousResultIds: [] }, token.token, progress);
  assert.match(shown[0]?.join() ?? "", /Servise/);
  assert.doesNotMatch(shown[1]?.join() ?? "", /Servise/);
});
