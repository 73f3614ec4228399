import { type Files, type FolderEntry, join } from "./files.ts";

/** Folders that hold no configuration of a running Tomcat. */
export const SKIPPED = new Set(["node_modules", "work", "temp", "logs", "target"]);

/** Deeper than any Tomcat; links that lead in circles end here. */
const DEEPEST = 24;

/** Names that may be Tomcat's, also of templates that become such files; the root element decides. */
export const CONFIGURATION =
  /^(?:context.*|web|(?:.*[^a-z])?(?:engine|host).*|.*(?:server|cluster).*)\.xml(?:\.(?:j2|erb|tpl|tmpl))?$/i;

/** Names a node's server.xml may have. A template is none: it may become several, or the file beside it. */
export const SERVER = /^(?!context|web).*server.*\.xml$/i;

/** Paths of the files of these names below a folder, in a stable order; undefined when it is no folder. */
export async function findBelow(
  folder: string,
  name: RegExp,
  files: Pick<Files, "list">,
): Promise<readonly string[] | undefined> {
  const found: string[] = [];
  return (await collect(folder, name, files, 0, found)) ? found : undefined;
}

/** False where there is no folder. */
async function collect(
  folder: string,
  name: RegExp,
  files: Pick<Files, "list">,
  depth: number,
  found: string[],
): Promise<boolean> {
  const entries = await files.list(folder);
  if (!entries) return false;
  for (const entry of [...entries].sort(byName)) {
    const path = join(folder, entry.name);
    if (!entry.folder) {
      if (name.test(entry.name)) found.push(path);
    } else if (!SKIPPED.has(entry.name) && !entry.name.startsWith(".") && depth < DEEPEST) {
      await collect(path, name, files, depth + 1, found);
    }
  }
  return true;
}

function byName(a: FolderEntry, b: FolderEntry): number {
  return a.name < b.name ? -1 : 1;
}
