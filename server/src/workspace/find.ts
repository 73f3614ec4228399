import { type Files, type FolderEntry, join } from "./files.ts";
import { nameOf } from "./paths.ts";

/** Folders that hold no configuration of a running Tomcat. */
export const SKIPPED = new Set(["node_modules", "work", "temp", "logs", "target"]);

/** The deepest level that is searched: deeper than any Tomcat, and the end of links that form a circle. */
const DEEPEST = 24;

/**
 * Names of files that may be Tomcat's, templates of them included, also of a part that a template is put together from;
 * the root element decides.
 */
const CONFIGURATION =
  /^(?:context.*|web|(?:.*[^a-z])?(?:engine|host).*|.*(?:server|cluster).*)\.xml(?:\.(?:j2|erb|tpl|tmpl))?$|cluster.*\.(?:j2|erb|tpl|tmpl)$/i;

/** Folders of a Host's Context files, which have the applications' names. */
const CONTEXTS = /(?:^|\/)conf\/[^/]+\/[^/]+$/;

/**
 * Names a node's server.xml may have. Templates are excluded: several nodes' files, or the file beside it, may be made
 * from one.
 */
export const SERVER = /^(?!context|web).*server.*\.xml$/i;

/** Names a load balancer's file may have; its content decides. */
const FRONT = /\.(?:conf|cfg|vhost)$|^(?:workers?|uriworkermap).*\.properties$/i;
/** Folders whose files of any name belong to a web server. */
const SITES = /(?:^|\/)(?:sites|conf)-(?:available|enabled)$/;

/**
 * So many applications of one Tomcat are looked at: more than any has, and what is written to be read for ever has
 * hundreds of thousands.
 */
export const MOST_APPLICATIONS = 2_000;
const APPLICATIONS = "webapps";

/** The entries of a folder that are looked at: of `webapps` the first by name, where there are too many. */
export function lookedAt(folder: string, entries: readonly FolderEntry[]): readonly FolderEntry[] {
  if (entries.length <= MOST_APPLICATIONS || nameOf(folder) !== APPLICATIONS) return entries;
  return [...entries].sort(byName).slice(0, MOST_APPLICATIONS);
}

/** How many entries of `webapps` folders are not looked at, by folder, of those that files were found in. */
export async function applicationsLeftOut(
  found: readonly string[],
  { list }: Pick<Files, "list">,
): Promise<ReadonlyMap<string, number>> {
  const left = new Map<string, number>();
  const folders = found.flatMap((path) => /^(?:.*\/)?webapps(?=\/)/.exec(path)?.[0] ?? []);
  for (const folder of new Set(folders)) {
    const count = ((await list(folder)) ?? []).length - MOST_APPLICATIONS;
    if (count > 0) left.set(folder, count);
  }
  return left;
}

/** Decides by name and folder whether a file is collected. */
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
  const collect = async (within: string, depth: number): Promise<boolean> => {
    const entries = await files.list(within);
    if (!entries) return false;
    for (const entry of [...lookedAt(within, entries)].sort(byName)) {
      const path = join(within, entry.name);
      if (!entry.folder) {
        if (wanted(entry.name, within)) found.push(path);
      } else if (!SKIPPED.has(entry.name) && !entry.name.startsWith(".") && depth < DEEPEST) {
        await collect(path, depth + 1);
      }
    }
    return true;
  };
  return (await collect(folder, 0)) ? found : undefined;
}

function byName(a: FolderEntry, b: FolderEntry): number {
  return a.name < b.name ? -1 : 1;
}
