import { type Span, span } from "../../base/span.ts";
import type { Completion, CompletionRequest } from "./item.ts";
import { layoutAt } from "./layout.ts";
import { layOut, type Template } from "./template.ts";

/** What an element's name is written over. */
export interface NamePlace {
  /** The name, or the word typed so far. */
  readonly name: Span;
  /** True where `<` is typed already. */
  readonly opened: boolean;
  /** True where the element has nothing but its name, so that all of it may be written. */
  readonly bare: boolean;
}

/** An element of this name at a place: the whole of it, laid out as the file is, or its name alone. */
export function writeElement(
  name: string,
  { name: replace, opened, bare }: NamePlace,
  { file, offset }: CompletionRequest,
  whole: () => Template,
): Completion {
  const item = { label: name, kind: "element", replace, ...insertOf(replace, offset) } as const;
  if (!bare) return { ...item, text: [name] };
  const layout = layoutAt(file.document, opened ? replace.start - 1 : replace.start);
  const template = layOut(whole(), layout);
  const [first, ...rest] = template;
  const written = opened && typeof first === "string" ? [first.slice(1), ...rest] : template;
  return {
    ...item,
    ...(opened ? {} : { filter: `<${name}` }),
    indent: layout.indent,
    text: written,
    // Where no class is the usual one, classes are offered next.
    continues: written.some((part) => typeof part === "object" && part.stop === 1 && part.text === undefined),
  };
}

/** The part of a word before the cursor, for clients that can leave the rest. */
export function insertOf(replace: Span, offset: number): { readonly insert?: Span } {
  return replace.start <= offset && offset < replace.end ? { insert: span(replace.start, offset) } : {};
}
