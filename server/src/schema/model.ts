import type { Line } from "./lines.ts";
import type { Release } from "./release.ts";

/** One Tomcat: its line and, where it is known, its exact release. */
export interface TomcatVersion {
  readonly line: Line;
  readonly release: Release | undefined;
  /** True when no source states the line: a finding that holds for some lines only is then less severe. */
  readonly assumed?: boolean;
  /** The actual version, where no line of the schema covers it and the nearest is used: `8.0.53`. */
  readonly standsFor?: string;
  /**
   * True for a distribution's build, such as Debian's, which may contain corrections that the release of that number
   * lacks.
   */
  readonly rebuilt?: true;
}

/** How Tomcat turns an attribute's text into a value; `inet` resolves a host name, `object` has no text form. */
export type ValueType = "string" | "int" | "long" | "double" | "boolean" | "inet" | "object";

/** A range of releases of one line; an absent end is the line's own. */
export interface ReleaseRange {
  readonly first: Release | undefined;
  readonly last: Release | undefined;
}

export interface AttributeFacts {
  readonly name: string;
  readonly type: ValueType;
  /** Further types a setter takes when the text parses as one: `channelSendOptions` takes names or an int. */
  readonly alsoTyped: readonly ValueType[];
  /**
   * The value that the getter of a new object returns, as text; undefined when it has no readable getter, null when it
   * returned null.
   */
  readonly default: string | null | undefined;
  /** The defaults of releases before `until`, where it changed within the line; the oldest first. */
  readonly earlierDefaults: readonly { readonly text: string | null; readonly until: Release }[];
  /** All possible values, where they are a closed list. */
  readonly values: readonly string[] | undefined;
  readonly deprecated: boolean;
  /** Described in Tomcat's configuration reference. */
  readonly documented: boolean;
  /** Marked there as required. */
  readonly required: boolean;
  /** The releases of this line that have it. */
  readonly releases: readonly ReleaseRange[];
}

export interface ClassFacts {
  readonly name: string;
  /** `NioReceiver` for `org.apache.catalina.tribes.transport.nio.NioReceiver`. */
  readonly simpleName: string;
  readonly deprecated: boolean;
  readonly attributes: ReadonlyMap<string, AttributeFacts>;
  /** Setters whose parameter has no text form: Tomcat calls them with null and says nothing. */
  readonly silentAttributes: ReadonlySet<string>;
  /** True when any attribute is accepted without a warning. */
  readonly acceptsAnyAttribute: boolean;
  /** Attribute families such as `connectionProperties.*`, as regular expressions over the whole name. */
  readonly attributePatterns: readonly RegExp[];
  /** Child elements that make Tomcat stop because this class lacks the method for them. */
  readonly childrenThatAbort: ReadonlySet<string>;
  /** The pages of Tomcat's configuration reference that describe it, without `.html`: `cluster-receiver`. */
  readonly documentedIn: readonly string[];
  readonly releases: readonly ReleaseRange[];
}

/** The effect of a second element of the same name in the same parent. */
export type Repeat = "last-wins" | "accumulates" | "aborts" | "other";

export interface ElementFacts {
  readonly name: string;
  /** Path from its root: `Server/Service/Engine/Cluster`. */
  readonly path: string;
  readonly children: ReadonlyMap<string, ElementFacts>;
  /** The class Tomcat creates when `className` is absent. */
  readonly defaultClass: string | undefined;
  /** True when `className` must be given: without it Tomcat does not start. */
  readonly classRequired: boolean;
  /** True when `className` is read at all. */
  readonly takesClassName: boolean;
  /** The classes of this line that are accepted here. */
  readonly classes: readonly string[];
  /** Classes that implement the type, but stop Tomcat when they are used here. */
  readonly classesThatAbort: readonly string[];
  /** Classes that implement the type, but that Tomcat silently drops here. */
  readonly classesDropped: readonly string[];
  /** The Java type that the parent accepts. */
  readonly type: string | undefined;
  /** Attributes read by the digester rule itself and not by the class: `protocol` of Connector. */
  readonly ruleAttributes: readonly string[];
  /** True when Tomcat never warns of an unknown attribute here. */
  readonly unknownAttributeSilent: boolean;
  /** True when Tomcat warns even of a `className` that names the default class. */
  readonly classNameWarns: boolean;
  readonly repeat: Repeat;
}
