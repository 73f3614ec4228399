import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import type { Locale } from "../../base/localized.ts";
import { pageFile, pageFrom } from "../../lint/page-file.ts";
import { serve } from "../../lsp/server.ts";
import { toolsIn } from "../agent-place.ts";
import { decode } from "../encoding.ts";
import { hash } from "../hash.ts";
import { pathOfUri, uriOfPath } from "../uris.ts";

/*
 * The server in a Web Worker, which has no files, no sockets and no processes. Files come from the client; requests
 * that need sockets or processes answer that a browser has none.
 */

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);

serve(connection, {
  textOf: (bytes) => decode(bytes).text,
  hash,
  pathOf: pathOfUri,
  uriOf: uriOfPath,
  // The folders of a browser have no links.
  runTool: toolsIn(async () => true),
  // A client in a browser shows pages itself.
  pageOf: () => undefined,
  async pageText(code, { locale, options, files }) {
    const folder = pathOfUri(options.pages ?? "");
    const text = (language: Locale) => files.read(`${folder}/${pageFile(code, language).path}`);
    const [en, ko] = await Promise.all([text("en"), text("ko")]);
    return en === undefined || ko === undefined ? undefined : pageFrom(code, locale, { en, ko });
  },
});
