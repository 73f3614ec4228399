import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The installed package: the bundles stand in its `dist`. */
const ROOT = join(__dirname, "..");

interface Manifest {
  readonly version: string;
  /** The address of the repository, once it has one. */
  readonly homepage?: string;
}

export function manifest(): Manifest {
  return JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
}

export function version(): string {
  return manifest().version;
}
