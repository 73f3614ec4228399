import type { Locale } from "../../base/localized.ts";
import type { Edit, Span } from "../../base/span.ts";
import type { ConfigFile } from "../../config/file.ts";
import type { TomcatNode } from "../../config/node.ts";
import type { Properties } from "../../config/properties.ts";
import type { TomcatCluster } from "../../config/tomcat-cluster.ts";
import type { Template } from "./template.ts";

/** One completion. Lists of them are in display order: the likeliest first. */
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
  /** A short description: a type and a default, a class, a meaning. */
  readonly detail?: string | undefined;
  /** Distinguishes it from others of the same label: the class of an element. */
  readonly description?: string | undefined;
  /** The text that typed text is matched against, where it differs from the label. */
  readonly filter?: string;
  /** The text it replaces. */
  readonly replace: Span;
  /**
   * The part of `replace` up to the cursor, for clients that let users keep the rest of a word. Absent where the rest
   * would be in the way.
   */
  readonly insert?: Span;
  readonly text: Template;
  /** The indent of its further lines, where it has any. */
  readonly indent?: string;
  readonly deprecated?: boolean;
  /** True for the item selected by default. */
  readonly preselect?: boolean;
  /** The subject of its documentation. */
  readonly about?: OfferSubject;
  /** True where completion opens again after it. */
  readonly continues?: boolean;
  /** Edits elsewhere in the file that the completion requires. */
  readonly also?: readonly Edit[];
  /** Characters that accept it, and are then typed. */
  readonly commit?: readonly string[];
}

/** An element with its class, or one of its attributes; plain data that is sent to the client and back. */
export interface OfferSubject {
  readonly element: string;
  readonly className?: string;
  readonly attribute?: string;
  /** The protocol a Connector names. */
  readonly protocol?: string;
}

/** The input of a completion. */
export interface CompletionRequest {
  readonly file: ConfigFile;
  readonly offset: number;
  readonly locale: Locale;
  /** The typed character that triggered the request, if one did. */
  readonly trigger?: string | undefined;
  /** False where another extension offers end tags; true when absent. */
  readonly closeTags?: boolean;
  /** The Tomcat the file belongs to. */
  readonly node?: TomcatNode | undefined;
  /** The clusters that Tomcat is a node of. */
  readonly clusters?: readonly TomcatCluster[];
  /** The properties that fill in the node's placeholders. */
  readonly properties?: Properties;
}

/** A value without its place; its label is its text by default. */
export type Value = Pick<Completion, "kind"> &
  Partial<Pick<Completion, "label" | "detail" | "description" | "filter" | "deprecated" | "preselect" | "about">> & {
    readonly value: string;
  };
