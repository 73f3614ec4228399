import type { Localized } from "../../base/localized.ts";

/** The unit of an attribute's number. */
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
  /** The smallest and largest meaningful value; an absent end is that of the type. */
  readonly range?: { readonly min?: number; readonly max?: number };
}

/** Explanations of attributes by name. Classes share a set only where the meaning is the same. */
export type AttributesProse = Readonly<Record<string, AttributeProse>>;

/** The explanation of one class, and of its attributes. */
export interface ClassProse {
  readonly text: Localized;
  readonly attributes: AttributesProse;
}

/** Explanations by full class name. Books are functions, so that a server builds them only when it needs them. */
export type ProseBook = Readonly<Record<string, ClassProse>>;

/** The explanation of an element, whatever its class. */
export interface ElementProse {
  readonly text: Localized;
  /** The page of Tomcat's configuration reference that describes it, without `.html`. */
  readonly page?: string;
  /** Attributes that Tomcat reads before it creates the object, so that no class has them. */
  readonly attributes?: AttributesProse;
}

/** TCP and UDP ports; 0 lets the system choose. */
export const PORT = { min: 0, max: 65_535 } as const;

/** A shorthand for explanations: English, then Korean. */
export function explain(en: string, ko: string, more: Omit<AttributeProse, "text"> = {}): AttributeProse {
  return { text: { en, ko }, ...more };
}
