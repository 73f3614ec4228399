import type { Localized } from "../../base/localized.ts";

/** What an attribute's number counts. */
export type Unit =
  | "ns"
  | "us"
  | "ms"
  | "s"
  | "days"
  | "bytes"
  | "kilobytes"
  | "characters"
  | "bits"
  | "messages"
  | "requests"
  | "connections"
  | "streams"
  | "sessions"
  | "users"
  | "entries"
  | "threads"
  | "ports"
  | "attempts"
  | "cycles"
  | "hops"
  | "percent";

/** The explanation of one attribute. */
export interface AttributeProse {
  readonly text: Localized;
  readonly unit?: Unit;
  /** Smallest and largest value that means something; an absent end is that of the type. */
  readonly range?: { readonly min?: number; readonly max?: number };
}

/** Explanations of attributes by name. Several classes share a set only where the meaning is the same on each. */
export type AttributesProse = Readonly<Record<string, AttributeProse>>;

/** The explanation of one class, and of its attributes. */
export interface ClassProse {
  readonly text: Localized;
  readonly attributes: AttributesProse;
}

/** Explanations by full class name. Books are functions, so that a server nobody asks builds none of them. */
export type ProseBook = Readonly<Record<string, ClassProse>>;

/** The explanation of an element, whatever class stands behind it. */
export interface ElementProse {
  readonly text: Localized;
  /** The page of Tomcat's configuration reference that describes it, without `.html`. */
  readonly page?: string;
  /** Attributes that Tomcat reads before it makes the object, so that no class has them. */
  readonly attributes?: AttributesProse;
}

/** TCP and UDP ports; 0 lets the system choose. */
export const PORT = { min: 0, max: 65_535 } as const;

/** Shorthand that keeps a page of explanations readable: English, then Korean. */
export function explain(en: string, ko: string, more: Omit<AttributeProse, "text"> = {}): AttributeProse {
  return { text: { en, ko }, ...more };
}
