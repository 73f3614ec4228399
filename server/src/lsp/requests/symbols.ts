import {
  type CancellationToken,
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
  SymbolTag,
} from "vscode-languageserver";
import type { ConfigFile } from "../../config/file.ts";
import { nodeLabel } from "../../config/site.ts";
import {
  type ConfigSymbol,
  documentSymbols,
  matchesFuzzily,
  namedPlaces,
  type SymbolNature,
} from "../../features/symbols.ts";
import { toRange } from "../../features/to-lsp.ts";
import { isOnlyParsed, type RequestGroup, type Session } from "../session.ts";

const KINDS: Readonly<Record<SymbolNature, SymbolKind>> = {
  part: SymbolKind.Module,
  address: SymbolKind.Interface,
  class: SymbolKind.Class,
  value: SymbolKind.Property,
};

/** A longer list is not read to its end; a further letter of the query finds the rest. */
const MOST = 500;

export const symbolRequests: RequestGroup = {
  capabilities: () => ({
    // Beside the outline of another XML extension, ours is known by its name.
    documentSymbolProvider: { label: "Tomcat" },
    workspaceSymbolProvider: true,
  }),

  serve(session) {
    const { connection } = session;
    connection.onDocumentSymbol(async ({ textDocument }) => {
      const file = await session.fileOf(textDocument);
      if (!file) return [];
      const nested = session.client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      const symbols = documentSymbols(file, session.locale);
      return nested
        ? symbols.map((each) => toDocumentSymbol(each, file))
        : symbols.flatMap((each) => flat(each, undefined, file, textDocument.uri));
    });
    connection.onWorkspaceSymbol(({ query }, token) => find(session, query, token));
  },
};

/** Everything of that name in the configuration files of the workspace and in those that are open. */
async function find(session: Session, query: string, token: CancellationToken): Promise<SymbolInformation[]> {
  const { workspace, documents, host } = session;
  const open = documents.keys().map(host.pathOf);
  const found: SymbolInformation[] = [];
  for (const path of new Set([...open, ...(await workspace.configurationFiles())])) {
    if (token.isCancellationRequested) return [];
    const file = await workspace.fileAt(path);
    if (!file || isOnlyParsed(file)) continue;
    const containerName = nodeLabel(path);
    const uri = host.uriOf(path);
    for (const { name, symbol } of namedPlaces(file)) {
      if (!matchesFuzzily(query, `${name} ${containerName}`)) continue;
      found.push({
        name,
        containerName,
        kind: KINDS[symbol.nature],
        location: { uri, range: toRange(symbol.selection, file.lines) },
      });
      if (found.length === MOST) return found;
    }
  }
  return found;
}

function toDocumentSymbol(symbol: ConfigSymbol, file: ConfigFile): DocumentSymbol {
  return {
    name: symbol.name,
    ...(symbol.detail === undefined ? {} : { detail: symbol.detail }),
    kind: KINDS[symbol.nature],
    ...(symbol.deprecated ? { tags: [SymbolTag.Deprecated] } : {}),
    range: toRange(symbol.span, file.lines),
    selectionRange: toRange(symbol.selection, file.lines),
    children: symbol.children.map((child) => toDocumentSymbol(child, file)),
  };
}

function flat(
  symbol: ConfigSymbol,
  containerName: string | undefined,
  file: ConfigFile,
  uri: string,
): readonly SymbolInformation[] {
  return [
    {
      name: symbol.name,
      kind: KINDS[symbol.nature],
      ...(containerName === undefined ? {} : { containerName }),
      location: { uri, range: toRange(symbol.span, file.lines) },
    },
    ...symbol.children.flatMap((child) => flat(child, symbol.name, file, uri)),
  ];
}
