import { withoutEnd } from "../base/trim-end.ts";

/** A path as a user writes it for the core: with `/` between names and none at its end. */
export function corePath(path: string): string {
  return (withoutEnd(path, "/\\") || path.slice(0, 1)).replaceAll("\\", "/");
}
