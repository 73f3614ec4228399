import type { Line } from "./lines.ts";
import type { Release } from "./release.ts";

/** One Tomcat: its line and, where something told it, its exact release. */
export interface TomcatVersion {
  readonly line: Line;
  readonly release: Release | undefined;
  /** True when nothing told the line: what only another line contradicts is said with less weight. */
  readonly assumed?: boolean;
  /** What this Tomcat is, where no line of ours covers it and the nearest stands in: `8.0.53`. */
  readonly standsFor?: string;
  /** True for a distribution's build, which may have mended what the release of that number has not: Debian's. */
  readonly rebuilt?: true;
}

/** How Tomcat turns an attribute's text into a value; `inet` resolves a host name, `object` has no text form. */
export type ValueType = "string" | "int" | "long" | "double" | "boolean" | "inet" | "object";

/** The releases of one line in which something exists; an absent end is the line's own. */
export interface ReleaseRange {
  readonly first: Release | undefined;
  readonly last: Release | undefined;
}

export interface AttributeFacts {
  readonly name: string;
  readonly type: ValueType;
  /** Further types a setter takes when the text parses as one: `channelSendOptions` takes names or an int. */
  readonly alsoTyped: readonly ValueType[];
  /** What the getter of a new object returns, as text; undefined when it has no readable getter, null when it returned null. */
  readonly default: string | null | undefined;
  /** The defaults of releases before `until`, where it changed within the line; the oldest first. */
  readonly earlierDefaults: readonly { readonly text: string | null; readonly until: Release }[];
  /** The values Tomcat knows, where they are a closed list. */
  readonly values: readonly string[] | undefined;
  readonly deprecated: boolean;
  /** Described in Tomcat's configuration reference. */
  readonly documented: boolean;
  /** Said there to be required. */
  readonly required: boolean;
  /** Where it exists within this line. */
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
  /** True when any attribute is taken without a warning. */
  readonly acceptsAnyAttribute: boolean;
  /** Attribute families such as `connectionProperties.*`, as regular expressions over the whole name. */
  readonly attributePatterns: readonly RegExp[];
  /** Child elements that make Tomcat stop because this class lacks the method for them. */
  readonly childrenThatAbort: ReadonlySet<string>;
  /** The pages of Tomcat's configuration reference that describe it, without `.html`: `cluster-receiver`. */
  readonly documentedIn: readonly string[];
  readonly releases: readonly ReleaseRange[];
}

/** What happens to a second element of the same name in the same parent. */
export type Repeat = "last-wins" | "accumulates" | "aborts" | "other";

export interface ElementFacts {
  readonly name: string;
  /** Path from its root: `Server/Service/Engine/Cluster`. */
  readonly path: string;
  readonly children: ReadonlyMap<string, ElementFacts>;
  /** The class Tomcat makes when `className` is absent. */
  readonly defaultClass: string | undefined;
  /** True when `className` must be given: without it Tomcat does not start. */
  readonly classRequired: boolean;
  /** True when `className` is read at all. */
  readonly takesClassName: boolean;
  /** Names of the classes of this line that fit here. */
  readonly classes: readonly string[];
  /** Classes that fit the interface, but stop Tomcat when they stand here. */
  readonly classesThatAbort: readonly string[];
  /** Classes that fit the interface, but are dropped without a word when they stand here. */
  readonly classesDropped: readonly string[];
  /** The Java type an object must have to be accepted by the parent. */
  readonly type: string | undefined;
  /** Attributes read by the digester rule itself rather than by the class: `protocol` of Connector. */
  readonly ruleAttributes: readonly string[];
  /** True when Tomcat never warns of an unknown attribute here. */
  readonly unknownAttributeSilent: boolean;
  /** True when a `className` that names the class made anyway still draws a warning. */
  readonly classNameWarns: boolean;
  readonly repeat: Repeat;
}
