import { resolve } from "node:path";
import type { Locale } from "../../base/localized.ts";
import { printable } from "../../base/printable.ts";
import type { ToolPlace } from "../../cli/agent/tool.ts";
import { inputSchema, runTool, TOOLS } from "../../cli/agent/tools.ts";
import { checkHost } from "../check-host.ts";
import { version } from "../manifest.ts";
import { nodeFiles } from "../node-files.ts";
import { pageAbout } from "../pages.ts";
import { Folders } from "./folders.ts";

/**
 * Answers an agent over standard input and output until it closes them.
 *
 * @param named the folders it may read; without any, the working directory
 */
export async function startMcp(named: readonly string[], locale: Locale): Promise<void> {
  const { serveMcp } = await import("./serve.ts");
  const folders = new Folders(named.length > 0 ? named : ["."]);
  const place: ToolPlace = {
    host: checkHost(folders.filter(nodeFiles())),
    locale,
    chosenLine: async () => undefined,
    within: (paths) => pathsWithin(folders, paths),
    page: async (code, language) => pageAbout(code, language),
  };
  const offered = TOOLS.map((tool) => {
    const { name, title, description } = tool;
    return { name, title: title[locale], description, inputSchema: inputSchema(tool) };
  });
  const complain = (line: string) => process.stderr.write(`${printable(line)}\n`);
  await serveMcp(offered, (name, input) => runTool(name, input, place), version(), complain);
}

/** Absolute paths with `/`; throws where one is outside of the folders. */
async function pathsWithin(folders: Folders, paths: readonly string[]): Promise<readonly string[]> {
  for (const path of paths) {
    if (await folders.holds(path)) continue;
    throw new Error(`${path} is not below a folder this server may read: ${folders.all.join(", ")}.`);
  }
  return paths.map((path) => resolve(path).replaceAll("\\", "/"));
}
