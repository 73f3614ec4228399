#!/usr/bin/env node
import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { UNUSED } from "../lint/suppressions.ts";
import { serve } from "../lsp/server.ts";
import { nodeConfigtest } from "./configtest.ts";
import { openConnection } from "./connection.ts";
import { hash } from "./hash.ts";
import { udpMulticast } from "./multicast.ts";
import { nodeFiles } from "./node-files.ts";
import { pathOfUri, systemPathOf, uriOfPath } from "./uris.ts";

/** The pages, shipped beside the bundle: one for each rule, and one for all mistakes in the XML itself. */
const SOURCES = join(__dirname, "..", "server", "src");
const PAGES = join(SOURCES, "rules");
const XML_PAGE = join(SOURCES, "syntax", "README.md");
const SUPPRESSIONS_PAGE = join(SOURCES, "lint", "README.md");

let rulesWithPage: ReadonlySet<string> | undefined;

/** Which rules have a page here: none where the bundle was moved away from them. */
function pages(): ReadonlySet<string> {
  if (!rulesWithPage) {
    try {
      const folders = readdirSync(PAGES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      rulesWithPage = new Set(folders.map((entry) => entry.name));
    } catch {
      rulesWithPage = new Set();
    }
  }
  return rulesWithPage;
}

/** By code; every finding of every keystroke names one. */
const addresses = new Map<string, string>();

function addressOf(code: string): string | undefined {
  if (pages().size === 0) return undefined;
  if (pages().has(code)) return pathToFileURL(join(PAGES, code, "README.md")).href;
  return `${pathToFileURL(code === UNUSED ? SUPPRESSIONS_PAGE : XML_PAGE).href}#${code}`;
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
  pageOf(code) {
    const known = addresses.get(code);
    if (known !== undefined) return known;
    const address = addressOf(code);
    if (address !== undefined) addresses.set(code, address);
    return address;
  },
});
