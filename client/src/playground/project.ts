/** What is tried in the playground: files of one or more nodes, by their paths, and the Tomcat they are for. */
export interface Project {
  /** `auto`, or a line. */
  readonly tomcat: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Paths of one pane, and its node's folder; empty where the files lie in none. */
export interface Pane {
  readonly name: string;
  readonly paths: readonly string[];
}

/** A shared project is read from an address of any origin. */
const MOST_FILES = 40;
const PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.!#@+-][\w .!#@+/-]{0,200}$/;

/** The folder that holds the files, as the server knows it. */
export const ROOT = "file:///playground";

export function uriOf(path: string): string {
  return `${ROOT}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** The path of a file of the project; undefined for another URI. */
export function pathOf(uri: string): string | undefined {
  return uri.startsWith(`${ROOT}/`) ? decodeURIComponent(uri.slice(ROOT.length + 1)) : undefined;
}

/** What is shown side by side: the first two nodes, with what else there is. */
export function panesOf({ files }: Project): readonly Pane[] {
  const paths = Object.keys(files);
  const nodes = [...new Set(paths.flatMap((path) => /^([^/]+)\/conf\/server\.xml$/.exec(path)?.[1] ?? []))].sort();
  if (nodes.length < 2) return [{ name: nodes[0] ?? "", paths }];
  const panes = nodes.slice(0, 2).map((name) => ({ name, paths: [] as string[] }));
  for (const path of paths) {
    const node = nodes.findIndex((name) => path.startsWith(`${name}/`));
    // A third node's files go to the first pane again, as do those of no node.
    panes[node < 0 ? 0 : node % 2]?.paths.push(path);
  }
  return panes;
}

/** What a folder of the project holds; undefined where it has no such folder. */
export function entriesOf(paths: readonly string[], folder: string): { name: string; folder: boolean }[] | undefined {
  const before = folder === "" ? "" : `${folder}/`;
  const below = paths.filter((path) => path.startsWith(before)).map((path) => path.slice(before.length));
  if (below.length === 0) return undefined;
  const names = new Map(below.map((rest) => [rest.split("/", 1)[0] ?? "", rest.includes("/")]));
  return [...names].map(([name, isFolder]) => ({ name, folder: isFolder }));
}

/** A project from data of unknown origin; undefined where it is none. */
export function readProject(data: unknown): Project | undefined {
  if (typeof data !== "object" || data === null || !("files" in data)) return undefined;
  const { files } = data;
  if (typeof files !== "object" || files === null || Array.isArray(files)) return undefined;
  const entries = Object.entries(files);
  if (entries.length === 0 || entries.length > MOST_FILES) return undefined;
  if (!entries.every(([path, text]) => PATH.test(path) && !path.includes("//") && typeof text === "string"))
    return undefined;
  const tomcat = "tomcat" in data && typeof data.tomcat === "string" ? data.tomcat : "auto";
  return { tomcat, files: Object.fromEntries(entries) };
}
