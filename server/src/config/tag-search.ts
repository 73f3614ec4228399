import type { ElementFacts, TomcatVersion } from "../schema/model.ts";
import type { XmlElement } from "../syntax/tree.ts";
import type { Component } from "./component.ts";
import type { ConfigFile } from "./file.ts";
import type { Properties } from "./properties.ts";

/** What a test depends on besides the tag it looks at. */
interface Beside {
  readonly facts: ElementFacts | undefined;
  readonly version: TomcatVersion;
  readonly properties: Properties;
}

/**
 * Looks in whole files for components that pass a test, again and again while a file is edited. Elements in which none
 * passes are remembered as they were first read: one that is taken over into the next state of its text is not gone
 * through again. The test looks at the tag of its component, and at nothing else in the file.
 */
export class TagSearch {
  readonly #test: (component: Component, file: ConfigFile) => boolean;
  /** By what an element was first read as. */
  readonly #without = new WeakMap<XmlElement, Beside>();

  constructor(test: (component: Component, file: ConfigFile) => boolean) {
    this.#test = test;
  }

  /** The components that pass, in document order. */
  in(file: ConfigFile): readonly Component[] {
    if (!file.root) return [];
    file.root.readWhole();
    const found: Component[] = [];
    const pending: (readonly [component: Component, before: number | undefined])[] = [[file.root, undefined]];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const [component, before] = next;
      if (before !== undefined) {
        // All that it holds has been gone through.
        if (found.length === before) this.#remember(component, file);
        continue;
      }
      if (!component.read || this.#isKnown(component, file)) continue;
      pending.push([component, found.length]);
      if (this.#test(component, file)) found.push(component);
      for (const child of component.children.toReversed()) pending.push([child, undefined]);
    }
    return found;
  }

  #isKnown({ origin, facts }: Component, { version, reading }: ConfigFile): boolean {
    const known = this.#without.get(origin);
    return (
      known !== undefined &&
      known.facts === facts &&
      known.properties === reading.properties &&
      (known.version === version ||
        (known.version.line === version.line &&
          known.version.assumed === version.assumed &&
          String(known.version.release) === String(version.release)))
    );
  }

  #remember({ origin, facts }: Component, { version, reading }: ConfigFile): void {
    this.#without.set(origin, { facts, version, properties: reading.properties });
  }
}
