import type { Range } from "vscode-languageserver-types";
import { lowerFirst } from "../config/component.ts";
import { type DocumentOptions, effectiveDocument } from "../config/effective/document.ts";
import type { Printed, PrintedObject } from "../config/effective/print.ts";
import { writtenAs } from "../config/effective/tree.ts";
import type { ConfigFile } from "../config/file.ts";
import { nodeLabel } from "../config/site.ts";
import { toRange } from "./to-lsp.ts";

/** The effective configuration as a document of an editor. */
export interface EffectiveAnswer {
  readonly text: string;
  /** The name of the node, or of the file. */
  readonly label: string;
  /** Where each written element and attribute stands in both texts, each before what is in it. */
  readonly places: readonly EffectivePlace[];
  readonly folds: readonly EffectiveFold[];
}

/** Lines are those of the effective document, from 0. */
export interface EffectivePlace {
  readonly source: Range;
  /** The first line, which is that of a comment above an element. */
  readonly first: number;
  /** The line that has the name. */
  readonly line: number;
  readonly last: number;
}

/** Lines from 0; the first stays to be seen. */
export interface EffectiveFold {
  readonly first: number;
  readonly last: number;
  /** True for what is default: it is folded as the document opens. */
  readonly isDefault: boolean;
}

export function effectiveAnswer(file: ConfigFile, options: DocumentOptions): EffectiveAnswer | undefined {
  const printed = effectiveDocument(file, options);
  return (
    printed && {
      text: printed.text,
      label: nodeLabel(file.path),
      places: placesOf(printed, file),
      folds: foldsOf(printed),
    }
  );
}

function placesOf({ objects }: Printed, { lines }: ConfigFile): readonly EffectivePlace[] {
  return objects.flatMap(({ object, first, tag, attributes, last }): readonly EffectivePlace[] => {
    const element = writtenAs(object)?.element;
    if (!element) return [];
    const whole = { source: toRange(element.span, lines), first, line: tag, last };
    const written = new Map(
      element.attributes.toReversed().map((attribute) => [lowerFirst(attribute.name), attribute]),
    );
    const each = attributes.flatMap((attribute, index): readonly EffectivePlace[] => {
      // Tomcat takes the first letter of a name in both cases; a className is none of the object's attributes.
      const found = written.get(attribute ? lowerFirst(attribute.name) : "className");
      const line = tag + index;
      return found ? [{ source: toRange(found.span, lines), first: line, line, last: line }] : [];
    });
    return [whole, ...each];
  });
}

function foldsOf({ objects }: Printed): readonly EffectiveFold[] {
  return objects.flatMap((printed) => {
    const { object, tag, last } = printed;
    if (object.added) return last > tag ? [{ first: tag, last, isDefault: true }] : [];
    const whole = hasContent(printed) ? [{ first: tag, last, isDefault: false }] : [];
    return [...whole, ...defaultsOf(printed)];
  });
}

/** Each run of defaults below the line before it. */
function defaultsOf(printed: PrintedObject): readonly EffectiveFold[] {
  const { tag, attributes } = printed;
  const folds: EffectiveFold[] = [];
  for (let start = 0; start < attributes.length; start++) {
    if (attributes[start]?.origin !== "default") continue;
    let end = start;
    while (attributes[end + 1]?.origin === "default") end++;
    const above = Math.max(start - 1, 0);
    // The line of the tag folds the whole element, and an editor takes one fold of a line.
    const first = tag + (above === 0 && hasContent(printed) ? 1 : above);
    if (tag + end > first) folds.push({ first, last: tag + end, isDefault: true });
    start = end;
  }
  return folds;
}

function hasContent({ tag, attributes, last }: PrintedObject): boolean {
  return last >= tag + Math.max(attributes.length, 1);
}
