import { groupBy } from "../base/group-by.ts";
import { type Edit, type Span, span } from "../base/span.ts";
import type { Catalog } from "../schema/catalog.ts";
import { defaultOf } from "../schema/catalog.ts";
import type { AttributeFacts, ClassFacts, ElementFacts, TomcatVersion } from "../schema/model.ts";
import { formerName } from "../schema/replacements.ts";
import { originOf } from "../syntax/earlier.ts";
import { isSpace, skipSpace } from "../syntax/scan.ts";
import type { XmlAttribute, XmlElement } from "../syntax/tree.ts";
import { MCAST_SERVICE } from "./classes.ts";
import {
  attributeInsertion,
  attributeRemoval,
  escapeAttribute,
  insertionBehind,
  nodeRemoval,
  siblingInsertion,
} from "./edits.ts";
import type { TextReading } from "./reading.ts";
import type { ReadLog, Trace } from "./reads.ts";
import { isJavaInt, parseBoolean, parseInteger } from "./values.ts";

/** A text between elements, as it is written. */
export interface TextBetween {
  readonly at: Span;
  readonly written: string;
}

/** What all components of one file share. */
export interface ComponentContext {
  readonly text: string;
  readonly catalog: Catalog;
  readonly version: TomcatVersion;
  readonly reading: TextReading;
  /** Notes each read of something that an edit may change. */
  readonly reads: ReadLog;
}

/**
 * An element as Tomcat reads it: with the class it becomes and the values its attributes take effect with.
 *
 * Placeholders are filled in from the node's properties. Everything that cannot be known (a property that no file sets,
 * a template, a third party's class) reads as undefined, and callers stay silent on undefined. What stands in the file
 * is `written`.
 */
export class Component {
  readonly parent: Component | undefined;
  /** What Tomcat does with this element here; undefined when it ignores the element and all below it. */
  readonly facts: ElementFacts | undefined;
  /** Belongs to `ReadLog`; stored here, which saves a map entry for each component. */
  trace: Trace | undefined;
  readonly #element: XmlElement;
  /**
   * What its element was first read as: the same object in each state of the file that takes it over. Names and values
   * are read here, which makes none of its attributes anew; their places are not those of this state.
   */
  readonly origin: XmlElement;
  readonly #context: ComponentContext;
  #children: readonly Component[] | undefined;
  /** Only of an element that has many. */
  #attributesByName: Map<string, XmlAttribute> | undefined;
  #childrenByName: ReadonlyMap<string, readonly Component[]> | undefined;
  /** Asked for with each attribute. */
  #capitals: boolean | undefined;
  /** Nearly every rule asks for it, so it is kept; null where it is known to be undefined. */
  #className: string | null | undefined;
  #type: ClassFacts | null | undefined;

  constructor(
    element: XmlElement,
    facts: ElementFacts | undefined,
    parent: Component | undefined,
    context: ComponentContext,
  ) {
    this.#element = element;
    this.origin = originOf(element);
    this.facts = facts;
    this.parent = parent;
    this.#context = context;
  }

  /** The element in the file. Noted as a read of everything in it. */
  get element(): XmlElement {
    this.#context.reads.whole(this);
    return this.#element;
  }

  /** Built when first asked for: what Tomcat ignores is never walked, however deep it is. */
  get children(): readonly Component[] {
    this.#context.reads.children(this);
    return this.#allChildren();
  }

  #allChildren(): readonly Component[] {
    this.#children ??= this.#element.elements.map(
      (child) => new Component(child, this.facts?.children.get(child.name), this, this.#context),
    );
    return this.#children;
  }

  get name(): string {
    return this.origin.name;
  }

  get nameSpan(): Span {
    return this.#element.nameSpan;
  }

  /** True when Tomcat reads this element at all. */
  get read(): boolean {
    return this.facts !== undefined;
  }

  /** True while the start tag is half typed: what is absent may only be missing so far. */
  get unfinished(): boolean {
    this.#context.reads.tag(this);
    const element = this.#element;
    return !element.startTagClosed || element.junk.length > 0 || (!element.selfClosing && element.endTag === undefined);
  }

  /**
   * The class Tomcat makes: the one named, else the element's default.
   * Undefined when neither is there or the name is a placeholder.
   */
  get className(): string | undefined {
    this.#context.reads.tag(this);
    if (this.#className === undefined) this.#className = this.#readClassName() ?? null;
    return this.#className ?? undefined;
  }

  #readClassName(): string | undefined {
    if (this.facts?.takesClassName === false) return this.facts.defaultClass;
    return this.has("className") ? this.text("className") : this.facts?.defaultClass;
  }

  /** What the chosen Tomcat line knows of the class; undefined for a third party's. */
  get type(): ClassFacts | undefined {
    this.#context.reads.tag(this);
    if (this.#type === undefined) {
      const { className } = this;
      this.#type = (className === undefined ? undefined : this.#context.catalog.classNamed(className)) ?? null;
    }
    return this.#type ?? undefined;
  }

  /**
   * The attribute as written. Tomcat turns the first letter into a capital before it looks for a setter,
   * so `Port` and `port` are one, and of both the last counts (IntrospectionUtils.setProperty, all lines); `protocol` and
   * `executor` of a Connector are read by the letter (ConnectorCreateRule.begin).
   */
  attribute(name: string): XmlAttribute | undefined {
    const found = this.#find(name);
    if (!found || found.element === this.#element) return found;
    return this.#element.attributes[this.origin.attributes.indexOf(found)];
  }

  /** The attributes as written that pass a test, which looks at no places. */
  attributesWhere(test: (attribute: XmlAttribute) => boolean): readonly XmlAttribute[] {
    this.#context.reads.tag(this);
    return this.origin.attributes.some(test) ? this.#element.attributes.filter(test) : [];
  }

  /** The attribute as it was first read. */
  #find(name: string): XmlAttribute | undefined {
    this.#context.reads.tag(this);
    const own = this.#attributeNamed(name);
    if (name === "className" || (own && !this.#hasCapitals())) return own;
    const other = this.#attributeNamed(withOtherFirstLetter(name));
    if (own && other) {
      if (this.name === "Connector" && /^(?:protocol|executor)$/i.test(name)) return /^[a-z]/.test(name) ? own : other;
      // The setter is called for both, in their order.
      return other.span.start > own.span.start ? other : own;
    }
    return own ?? other ?? (this.name === "Membership" ? this.#alias(name) : undefined);
  }

  /** True where the name of an attribute begins with a capital letter, as few do. */
  #hasCapitals(): boolean {
    this.#capitals ??= this.origin.attributes.some(({ name }) => /^[A-Z]/.test(name));
    return this.#capitals;
  }

  /** The first attribute written under exactly this name. */
  #attributeNamed(name: string): XmlAttribute | undefined {
    const { attributes } = this.origin;
    if (attributes.length <= FEW) return attributes.find((attribute) => attribute.name === name);
    if (!this.#attributesByName) {
      this.#attributesByName = new Map();
      for (const each of attributes)
        if (!this.#attributesByName.has(each.name)) this.#attributesByName.set(each.name, each);
    }
    return this.#attributesByName.get(name);
  }

  /** The attribute under a former name that this line still takes: 7.0 takes `mcastPort` for `port`. */
  #alias(name: string): XmlAttribute | undefined {
    const alias = this.className === MCAST_SERVICE ? formerName(name) : undefined;
    return alias !== undefined && this.type?.attributes.has(alias) ? this.#attributeNamed(alias) : undefined;
  }

  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  /** The text that stands in the file, placeholders and all; undefined when absent. */
  written(name: string): string | undefined {
    return this.#find(name)?.value?.text;
  }

  /** The text Tomcat reads where the attribute is written; undefined when absent or not knowable. */
  text(name: string): string | undefined {
    const attribute = this.#find(name);
    return attribute && this.#context.reading.valueOf(attribute, this.#element);
  }

  /** The text that takes effect: what is written, else the class's default; undefined when not knowable. */
  effective(name: string): string | undefined {
    return this.has(name) ? this.text(name) : this.defaultText(name);
  }

  /**
   * The number that takes effect. A text that is no number, or does not fit its type, leaves Tomcat's default in place.
   */
  number(name: string): number | undefined {
    if (!this.has(name)) return parseInteger(this.defaultText(name));
    const text = this.text(name);
    if (text === undefined) return undefined;
    const taken = this.attributeFacts(name)?.type !== "int" || isJavaInt(text);
    return (taken ? parseInteger(text) : undefined) ?? parseInteger(this.defaultText(name));
  }

  /** The number that takes effect, where the attribute is written; undefined where only the default is at work. */
  numberWhereWritten(name: string): number | undefined {
    return this.has(name) ? this.number(name) : undefined;
  }

  /** The boolean that takes effect: only `true`, in any case, is true. */
  boolean(name: string): boolean | undefined {
    const text = this.effective(name);
    return text === undefined ? undefined : parseBoolean(text);
  }

  /**
   * The attributes that mean something here: the class's own, and on a Connector those its protocol handler takes over.
   */
  get attributes(): ReadonlyMap<string, AttributeFacts> {
    return this.#handler() ?? this.type?.attributes ?? NOTHING;
  }

  /** What is known of an attribute, in either case of its first letter: both find the same setter. */
  attributeFacts(name: string): AttributeFacts | undefined {
    const found = this.#handler()?.get(name) ?? this.type?.attributes.get(name);
    if (found) return found;
    const other = withOtherFirstLetter(name);
    return this.#handler()?.get(other) ?? this.type?.attributes.get(other);
  }

  /** Undefined for all but Connectors, and for a protocol that cannot be known or is a third party's. */
  #handler(): ReadonlyMap<string, AttributeFacts> | undefined {
    if (this.name !== "Connector" || !this.read) return undefined;
    const protocol = this.text("protocol");
    if (protocol === undefined && this.has("protocol")) return undefined;
    return this.#context.catalog.connectorAttributes(protocol);
  }

  /** The default of the class on this Tomcat, as text; undefined where the release is not known and older ones differ. */
  defaultText(name: string): string | undefined {
    const facts = this.attributeFacts(name);
    const { release } = this.#context.version;
    if (facts === undefined || (!release && facts.earlierDefaults.length > 0)) return undefined;
    return defaultOf(facts, release) ?? undefined;
  }

  /** The children Tomcat reads under this name, in order. Sorted out once: a Server may have thousands of Hosts. */
  childrenNamed(name: string): readonly Component[] {
    this.#context.reads.children(this);
    this.#childrenByName ??= groupBy(
      this.#allChildren().filter((child) => child.read),
      (child) => child.name,
    );
    return this.#childrenByName.get(name) ?? [];
  }

  /** The child that takes effect where one is allowed: of several, Tomcat keeps the last. */
  child(name: string): Component | undefined {
    return this.childrenNamed(name).at(-1);
  }

  /** Nearest ancestor of that element name. */
  ancestor(name: string): Component | undefined {
    let component = this.parent;
    while (component && component.name !== name) component = component.parent;
    return component;
  }

  /** This component and all below it that Tomcat reads, in document order. */
  *descendants(): Generator<Component> {
    this.readWhole();
    const pending: Component[] = [this];
    for (let next = pending.pop(); next; next = pending.pop()) {
      yield next;
      for (const child of next.#allChildren().toReversed()) if (child.read) pending.push(child);
    }
  }

  /** Notes a read of everything in it, for callers that keep a result worked out from several components. */
  readWhole(): void {
    this.#context.reads.whole(this);
  }

  /** The texts directly in it, without the white space around them; those that are nothing else are left out. */
  get texts(): readonly TextBetween[] {
    this.#context.reads.whole(this);
    const { text } = this.#context;
    const found: TextBetween[] = [];
    for (const node of this.#element.content) {
      if (node.kind !== "text") continue;
      const start = skipSpace(text, node.span.start);
      let { end } = node.span;
      while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
      if (start < end) found.push({ at: span(start, end), written: text.slice(start, end) });
    }
    return found;
  }

  /**
   * Where a finding about an attribute points: its value without quotes, its name where there is none, or the element's
   * name. Of several the first that is written.
   */
  spanOf(...names: readonly string[]): Span {
    const written = names.find((name) => this.has(name));
    const attribute = written === undefined ? undefined : this.attribute(written);
    if (!attribute) return this.nameSpan;
    const { value } = attribute;
    if (!value) return attribute.nameSpan;
    return value.inner.start < value.inner.end ? value.inner : value.span;
  }

  /** Sets or adds an attribute and leaves everything else as it is written. */
  setAttribute(name: string, value: string): Edit {
    const existing = this.attribute(name);
    if (existing?.value) {
      const { quote, inner, span } = existing.value;
      return quote && existing.value.closed
        ? { span: inner, newText: escapeAttribute(value, quote) }
        : { span, newText: `"${escapeAttribute(value, '"')}"` };
    }
    if (existing) return { span: existing.span, newText: `${name}="${escapeAttribute(value, '"')}"` };
    return attributeInsertion(this.#context.text, this.#element, name, value);
  }

  /** Takes an attribute out together with the white space before it. */
  removeAttribute(attribute: XmlAttribute): Edit {
    return attributeRemoval(this.#context.text, attribute);
  }

  /** Takes the whole element out together with the line it leaves empty. */
  remove(): Edit {
    this.#readAround();
    return { span: nodeRemoval(this.#context.text, this.#element), newText: "" };
  }

  /** Puts a sibling on a line of its own before this element. */
  insertBefore(xml: string): Edit {
    this.#readAround();
    return siblingInsertion(this.#context.text, this.#element, xml);
  }

  /** Puts a sibling on a line of its own behind this element. */
  insertBehind(xml: string): Edit {
    this.#readAround();
    return insertionBehind(this.#context.text, this.#element, xml);
  }

  /** What an edit writes beside an element is laid out as the lines around it, and ends them as the first line ends. */
  #readAround(): void {
    this.#context.reads.file();
  }

  /** Takes this element, as it is written, from its place and puts it before a sibling. */
  moveBefore(sibling: Component): readonly Edit[] {
    const { start, end } = this.#element.span;
    return [sibling.insertBefore(this.#context.text.slice(start, end)), this.remove()];
  }
}

const NOTHING: ReadonlyMap<string, AttributeFacts> = new Map();

/** Up to so many attributes are looked through one by one, which is faster than to sort them out. */
const FEW = 16;

/** The other name of the same setter: `Port` for `port`, and the other way round. */
function withOtherFirstLetter(name: string): string {
  const first = name.charAt(0);
  const upper = first.toUpperCase();
  return (upper === first ? first.toLowerCase() : upper) + name.slice(1);
}

/** An attribute's name as its setter spells it: the case of the first letter means nothing to Tomcat. */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The other spelling of the same: `URIEncoding` for `uRIEncoding`. */
export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
