import type { ClusterSite } from "../config/site.ts";

interface NamedSite {
  readonly site: ClusterSite;
  readonly name: string;
}

/**
 * Each node with a unique name: its label; where two labels are equal, with folders above it (`seoul/tomcat`,
 * `busan/tomcat`); where one Tomcat is in the cluster twice, with its Engine or Host.
 */
export function named(sites: readonly ClusterSite[]): readonly NamedSite[] {
  let nodes = sites.map((site) => ({ site, name: site.label, folders: foldersOf(site.file.path) }));
  const deepest = Math.max(0, ...nodes.map(({ folders }) => folders.length));
  for (let depth = 2; depth <= deepest; depth++) {
    const taken = takenTwice(nodes);
    if (taken.size === 0) break;
    nodes = nodes.map((node) =>
      taken.has(node.name) ? { ...node, name: node.folders.slice(-depth).join("/") } : node,
    );
  }
  const taken = takenTwice(nodes);
  return nodes.map(({ site, name }) => {
    const { container } = site;
    return { site, name: taken.has(name) ? `${name} ${container.text("name") ?? container.name}` : name };
  });
}

function takenTwice(nodes: readonly NamedSite[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(nodes.map(({ name }) => name).filter((name) => seen.size === seen.add(name).size));
}

/** The folders of a node, without `conf`; including the file's name where it is not server.xml. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").filter((part) => part !== "");
  const file = parts.pop() ?? "";
  if (parts.at(-1) === "conf") parts.pop();
  return file.toLowerCase() === "server.xml" ? parts : [...parts, file];
}
