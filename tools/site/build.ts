/** Builds the playground and the pages of the rules into a folder: a static site that also works when opened as a file. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { ENGINE, LANGUAGES, playgroundPage } from "../../client/src/playground/page.ts";
import { foldersOf, noticesOf } from "../notices.mjs";
import { writeRules } from "./rules.ts";

const FOLDER = "out/site";

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const { metafile } = await build({
  entryPoints: { playground: "client/src/playground/main.ts", rules: "client/src/playground/rules.ts" },
  outdir: FOLDER,
  bundle: true,
  minify: true,
  platform: "browser",
  format: "iife",
  target: "es2022",
  charset: "utf8",
  loader: { ".xml": "text" },
  // Of our requests the page needs the names; the library below them is a fifth of its script.
  alias: { "vscode-languageserver-protocol": "./tools/site/methods.ts" },
  logLevel: "warning",
  metafile: true,
});
writeFileSync(join(FOLDER, "engine.js"), engine(readFileSync("dist/browser/server.js", "utf8")));
for (const { language, file } of LANGUAGES) writeFileSync(join(FOLDER, file), playgroundPage(language));
await writeRules(FOLDER);
writeFileSync(join(FOLDER, "THIRD-PARTY-NOTICES.txt"), notices(metafile));

/**
 * The server of VS Code for the Web as a script of the page, which starts its Worker before the page's own script runs:
 * both then begin side by side. A page that was opened as a file may neither fetch a script nor start a Worker from a
 * file. A text is read faster than a function, whose syntax would be checked here and once more in the Worker.
 */
function engine(server: string): string {
  const source = `new Blob([${JSON.stringify(server)}], { type: "text/javascript" })`;
  return `var ${ENGINE} = new Worker(URL.createObjectURL(${source}));\n`;
}

/** The licences of what the page's own script holds, behind those of the server. */
function notices(own: Metafile): string {
  return `${noticesOf(foldersOf(Object.keys(own.inputs)))}\n${readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8")}`;
}
