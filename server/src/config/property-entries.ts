import { type Pair, parseLines } from "dot-properties";
import { type Span, span } from "../base/span.ts";

/** A property where it is set. */
export interface PropertyEntry {
  readonly name: string;
  /** Of the name as it is written. */
  readonly nameSpan: Span;
  /** Undefined where a script makes it from variables. */
  readonly value: string | undefined;
  /** Of the value as it is written, quotes of a script included. */
  readonly valueSpan: Span;
}

/** The entries of a `catalina.properties` in order; of several with one name the last counts. */
export function propertyEntries(text: string): readonly PropertyEntry[] {
  // Behind a backslash that ends the file, dot-properties counts one character more than there is.
  const within = (start: number, end: number) => span(Math.min(start, text.length), Math.min(end, text.length));
  return parseTolerant(text).map(({ key, value, range: [start, nameEnd, valueStart, end] }) => {
    return { name: key, nameSpan: within(start, nameEnd), value, valueSpan: within(valueStart, end) };
  });
}

/** A file that dot-properties cannot read counts as empty. */
function parseTolerant(text: string): readonly Required<Pair>[] {
  try {
    // With `true`, the library gives every node its range; the kind says which class it is of.
    return parseLines(text, true).filter((node): node is Required<Pair> => node.type === "PAIR");
  } catch {
    return [];
  }
}
