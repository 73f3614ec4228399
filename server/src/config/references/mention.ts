import type { SourceText } from "../../base/source-text.ts";
import type { Span } from "../../base/span.ts";
import type { XmlValue } from "../../syntax/tree.ts";
import type { Component } from "../component.ts";
import { escapeAttribute } from "../edits.ts";
import type { ConfigFile } from "../file.ts";
import type { Properties } from "../properties.ts";
import type { TomcatCluster } from "../tomcat-cluster.ts";

/** What names something else: each kind has names of its own. */
export type NameKind =
  | "property"
  | "executor"
  | "global-resource"
  | "application-resource"
  | "host"
  | "jvm-route"
  | "member-id"
  | "receiver"
  | "address"
  | "port";

/** An XML file of any kind. */
export type XmlSource = Pick<ConfigFile, "path" | "lines" | "document">;

/** A place where something has its name, or where it is named. */
export interface Mention {
  readonly kind: NameKind;
  /** Mentions of one kind, scope and name mean the same thing. */
  readonly scope: string;
  /** As Tomcat compares it: a Host's in small letters, a uniqueId as its bytes. */
  readonly name: string;
  /** The value that takes effect here. */
  readonly text: string;
  /** True where the thing gets its name. */
  readonly defines: boolean;
  readonly file: Pick<SourceText, "path" | "lines">;
  readonly at: Span;
  /** What stands at `at` for a new name; undefined where the name comes from somewhere else. */
  readonly rewrite: ((name: string) => string) | undefined;
}

/** All that can name things to one another: the files of one Tomcat, and the clusters it is a node of. */
export interface NameSources {
  /** The server.xml of the Tomcat; undefined where a file stands alone. */
  readonly server: ConfigFile | undefined;
  /** Its configuration files, the server.xml among them. */
  readonly files: readonly ConfigFile[];
  readonly properties: Properties;
  readonly catalinaProperties: SourceText | undefined;
  readonly loggingProperties: SourceText | undefined;
  /** conf/tomcat-users.xml. */
  readonly users: XmlSource | undefined;
  readonly clusters: readonly TomcatCluster[];
}

/** The text of an attribute as it takes effect, and how it is written. */
export interface AttributeText {
  readonly text: string;
  readonly at: Span;
  readonly rewrite: Mention["rewrite"];
}

/** An attribute that is written, as Tomcat reads it; undefined where it is absent or not knowable. */
export function writtenText(component: Component, name: string): AttributeText | undefined {
  const value = component.attribute(name)?.value;
  const text = component.text(name);
  return value && text !== undefined ? { text, at: value.inner, rewrite: rewriteOf(value, text) } : undefined;
}

function rewriteOf({ text, quote, closed }: XmlValue, effective: string): Mention["rewrite"] {
  return quote && closed && text === effective ? (name) => escapeAttribute(name, quote) : undefined;
}

/** A new name as an attribute that is not written yet, beside the name of its element. */
export function addingTo({ name }: Component, attribute: string): Mention["rewrite"] {
  return (to) => `${name} ${attribute}="${escapeAttribute(to, '"')}"`;
}

/** A scope that is one element of a file. */
export function scopeOf(file: Pick<SourceText, "path">, component: Component | undefined): string {
  return `${file.path}@${component?.element.span.start ?? ""}`;
}

/** True when both mean the same thing. */
export function sameThing(one: Mention, other: Pick<Mention, "kind" | "scope" | "name">): boolean {
  return one.kind === other.kind && one.scope === other.scope && one.name === other.name;
}
