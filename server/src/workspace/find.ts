import { type Files, type FolderEntry, join } from "./files.ts";

/** Folders that hold no configuration of a running Tomcat. */
export const SKIPPED = new Set(["node_modules", "work", "temp", "logs", "target"]);

/** Deeper than any Tomcat; links that lead in circles end here. */
const DEEPEST = 24;

/** Names that may be Tomcat's, also of templates that become such files; the root element decides. */
const CONFIGURATION =
  /^(?:context.*|web|(?:.*[^a-z])?(?:engine|host).*|.*(?:server|cluster).*)\.xml(?:\.(?:j2|erb|tpl|tmpl))?$/i;

/** Folders of the Contexts of one Host, whose files are called as the applications are. */
const CONTEXTS = /(?:^|\/)conf\/[^/]+\/[^/]+$/;

/** Names a node's server.xml may have. A template is none: it may become several, or the file beside it. */
export const SERVER = /^(?!context|web).*server.*\.xml$/i;

/** Names a load balancer's file may have; its content decides. */
const FRONT = /\.(?:conf|cfg|vhost)$|^workers?.*\.properties$/i;
/** Folders whose files of any name belong to a web server. */
const SITES = /(?:^|\/)(?:sites|conf)-(?:available|enabled)$/;

/** Whether a file of some name in some folder is looked for. */
export type IsWanted = (name: string, folder: string) => boolean;

export const isConfiguration: IsWanted = (name, folder) =>
  CONFIGURATION.test(name) || (CONTEXTS.test(folder) && /\.xml$/i.test(name));

/** True for a file that may be a load balancer's. */
export const isFront: IsWanted = (name, folder) => FRONT.test(name) || (SITES.test(folder) && !name.includes("."));

/** Paths of the files of these names below a folder, in a stable order; undefined when it is no folder. */
export async function findBelow(
  folder: string,
  wanted: IsWanted,
  files: Pick<Files, "list">,
): Promise<readonly string[] | undefined> {
  const found: string[] = [];
  return (await collect(folder, wanted, files, 0, found)) ? found : undefined;
}

/** False where there is no folder. */
async function collect(
  folder: string,
  wanted: IsWanted,
  files: Pick<Files, "list">,
  depth: number,
  found: string[],
): Promise<boolean> {
  const entries = await files.list(folder);
  if (!entries) return false;
  for (const entry of [...entries].sort(byName)) {
    const path = join(folder, entry.name);
    if (!entry.folder) {
      if (wanted(entry.name, folder)) found.push(path);
    } else if (!SKIPPED.has(entry.name) && !entry.name.startsWith(".") && depth < DEEPEST) {
      await collect(path, wanted, files, depth + 1, found);
    }
  }
  return true;
}

function byName(a: FolderEntry, b: FolderEntry): number {
  return a.name < b.name ? -1 : 1;
}
