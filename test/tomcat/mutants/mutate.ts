import { applyEdits, type Edit, span } from "../../../server/src/base/span.ts";
import { catalogOf } from "../../../server/src/schema/catalog.ts";
import type { Line } from "../../../server/src/schema/lines.ts";
import { parse } from "../../../server/src/syntax/parse.ts";
import type { XmlAttribute, XmlElement } from "../../../server/src/syntax/tree.ts";
import { walkElements } from "../../../server/src/syntax/walk.ts";

/** A whole configuration with one thing changed. */
export interface Mutant {
  readonly kind: string;
  readonly text: string;
}

type Change = (text: string, random: Random, line: Line) => readonly Edit[] | undefined;

/** Numbers that are the same in every run: a linear congruential generator. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) >>> 0;
    return (this.#state >>> 8) % limit;
  }

  of<T>(items: readonly T[]): T | undefined {
    return items[this.below(Math.max(1, items.length))];
  }
}

/** Elements but the root, whose name decides what the file is. */
const elementsOf = (text: string): readonly XmlElement[] => [...walkElements(parse(text))].slice(1);
const attributesOf = (text: string): readonly XmlAttribute[] => elementsOf(text).flatMap((each) => each.attributes);

const CHANGES: Readonly<Record<string, Change>> = {
  "drop element": (text, random) => {
    const element = random.of(elementsOf(text));
    return element && [{ span: element.span, newText: "" }];
  },
  "rename element": (text, random) => {
    const element = random.of(elementsOf(text));
    return element && renamed(element, misspelt(element.name, random));
  },
  "lower-case element": (text, random) => {
    const element = random.of(elementsOf(text));
    return element && renamed(element, element.name.toLowerCase());
  },
  "move element": (text, random) => {
    const elements = elementsOf(text);
    const element = random.of(elements);
    const target = random.of(elements.filter((each) => each !== element && !each.selfClosing && each.endTag));
    if (!element || !target?.endTag || within(target, element)) return undefined;
    const written = text.slice(element.span.start, element.span.end);
    return [
      { span: element.span, newText: "" },
      { span: span(target.endTag.span.start, target.endTag.span.start), newText: written },
    ];
  },
  "duplicate element": (text, random) => {
    const element = random.of(elementsOf(text));
    if (!element) return undefined;
    const { start, end } = element.span;
    return [{ span: span(end, end), newText: text.slice(start, end) }];
  },
  "drop attribute": (text, random) => {
    const attribute = random.of(attributesOf(text));
    return attribute && [{ span: attribute.span, newText: "" }];
  },
  "misspell attribute": (text, random) => {
    const attribute = random.of(attributesOf(text));
    return attribute && [{ span: attribute.nameSpan, newText: misspelt(attribute.name, random) }];
  },
  "retype value": (text, random) => {
    const value = random.of(attributesOf(text))?.value;
    return (
      value && [{ span: value.inner, newText: random.of(["abc", "12x", "-1", "1.5", "true", "99999999999"]) ?? "" }]
    );
  },
  "empty value": (text, random) => {
    const value = random.of(attributesOf(text))?.value;
    return value && [{ span: value.inner, newText: "" }];
  },
  "swap class": (text, random, line) => {
    const classes = attributesOf(text).filter(({ name }) => name === "className");
    const value = random.of(classes)?.value;
    const other = random.of(catalogOf(line).classNames);
    return value && other ? [{ span: value.inner, newText: other }] : undefined;
  },
  "misspell class": (text, random) => {
    const classes = attributesOf(text).filter(({ name }) => name === "className");
    const value = random.of(classes)?.value;
    return value && [{ span: value.inner, newText: misspelt(value.raw, random) }];
  },
  "reorder interceptors": (text, random) => {
    const chain = elementsOf(text).filter(({ name }) => name === "Interceptor");
    const one = random.of(chain);
    const other = random.of(chain);
    if (!one || !other || one === other) return undefined;
    const written = (each: XmlElement) => text.slice(each.span.start, each.span.end);
    return [
      { span: one.span, newText: written(other) },
      { span: other.span, newText: written(one) },
    ];
  },
};

/** `count` mutants of some texts, each kind as often; the same for the same seed. */
export function mutantsOf(texts: readonly string[], line: Line, count: number, seed: number): readonly Mutant[] {
  const random = new Random(seed);
  const kinds = Object.entries(CHANGES);
  const found: Mutant[] = [];
  for (let turn = 0; found.length < count && turn < count * 4; turn++) {
    const [kind, change] = kinds[turn % kinds.length] ?? [];
    const text = random.of(texts);
    if (!kind || !change || text === undefined) continue;
    const edits = change(text, random, line);
    const mutated = edits && applyEdits(text, edits);
    if (mutated !== undefined && mutated !== text) found.push({ kind, text: mutated });
  }
  return found;
}

function renamed(element: XmlElement, name: string): readonly Edit[] {
  const edits = [{ span: element.nameSpan, newText: name }];
  if (element.endTag) edits.push({ span: element.endTag.nameSpan, newText: name });
  return edits;
}

/** One letter swapped with its neighbour, left out or doubled. */
function misspelt(name: string, random: Random): string {
  const place = 1 + random.below(Math.max(1, name.length - 2));
  const letter = name.charAt(place);
  switch (random.below(3)) {
    case 0:
      return name.slice(0, place) + name.slice(place + 1);
    case 1:
      return name.slice(0, place) + letter + name.slice(place);
    default:
      return name.slice(0, place) + name.charAt(place + 1) + letter + name.slice(place + 2);
  }
}

function within(inner: XmlElement, outer: XmlElement): boolean {
  return outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}
