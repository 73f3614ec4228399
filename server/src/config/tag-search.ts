import { firstIndex } from "../base/first-index.ts";
import type { ElementFacts, TomcatVersion } from "../schema/model.ts";
import type { XmlElement } from "../syntax/tree.ts";
import type { Component } from "./component.ts";
import type { ConfigFile } from "./file.ts";
import type { Properties } from "./properties.ts";

/** What a value of an element depends on besides its own characters. */
interface Beside {
  readonly facts: ElementFacts | undefined;
  readonly version: TomcatVersion;
  readonly properties: Properties;
}

/**
 * Values of elements, each worked out from the characters of its element alone, remembered by what the element was first
 * read as: one that is taken over into the next state of its text keeps its value. So no value may hold a place of the
 * file; a place is counted from where its element begins.
 */
class ByElement<V> {
  readonly #known = new WeakMap<XmlElement, Beside & { readonly value: V }>();

  /** What was remembered in a wrapper, because a value may be undefined; undefined where nothing was. */
  get({ origin, facts }: Component, { version, reading }: ConfigFile): { readonly value: V } | undefined {
    const known = this.#known.get(origin);
    return known?.facts === facts && known?.properties === reading.properties && isSame(known.version, version)
      ? known
      : undefined;
  }

  set({ origin, facts }: Component, { version, reading }: ConfigFile, value: V): void {
    this.#known.set(origin, { facts, version, properties: reading.properties, value });
  }
}

function isSame(one: TomcatVersion, other: TomcatVersion): boolean {
  return (
    one === other ||
    (one.line === other.line && one.assumed === other.assumed && String(one.release) === String(other.release))
  );
}

/** A value of each component that is asked for, worked out from it and what it holds, and from nothing around it. */
export class InElement<V> {
  readonly #make: (component: Component, file: ConfigFile) => V;
  readonly #known = new ByElement<V>();

  constructor(make: (component: Component, file: ConfigFile) => V) {
    this.#make = make;
  }

  of(component: Component, file: ConfigFile): V {
    component.readWhole();
    const known = this.#known.get(component, file);
    if (known) return known.value;
    const value = this.#make(component, file);
    this.#known.set(component, file, value);
    return value;
  }
}

/** What a table has of one component: a value, and where its element begins. */
export interface TagEntry<V> {
  readonly start: number;
  readonly value: V;
}

/** Entries that are remembered of one element. */
const MOST_REMEMBERED = 16;

/** One list for all elements in which nothing is found. */
const NOTHING: readonly TagEntry<never>[] = [];

/**
 * Collects values of the components of whole files, again and again while a file is edited: what stands in elements that
 * were taken over from the last state of its text is not gone through again. A value is worked out from the tag of its
 * component, and from nothing else in the file.
 */
export class TagTable<V> {
  readonly #read: (component: Component, file: ConfigFile) => V | undefined;
  /** What was found in an element, with places counted from where it begins. */
  readonly #known = new ByElement<readonly TagEntry<V>[]>();

  /** `read` gives undefined for a component that does not belong into the table. */
  constructor(read: (component: Component, file: ConfigFile) => V | undefined) {
    this.#read = read;
  }

  /** What is found, in document order. */
  in(file: ConfigFile): readonly TagEntry<V>[] {
    const { root } = file;
    if (!root) return NOTHING;
    root.readWhole();
    const found: TagEntry<V>[] = [];
    const frames: { readonly component: Component; next: number; readonly before: number }[] = [];
    const enter = (component: Component): void => {
      const known = this.#known.get(component, file)?.value;
      if (!known) {
        const before = found.length;
        const value = this.#read(component, file);
        if (value !== undefined) found.push({ start: component.element.span.start, value });
        frames.push({ component, next: 0, before });
      } else if (known.length > 0) {
        const { start } = component.element.span;
        for (const each of known) found.push({ start: start + each.start, value: each.value });
      }
    };
    enter(root);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const child = frame.component.children[frame.next++];
      if (child?.read) enter(child);
      if (child) continue;
      frames.pop();
      this.#remember(frame.component, file, found, frame.before);
    }
    return found;
  }

  #remember(component: Component, file: ConfigFile, found: readonly TagEntry<V>[], from: number): void {
    // What holds more is around most edits; it is put together from its children again.
    if (found.length - from > MOST_REMEMBERED) return;
    const { start } = component.element.span;
    const inside = found.slice(from).map((each) => ({ start: each.start - start, value: each.value }));
    this.#known.set(component, file, inside.length === 0 ? NOTHING : inside);
  }
}

/** Looks in whole files for components that pass a test, which looks at the tag of its component and at nothing else. */
export class TagSearch {
  readonly #table: TagTable<true>;

  constructor(test: (component: Component, file: ConfigFile) => boolean) {
    this.#table = new TagTable((component, file) => (test(component, file) ? true : undefined));
  }

  /** The components that pass, in document order. */
  in(file: ConfigFile): readonly Component[] {
    return this.#table.in(file).flatMap(({ start }) => componentAt(file, start) ?? []);
  }
}

/** The component whose element begins at an offset. */
export function componentAt({ root }: ConfigFile, start: number): Component | undefined {
  let component = root;
  while (component && component.element.span.start !== start) {
    const { children }: Component = component;
    component = children[firstIndex(children, ({ element }) => element.span.end > start)];
  }
  return component;
}
