/** A language server that does nothing: what any server costs before it does something. */
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from "vscode-languageserver/node";

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
    hoverProvider: true,
    completionProvider: {},
  },
}));
connection.languages.diagnostics.on(() => ({ kind: "full", items: [] }));
connection.onHover(() => null);
connection.onCompletion(() => []);
connection.listen();
