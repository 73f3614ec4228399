import type { Localized } from "../../base/localized.ts";

/** What an attribute's number counts. */
export type Unit =
  | "ms"
  | "s"
  | "bytes"
  | "messages"
  | "sessions"
  | "threads"
  | "ports"
  | "attempts"
  | "cycles"
  | "hops";

/** The explanation of one attribute. */
export interface AttributeProse {
  readonly text: Localized;
  readonly unit?: Unit;
  /** Smallest and largest value that means something; an absent end is that of the type. */
  readonly range?: { readonly min?: number; readonly max?: number };
}

/** The explanation of one class, and of its attributes by name. */
export interface ClassProse {
  readonly text: Localized;
  readonly attributes: Readonly<Record<string, AttributeProse>>;
}

/** Explanations by full class name. */
export type ProseBook = Readonly<Record<string, ClassProse>>;

/** TCP and UDP ports; 0 lets the system choose. */
export const PORT = { min: 0, max: 65_535 } as const;

/** Shorthand that keeps a page of explanations readable: English, then Korean. */
export function explain(en: string, ko: string, more: Omit<AttributeProse, "text"> = {}): AttributeProse {
  return { text: { en, ko }, ...more };
}
