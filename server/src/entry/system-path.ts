import { fileURLToPath } from "node:url";
import { uriOfPath } from "./uris.ts";

/** The path of this machine's file system; throws for what is no file. */
export function systemPathOf(path: string): string {
  return fileURLToPath(uriOfPath(path));
}
