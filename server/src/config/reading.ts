import type { TomcatVersion } from "../schema/model.ts";
import type { XmlAttribute } from "../syntax/tree.ts";
import { hasPlaceholder, isUnknownText, replacePlaceholders } from "./placeholder.ts";
import type { Properties, Property } from "./properties.ts";

/** A text of a file as Tomcat reads it. */
export interface FilledText {
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
  readonly #read = new Map<string, FilledText>();
  /** Attributes with placeholders that were asked for, by the start of their tag: they tell what a finding rests on. */
  readonly #asked = new Map<number, Set<XmlAttribute>>();

  constructor(properties: Properties, version: TomcatVersion) {
    this.properties = properties;
    this.#version = version;
  }

  /** What Tomcat reads where this is written; undefined where it is not knowable. */
  textOf(written: string): string | undefined {
    if (hasPlaceholder(written)) return this.read(written).text;
    return isUnknownText(written) ? undefined : written;
  }

  /**
   * What Tomcat reads for an attribute that is written; undefined where it is not knowable.
   *
   * @param element the one it is written in, as it stands in this state of the file
   */
  valueOf(attribute: XmlAttribute, element = attribute.element): string | undefined {
    const written = attribute.value?.text;
    if (written === undefined) return undefined;
    if (hasPlaceholder(written)) {
      const { start } = element.startTag;
      const ofTag = this.#asked.get(start);
      if (ofTag) ofTag.add(attribute);
      else this.#asked.set(start, new Set([attribute]));
    }
    return this.textOf(written);
  }

  /** Forgets which attributes were asked for. */
  forgetAsked(): void {
    // Checked first, because this runs before each rule for each component, and the map is nearly always empty.
    if (this.#asked.size > 0) this.#asked.clear();
  }

  /** The properties behind the attributes that were asked for of the tag that starts at an offset. */
  askedIn(tagStart: number): readonly Property[] {
    const found = new Set<Property>();
    for (const { value } of this.#asked.get(tagStart) ?? []) {
      if (value?.text === undefined) continue;
      for (const property of this.read(value.text).from) found.add(property);
    }
    return [...found];
  }

  read(written: string): FilledText {
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
