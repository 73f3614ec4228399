import type { ConfigFile } from "../config/file.ts";

/**
 * True where deprecation is known: the facts contain it for the newest release of a line, without its first release.
 */
export function deprecationsKnown({ version, catalog }: ConfigFile): boolean {
  return !version.release || version.release.compare(catalog.release) >= 0;
}
