import type { Localized } from "../base/localized.ts";

/** A sentence about a file, as plain data. */
export interface FileNote {
  readonly path: string;
  /** From 1; undefined for the whole file. */
  readonly line?: number;
  readonly text: Localized;
}
