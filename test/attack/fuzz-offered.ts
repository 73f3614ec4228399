import assert from "node:assert/strict";
import { RequestType, RequestType0 } from "vscode-languageserver-protocol";
import * as protocol from "../../server/src/protocol.ts";

type Fields = Readonly<Record<string, unknown>>;

const has = (provider: unknown, field: string) =>
  typeof provider === "object" && provider !== null && Boolean((provider as Fields)[field]);

/** The requests behind each capability. */
const BEHIND: Readonly<Record<string, (provider: unknown) => readonly string[]>> = {
  textDocumentSync: () => [],
  workspace: () => [],
  diagnosticProvider: (provider) => [
    "textDocument/diagnostic",
    ...(has(provider, "workspaceDiagnostics") ? ["workspace/diagnostic"] : []),
  ],
  hoverProvider: () => ["textDocument/hover"],
  completionProvider: (provider) => [
    "textDocument/completion",
    ...(has(provider, "resolveProvider") ? ["completionItem/resolve"] : []),
  ],
  inlineCompletionProvider: () => ["textDocument/inlineCompletion"],
  codeActionProvider: (provider) => [
    "textDocument/codeAction",
    ...(has(provider, "resolveProvider") ? ["codeAction/resolve"] : []),
  ],
  definitionProvider: () => ["textDocument/definition"],
  referencesProvider: () => ["textDocument/references"],
  renameProvider: (provider) => [
    "textDocument/rename",
    ...(has(provider, "prepareProvider") ? ["textDocument/prepareRename"] : []),
  ],
  documentFormattingProvider: () => ["textDocument/formatting"],
  documentRangeFormattingProvider: () => ["textDocument/rangeFormatting"],
  documentOnTypeFormattingProvider: () => ["textDocument/onTypeFormatting"],
  foldingRangeProvider: () => ["textDocument/foldingRange"],
  selectionRangeProvider: () => ["textDocument/selectionRange"],
  linkedEditingRangeProvider: () => ["textDocument/linkedEditingRange"],
  documentHighlightProvider: () => ["textDocument/documentHighlight"],
  documentSymbolProvider: () => ["textDocument/documentSymbol"],
  workspaceSymbolProvider: (provider) => [
    "workspace/symbol",
    ...(has(provider, "resolveProvider") ? ["workspaceSymbol/resolve"] : []),
  ],
  documentLinkProvider: (provider) => [
    "textDocument/documentLink",
    ...(has(provider, "resolveProvider") ? ["documentLink/resolve"] : []),
  ],
  codeLensProvider: (provider) => [
    "textDocument/codeLens",
    ...(has(provider, "resolveProvider") ? ["codeLens/resolve"] : []),
  ],
  inlayHintProvider: (provider) => [
    "textDocument/inlayHint",
    ...(has(provider, "resolveProvider") ? ["inlayHint/resolve"] : []),
  ],
  semanticTokensProvider: (provider) => [
    "textDocument/semanticTokens/full",
    "textDocument/semanticTokens/full/delta",
    ...(has(provider, "range") ? ["textDocument/semanticTokens/range"] : []),
  ],
};

/** All requests a server answers: those its capabilities stand for, and those of `protocol.ts`. Fails for a capability it does not know. */
export function offeredRequests(capabilities: object): readonly string[] {
  const standard = Object.entries(capabilities).flatMap(([name, provider]) => {
    const behind = BEHIND[name];
    assert.ok(behind, `${name}: name the requests behind this capability`);
    return behind(provider);
  });
  const asked = [protocol.READ_REQUEST.method, protocol.LIST_REQUEST.method, protocol.LIVE_ASK_REQUEST.method];
  const own = Object.values(protocol).flatMap((each) =>
    each instanceof RequestType || each instanceof RequestType0 ? [each.method] : [],
  );
  // The server asks these of its client, and is not asked.
  return [...standard, ...own.filter((method) => !asked.includes(method))].sort();
}
