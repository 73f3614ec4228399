#!/usr/bin/env node
import { serve } from "../lsp/server.ts";
import { toolsIn } from "./agent-place.ts";
import { isBelow } from "./cli-files.ts";
import { openConnection } from "./connection.ts";
import { decode } from "./encoding.ts";
import { interfaces, listen } from "./multicast.ts";
import { nodeFiles } from "./node-files.ts";
import { hash } from "./node-hash.ts";
import { pageAbout, pageAddress } from "./pages.ts";
import { systemPathOf } from "./system-path.ts";
import { pathOfUri, uriOfPath } from "./uris.ts";

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
  textOf: (bytes) => decode(bytes).text,
  hash,
  pathOf: pathOfUri,
  uriOf: uriOfPath,
  multicast: { interfaces, listen, newId: () => crypto.randomUUID() },
  prove: async () => (await import("./prove-machine.ts")).proveMachine,
  live: async () => (await import("./live-machine.ts")).liveMachine({ ca: undefined, insecure: false }),
  logs: async () => (await import("./logs/reader.ts")).logsReader,
  secrets: async () => (await import("./write/secret.ts")).secretFiles(systemPathOf),
  configtest: async () => (await import("./configtest.ts")).nodeConfigtest(systemPathOf),
  pageOf: pageAddress,
  pageText: async (code, { locale }) => pageAbout(code, locale),
  runTool: toolsIn(async (folder, path) => {
    // Other schemes have no links.
    if (!/^file:/i.test(folder)) return true;
    return isBelow(systemPathOf(folder), systemPathOf(path));
  }),
});
