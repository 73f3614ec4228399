import type { TomcatVersion } from "../schema/model.ts";
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

  constructor(properties: Properties, version: TomcatVersion) {
    this.properties = properties;
    this.#version = version;
  }

  /** What Tomcat reads where this is written; undefined where it is not knowable. */
  textOf(written: string): string | undefined {
    if (hasPlaceholder(written)) return this.read(written).text;
    return isUnknownText(written) ? undefined : written;
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
