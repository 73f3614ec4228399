import type { Line } from "../../src/schema/lines.ts";
import type { ClassHistory, DefaultChange, Range } from "./facts.ts";

/** The history of a class while it is made. */
export type Building = {
  in: Partial<Record<Line, readonly Range[] | "whole">>;
  attributes: Record<string, { type: string; in: Partial<Record<Line, readonly Range[]>> }>;
  defaults: Record<string, Partial<Record<Line, readonly DefaultChange[]>>>;
};

/** Without what is empty, and with attributes in the order of their names. */
export function compact({ attributes, defaults, ...rest }: Building): ClassHistory {
  return {
    ...rest,
    ...(Object.keys(attributes).length > 0 ? { attributes: sorted(attributes, (each) => each) } : {}),
    ...(Object.keys(defaults).length > 0 ? { defaults: sorted(defaults, (each) => each) } : {}),
  };
}

export function sorted<T, R>(items: Readonly<Record<string, T>>, act: (item: T) => R): Record<string, R> {
  const entries = Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, act(item)]));
}
