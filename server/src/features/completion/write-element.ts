import { type Span, span } from "../../base/span.ts";
import type { Completion, CompletionRequest } from "./item.ts";
import { layoutAt } from "./layout.ts";
import { layOut, type Template } from "./template.ts";

/** The text that an element's name replaces. */
export interface ElementNamePlace {
  /** The name, or the word typed so far. */
  readonly name: Span;
  /** True where `<` is typed. */
  readonly opened: boolean;
  /** True where the element consists of its name only, so that the whole element can be written. */
  readonly bare: boolean;
}

/** An element at a place: the whole element in the file's layout, or its name alone. */
export function writeElement(
  name: string,
  { name: replace, opened, bare }: ElementNamePlace,
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
    // Without a usual class, completion of classes opens next.
    continues: written.some((part) => typeof part === "object" && part.stop === 1 && part.text === undefined),
  };
}

/** The part of a word before the cursor, for clients that can keep the rest. */
export function insertOf(replace: Span, offset: number): { readonly insert?: Span } {
  return replace.start <= offset && offset < replace.end ? { insert: span(replace.start, offset) } : {};
}
