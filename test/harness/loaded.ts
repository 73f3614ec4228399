import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { basename, dirname } from "node:path";

/** Prints the paths of all modules that were loaded, when the process ends. */
const TELL = encodeURIComponent(`
  import { writeSync } from "node:fs";
  import { createRequire } from "node:module";
  const { cache } = createRequire("file:///program.cjs");
  process.on("exit", () => writeSync(2, "\\n" + JSON.stringify(Object.keys(cache))));
`);

/** Runs a bundled program to its end, and gives the bundled files it read, with their sizes in bytes. */
export function loadedBy(program: string, words: readonly string[], input = ""): ReadonlyMap<string, number> {
  const { stderr } = spawnSync(process.execPath, ["--import", `data:text/javascript,${TELL}`, program, ...words], {
    encoding: "utf8",
    input,
  });
  const paths: readonly string[] = JSON.parse(stderr.slice(stderr.lastIndexOf("\n") + 1));
  const ours = paths.filter((path) => dirname(path) === dirname(program));
  return new Map(ours.map((path) => [basename(path), statSync(path).size]));
}

export function bytesOf(loaded: ReadonlyMap<string, number>): number {
  return [...loaded.values()].reduce((sum, size) => sum + size, 0);
}
