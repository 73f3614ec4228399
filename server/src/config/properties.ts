import type { Span } from "../base/span.ts";
import { type PropertyEntry, propertyEntries } from "./property-entries.ts";
import { optionEntries } from "./shell-options.ts";
import type { SourceText } from "./source-text.ts";

/** A property and the place that sets it. */
export interface Property {
  readonly name: string;
  readonly value: string;
  readonly file: SourceText;
  /** Of the value as it is written. */
  readonly at: Span;
}

/** What a Tomcat puts in the place of `${name}`, as far as its files tell. */
export class Properties {
  readonly #set: ReadonlyMap<string, Property>;

  constructor(set: ReadonlyMap<string, Property>) {
    this.#set = set;
  }

  /** Undefined where no file sets it, or its value cannot be known. */
  get(name: string): Property | undefined {
    return this.#set.get(name);
  }

  valueOf(name: string): string | undefined {
    return this.#set.get(name)?.value;
  }

  get all(): Iterable<Property> {
    return this.#set.values();
  }
}

export const NO_PROPERTIES = new Properties(new Map());

/** The files of a Tomcat that set properties. */
export interface PropertyFiles {
  readonly catalinaProperties: SourceText | undefined;
  readonly setenv: SourceText | undefined;
}

/**
 * What a Tomcat puts in the place of `${name}`: `conf/catalina.properties` beats the `-D` options of `bin/setenv.sh`,
 * because Tomcat makes each of its entries a system property when it starts (CatalinaProperties.loadProperties, all
 * lines). A value that a script makes from variables is not known.
 */
export function readProperties({ catalinaProperties, setenv }: PropertyFiles): Properties {
  if (!catalinaProperties && !setenv) return NO_PROPERTIES;
  const set = new Map<string, Property>();
  const take = (file: SourceText | undefined, entriesOf: (text: string) => readonly PropertyEntry[]) => {
    if (!file) return;
    for (const { name, value, valueSpan } of entriesOf(file.text)) {
      if (value === undefined) set.delete(name);
      else set.set(name, { name, value, file, at: valueSpan });
    }
  };
  take(setenv, optionEntries);
  take(catalinaProperties, propertyEntries);
  return new Properties(set);
}
