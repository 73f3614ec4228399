import type { Span } from "../base/span.ts";

/**
 * The tolerant tree of an XML text. Every text has one, however broken: what is missing is absent here,
 * never invented, and `problems.ts` puts the mistakes into words.
 *
 * Spans of children lie inside their parent's and follow one another without overlap.
 */
export interface XmlDocument {
  readonly text: string;
  /** Expressions and statements of a template, which another tool replaces before Tomcat reads the text. */
  readonly templates: readonly Span[];
  readonly signs: Signs;
  /** Everything at the top level in order; the characters between two nodes are white space or belong to an `XmlStray`. */
  readonly content: readonly XmlNode[];
  /** The first element at the top level. */
  readonly root: XmlElement | undefined;
  readonly hasDoctype: boolean;
  /**
   * Where reading stopped in a text of too many parts or templates: what follows is not in the tree. 0 in a text that is too
   * long to be read, undefined for all others.
   */
  readonly cutAt: number | undefined;
  /** How many states of the text ago everything in it was read anew. */
  readonly age: number;
}

export type XmlNode = XmlElement | XmlText | XmlComment | XmlCData | XmlInstruction | XmlDoctype | XmlStray;

/** What a text has that is not XML. Most texts have none of it, and are then spared what looks for it. */
export interface Signs {
  /** The beginning of another tool's expression or statement, or what may be a token of an installer. */
  readonly templates: boolean;
  /** A token that a script replaces. */
  readonly tokens: boolean;
  /** A character that no XML text may hold. */
  readonly invalid: boolean;
}

/** `<name attribute="value">content</name>`, or any beginning of it. */
export interface XmlElement {
  readonly kind: "element";
  readonly span: Span;
  /** Empty while only `<` is typed. */
  readonly name: string;
  readonly nameSpan: Span;
  /** From `<` to `>` inclusive, or to where it breaks off. */
  readonly startTag: Span;
  /** False while the start tag has no `>` of its own. */
  readonly startTagClosed: boolean;
  /** True for `<name/>`. */
  readonly selfClosing: boolean;
  readonly attributes: readonly XmlAttribute[];
  /** What stands in the start tag but is neither name nor attribute: `--`, `{{ x }}`, a comment, lone quotes. */
  readonly junk: readonly Span[];
  /** Absent when it is missing or the element closes itself. */
  readonly endTag: XmlEndTag | undefined;
  readonly content: readonly XmlNode[];
  /** The elements of `content`. */
  readonly elements: readonly XmlElement[];
  readonly parent: XmlElement | undefined;
  /**
   * How many nodes, attributes and other parts were read in it, where how it is read depends on nothing but its own
   * characters: everything in it is closed, quoted and in its place. Undefined for all others.
   */
  readonly parts: number | undefined;
}

export interface XmlEndTag {
  readonly span: Span;
  readonly nameSpan: Span;
  /** False while its `>` is missing. */
  readonly closed: boolean;
}

export interface XmlAttribute {
  readonly span: Span;
  readonly name: string;
  readonly nameSpan: Span;
  /** Where `=` stands; absent while only a name is typed. */
  readonly equals: Span | undefined;
  /** Absent while nothing stands after the name or after `=`. */
  readonly value: XmlValue | undefined;
  readonly element: XmlElement;
}

export interface XmlValue {
  /** With its quotes, also those that are too many. */
  readonly span: Span;
  /** Without its quotes. */
  readonly inner: Span;
  readonly quote: '"' | "'" | undefined;
  /** False when the closing quote is missing. */
  readonly closed: boolean;
  /** As written between the quotes. */
  readonly raw: string;
  /**
   * As an XML parser hands it on: character references and the five predefined entities resolved, line breaks and tabs
   * turned into blanks. Undefined where another entity is used, which is never expanded, and for more than 16,384 letters.
   */
  readonly text: string | undefined;
}

export interface XmlText {
  readonly kind: "text";
  readonly span: Span;
}

export interface XmlComment {
  readonly kind: "comment";
  readonly span: Span;
  readonly closed: boolean;
  /** Between `<!--` and `-->`. */
  readonly inner: Span;
}

export interface XmlCData {
  readonly kind: "cdata";
  readonly span: Span;
  readonly closed: boolean;
}

/** `<?target …?>`, the XML declaration included. */
export interface XmlInstruction {
  readonly kind: "instruction";
  readonly span: Span;
  readonly target: string;
  readonly closed: boolean;
}

/** `<!DOCTYPE …>` with its internal subset, which is never interpreted beyond the names it declares. */
export interface XmlDoctype {
  readonly kind: "doctype";
  readonly span: Span;
  readonly closed: boolean;
  /** The document type's name, empty while missing. */
  readonly name: string;
  /** Between `[` and `]`. */
  readonly internalSubset: Span | undefined;
}

/** Text that fits nowhere: an end tag without a start tag, `<!` of no known kind. */
export interface XmlStray {
  readonly kind: "stray";
  readonly span: Span;
  readonly what: "end-tag" | "markup";
}
