import { contains, type Span } from "../base/span.ts";
import type { TomcatVersion } from "../schema/model.ts";
import type { XmlAttribute } from "../syntax/tree.ts";
import { hasPlaceholder, isUnknownText, replacePlaceholders } from "./placeholder.ts";
import type { Properties, Property } from "./properties.ts";

/** A text of a file as Tomcat reads it. */
export interface ReadText {
  /** Undefined where it is not knowable. */
  readonly text: string | undefined;
  /** The properties that stand in the place of its placeholders, as far as they are known. */
  readonly from: readonly Property[];
}

/** Reads the texts of one file as its Tomcat does: with what the node's properties put in the place of placeholders. */
export class TextReading {
  readonly properties: Properties;
  readonly #version: TomcatVersion;
  /** Texts with placeholders are few, and asked for by many rules. */
  readonly #read = new Map<string, ReadText>();
  /** Attributes with placeholders that were asked for, so that it can be told what a finding rests on. */
  readonly #asked = new Set<XmlAttribute>();

  constructor(properties: Properties, version: TomcatVersion) {
    this.properties = properties;
    this.#version = version;
  }

  /** What Tomcat reads where this is written; undefined where it is not knowable. */
  textOf(written: string): string | undefined {
    if (hasPlaceholder(written)) return this.read(written).text;
    return isUnknownText(written) ? undefined : written;
  }

  /** What Tomcat reads for an attribute that is written; undefined where it is not knowable. */
  valueOf(attribute: XmlAttribute): string | undefined {
    const written = attribute.value?.text;
    if (written === undefined) return undefined;
    if (hasPlaceholder(written)) this.#asked.add(attribute);
    return this.textOf(written);
  }

  /** Begins anew to keep what is asked for. */
  forgetAsked(): void {
    // It is asked for before each rule and component, and nearly always empty.
    if (this.#asked.size > 0) this.#asked.clear();
  }

  /** The properties behind the attributes of one start tag that were asked for; `at` is a place in the tag. */
  askedIn(at: Span): readonly Property[] {
    const found = new Set<Property>();
    for (const { element, value } of this.#asked) {
      if (value?.text === undefined || !contains(element.startTag, at)) continue;
      for (const property of this.read(value.text).from) found.add(property);
    }
    return [...found];
  }

  read(written: string): ReadText {
    const known = this.#read.get(written);
    if (known) return known;
    const from = new Set<Property>();
    const lookup = (name: string) => {
      const property = this.properties.find(name, this.#version);
      if (property) from.add(property);
      return property?.value;
    };
    const text = replacePlaceholders(written, lookup, this.#version);
    const read = { text: text === undefined || isUnknownText(text) ? undefined : text, from: [...from] };
    this.#read.set(written, read);
    return read;
  }
}
