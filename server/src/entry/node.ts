#!/usr/bin/env node
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "../lsp/server.ts";
import { nodeFiles } from "./node-files.ts";

/** The rules' pages, shipped beside the bundle. */
const PAGES = join(__dirname, "..", "server", "src", "rules");

// Paths of the core are URIs here; only those of this machine can be read from disk.
serve(createConnection(ProposedFeatures.all), {
  files: nodeFiles((uri) => fileURLToPath(uri)),
  pathOf: (uri) => uri,
  uriOf: (path) => path,
  pageOf(code) {
    const page = join(PAGES, code, "README.md");
    return existsSync(page) ? pathToFileURL(page).href : undefined;
  },
});
