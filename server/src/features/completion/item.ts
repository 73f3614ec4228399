import type { Locale } from "../../base/localized.ts";
import type { Edit, Span } from "../../base/span.ts";
import type { ConfigFile } from "../../config/file.ts";
import type { TomcatNode } from "../../config/node.ts";
import type { Properties } from "../../config/properties.ts";
import type { TomcatCluster } from "../../config/tomcat-cluster.ts";
import type { Template } from "./template.ts";

/** Something that can be written at a place. Lists of them are in the order to be shown: the likeliest first. */
export interface Completion {
  readonly label: string;
  readonly kind:
    | "element"
    | "attribute"
    | "class"
    | "value"
    | "reference"
    | "property"
    | "block"
    | "end-tag"
    | "markup";
  /** What it is, in a few words: a type and a default, a class, a meaning. */
  readonly detail?: string | undefined;
  /** What tells it from others of the same label: the class of an element. */
  readonly description?: string | undefined;
  /** What the typed text is matched against, where it is not the label. */
  readonly filter?: string;
  /** The text it replaces. */
  readonly replace: Span;
  /**
   * Where the end of a word may also stay: what it takes the place of for a client that lets its user choose so.
   * Absent where half of the old text would be left in the way.
   */
  readonly insert?: Span;
  readonly text: Template;
  /** The indent of its further lines, where it has any. */
  readonly indent?: string;
  readonly deprecated?: boolean;
  /** The one to be chosen when nothing else is. */
  readonly preselect?: boolean;
  /** What its documentation is about. */
  readonly about?: Subject;
  /** True where the next thing to type is offered as well. */
  readonly continues?: boolean;
  /** What has to change elsewhere in the file, so that it works as it is written. */
  readonly also?: readonly Edit[];
  /** Characters that accept it, and are typed behind it. */
  readonly commit?: readonly string[];
}

/** An element with its class, or one of its attributes; plain data, as it travels to the client and back. */
export interface Subject {
  readonly element: string;
  readonly className?: string;
  readonly attribute?: string;
  /** The protocol a Connector names. */
  readonly protocol?: string;
}

/** What a completion is made from. */
export interface CompletionRequest {
  readonly file: ConfigFile;
  readonly offset: number;
  readonly locale: Locale;
  /** The character that was typed, where it asked by itself. */
  readonly trigger?: string | undefined;
  /** False where another extension offers end tags; true when absent. */
  readonly closeTags?: boolean;
  /** The Tomcat the file belongs to. */
  readonly node?: TomcatNode | undefined;
  /** The clusters that Tomcat is a node of. */
  readonly clusters?: readonly TomcatCluster[];
  /** What the node's placeholders stand for. */
  readonly properties?: Properties;
}

/** A value without its place; its label is the text where there is no other. */
export type Value = Pick<Completion, "kind"> &
  Partial<Pick<Completion, "label" | "detail" | "description" | "filter" | "deprecated" | "preselect" | "about">> & {
    readonly value: string;
  };
