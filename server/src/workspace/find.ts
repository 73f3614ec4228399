import { type Files, type FolderEntry, join } from "./files.ts";

/** Folders that hold no configuration of a running Tomcat. */
const SKIPPED = new Set(["node_modules", "work", "temp", "logs", "target"]);

/** Deeper than any Tomcat; links that lead in circles end here. */
const DEEPEST = 24;

/** Names that may be Tomcat's; the root element decides. */
export const CONFIGURATION = /^(server.*|context.*|web|.*cluster.*)\.xml$/i;

/** Names a server.xml may have. */
export const SERVER = /^server.*\.xml$/i;

/** Paths of the files of these names below a folder, in a stable order; undefined when it is no folder. */
export async function findBelow(
  folder: string,
  name: RegExp,
  files: Pick<Files, "list">,
  depth = 0,
): Promise<readonly string[] | undefined> {
  const entries = await files.list(folder);
  if (!entries) return undefined;
  const found: string[] = [];
  for (const entry of [...entries].sort(byName)) {
    if (entry.folder) {
      if (SKIPPED.has(entry.name) || entry.name.startsWith(".") || depth === DEEPEST) continue;
      found.push(...((await findBelow(join(folder, entry.name), name, files, depth + 1)) ?? []));
    } else if (name.test(entry.name)) found.push(join(folder, entry.name));
  }
  return found;
}

function byName(a: FolderEntry, b: FolderEntry): number {
  return a.name < b.name ? -1 : 1;
}
