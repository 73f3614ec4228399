import { join, parentOf } from "./files.ts";

/** The name of a configuration file, in the folder of a file or above it. */
export const CONFIGURATION_NAME = ".tomcat-cluster.json";

/** The paths at which a file's configuration may be: its folder and those above it, the nearest first. */
export function configurationPlaces(path: string): readonly string[] {
  const places: string[] = [];
  for (let folder = parentOf(path); ; folder = parentOf(folder)) {
    // A file system's root, and the first part of a URI, have no parent.
    if (folder === "" && path.startsWith("/")) return places;
    if (/^[a-z][a-z0-9+.-]+:\/*$/i.test(folder)) return places;
    places.push(join(folder, CONFIGURATION_NAME));
    if (folder === "") return places;
  }
}

/** The first of them. */
export function nearestPlace(path: string): string {
  return join(parentOf(path), CONFIGURATION_NAME);
}
