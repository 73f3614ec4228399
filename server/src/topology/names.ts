import type { ClusterSite } from "../config/site.ts";

/**
 * A unique name for each node: its label; where two labels are equal, with folders above it (`seoul/tomcat`,
 * `busan/tomcat`); where one Tomcat is in the cluster twice, with its Engine or Host.
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

/** The folders of a node, without `conf`; including the file's name where it is not server.xml. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").filter((part) => part !== "");
  const file = parts.pop() ?? "";
  if (parts.at(-1) === "conf") parts.pop();
  return file.toLowerCase() === "server.xml" ? parts : [...parts, file];
}
