import type { Environment, FolderLaunches } from "./environment.ts";

/**
 * The ways to start the Tomcat in a folder, from what stands in that folder and in the one around it. A service whose
 * image a Dockerfile builds has the variables of that image, and its own over them.
 */
export function environmentsOf(base: string, folders: ReadonlyMap<string, FolderLaunches>): readonly Environment[] {
  const built = new Set<string>();
  const found: Environment[] = [];
  for (const { services } of folders.values()) {
    for (const { bases, environment, builtFrom, open } of services) {
      if (!bases.has(base)) continue;
      const image = builtFrom === undefined ? undefined : folders.get(builtFrom)?.dockerfile;
      if (builtFrom !== undefined) built.add(builtFrom);
      found.push(open || !image ? environment : new Map([...image.environment, ...environment]));
    }
  }
  for (const [folder, { dockerfile }] of folders) {
    if (dockerfile?.bases.has(base) && !built.has(folder)) found.push(dockerfile.environment);
  }
  return [...found, ...(folders.get(base)?.units ?? [])];
}
