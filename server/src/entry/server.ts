#!/usr/bin/env node
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Locale } from "../base/localized.ts";
import { serve } from "../lsp/server.ts";
import { nodeConfigtest } from "./configtest.ts";
import { openConnection } from "./connection.ts";
import { hash } from "./hash.ts";
import { udpMulticast } from "./multicast.ts";
import { nodeFiles } from "./node-files.ts";
import { pageAbout, pageFile } from "./pages.ts";
import { pathOfUri, systemPathOf, uriOfPath } from "./uris.ts";

/** By language and code; every finding of every keystroke names one. */
const addresses = new Map<string, string | undefined>();

function addressOf(code: string, locale: Locale): string | undefined {
  const { path, heading } = pageFile(code, locale);
  // The bundle may have been moved away from the pages.
  if (!existsSync(path)) return undefined;
  return pathToFileURL(path).href + (heading === undefined ? "" : `#${heading}`);
}

const connection = openConnection();

// One promise that no code waits for must not end the server for all files.
process.on("unhandledRejection", (reason) => {
  connection.console.error(`unhandled: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
});

// The process ends in an orderly way, so that what it started ends with it.
for (const [signal, number] of [
  ["SIGTERM", 15],
  ["SIGINT", 2],
  ["SIGHUP", 1],
] as const) {
  process.once(signal, () => process.exit(128 + number));
}

serve(connection, {
  files: nodeFiles(systemPathOf),
  hash,
  pathOf: pathOfUri,
  uriOf: uriOfPath,
  multicast: { ...udpMulticast, newId: randomUUID },
  configtest: nodeConfigtest(systemPathOf),
  pageOf(code, locale) {
    const key = `${locale} ${code}`;
    if (!addresses.has(key)) addresses.set(key, addressOf(code, locale));
    return addresses.get(key);
  },
  pageText: pageAbout,
});
