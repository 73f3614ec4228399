import type { Localized } from "../../base/localized.ts";
import type { Component } from "../component.ts";

/**
 * Where the value of an attribute comes from: the file, a property put in the place of a placeholder, the class's
 * default, the default because Tomcat rejects what is written, or something Tomcat does of its own accord. `unknown`
 * where the file does not tell.
 */
export type Origin = "written" | "filled-in" | "default" | "rejected" | "derived" | "unknown";

export interface EffectiveAttribute {
  /** As the class spells it. */
  readonly name: string;
  /** Undefined where it is not knowable, and where a rejected text leaves the attribute without a value. */
  readonly value: string | undefined;
  readonly origin: Origin;
  /** What the file says, where it says something. */
  readonly written: string | undefined;
  /** Why the value is not what is written. */
  readonly why: Localized | undefined;
}

/** An attribute that is written and changes nothing. */
export interface LostAttribute {
  readonly name: string;
  readonly written: string;
  readonly why: Localized;
}

/** An element that is written and becomes nothing. */
export interface DroppedElement {
  readonly element: string;
  readonly className: string | undefined;
  readonly why: Localized;
  /** True when Tomcat does not start because of it. */
  readonly stops: boolean;
}

/** The key of the element an object is made of: a symbol, which copies of the object keep and JSON leaves out. */
export const WRITTEN_AS = Symbol("writtenAs");

/** One object of the running Tomcat, under the name of the element that makes it or would make it. */
export interface EffectiveObject {
  readonly element: string;
  /** Undefined where the file does not tell. */
  readonly className: string | undefined;
  /** True when the class can be named in `className`; a Connector is named by its protocol, others not at all. */
  readonly namesClass: boolean;
  /** True when the schema has the class: only then are defaults known. */
  readonly known: boolean;
  /** Why Tomcat makes it although nothing is written; undefined for what is written. */
  readonly added: Localized | undefined;
  /** By name. */
  readonly attributes: readonly EffectiveAttribute[];
  readonly lost: readonly LostAttribute[];
  /** In the order Tomcat calls them in. */
  readonly children: readonly EffectiveObject[];
  readonly dropped: readonly DroppedElement[];
  /** What stands in an element that Tomcat reads the text of, such as Alias. */
  readonly text: string | undefined;
  /** What else is to be known of it. */
  readonly notes: readonly Localized[];
  /** Absent for what Tomcat adds. */
  readonly [WRITTEN_AS]?: Component;
}
