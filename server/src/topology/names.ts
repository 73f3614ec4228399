import type { ClusterSite } from "../config/site.ts";

/**
 * A name for each node that no other has: its label; with folders above it where two labels are equal
 * (`seoul/tomcat`, `busan/tomcat`); with its Engine or Host where one Tomcat is in the cluster twice.
 */
export function nodeNames(sites: readonly ClusterSite[]): readonly string[] {
  let names = sites.map(({ label }) => label);
  const paths = sites.map(({ file }) => foldersOf(file.path));
  const deepest = Math.max(0, ...paths.map(({ length }) => length));
  for (let depth = 2; depth <= deepest && new Set(names).size < names.length; depth++) {
    const taken = takenTwice(names);
    names = names.map((name, index) => (taken.has(name) ? `${paths[index]?.slice(-depth).join("/") ?? name}` : name));
  }
  const taken = takenTwice(names);
  return names.map((name, index) => {
    const container = sites[index]?.container;
    return taken.has(name) && container ? `${name} ${container.text("name") ?? container.name}` : name;
  });
}

function takenTwice(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}

/** The folders of a node, without `conf`; with the file where it is no server.xml. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").filter((part) => part !== "");
  const file = parts.pop() ?? "";
  if (parts.at(-1) === "conf") parts.pop();
  return file.toLowerCase() === "server.xml" ? parts : [...parts, file];
}
