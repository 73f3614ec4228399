import type { ConfigFile } from "../config/file.ts";

/** True where the facts hold: they tell that something is deprecated in the newest release of a line, not since when. */
export function deprecationsKnown({ version, catalog }: ConfigFile): boolean {
  return !version.release || version.release.compare(catalog.release) >= 0;
}
