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
    names = names.map((name, index) =>
      isTaken(names, index) ? `${paths[index]?.slice(-depth).join("/") ?? name}` : name,
    );
  }
  return names.map((name, index) => {
    const container = sites[index]?.container;
    return isTaken(names, index) && container ? `${name} ${container.text("name") ?? container.name}` : name;
  });
}

function isTaken(names: readonly string[], index: number): boolean {
  return names.some((other, there) => there !== index && other === names[index]);
}

/** The folders of a node, without `conf`; with the file where it is no server.xml. */
function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").filter((part) => part !== "");
  const file = parts.pop() ?? "";
  if (parts.at(-1) === "conf") parts.pop();
  return file.toLowerCase() === "server.xml" ? parts : [...parts, file];
}
