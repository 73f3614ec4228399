import type { Line } from "./lines.ts";
import type { ReleaseRange } from "./model.ts";
import { Release } from "./release.ts";

/** The first and last release of each range; null stands for the line's own end. */
export type RawRanges = readonly (readonly [string | null, string | null])[];

/** Name, type, flags (`d`eprecated, `u`ndocumented, `r`equired), default (0: not readable), and what is rare. */
export type RawAttribute = [
  name: string,
  type: "s" | "b" | "i" | "l" | "a" | "d",
  flags: string,
  defaultText: string | null | 0,
  extra?: { also?: RawAttribute[1][]; values?: string[]; in?: RawRanges },
];

/** Numbers point into `RawTable.attributes` and `RawTable.lists`. */
export interface RawClass {
  a: readonly number[];
  silent?: number;
  deprecated?: 1;
  any?: 1;
  patterns?: readonly string[];
  abort?: readonly string[];
  pages?: readonly string[];
}

export interface RawElement {
  children?: number;
  classes?: number;
  abort?: number;
  dropped?: number;
  defaultClass?: string;
  /** 1: className is read, 2: it must be given. */
  className?: 1 | 2;
  type?: string;
  rule?: readonly string[];
  silent?: 1;
  classNameWarns?: 1;
  repeat?: string;
}

export interface RawLine {
  classes: Readonly<Record<string, number>>;
  elements: Readonly<Record<string, number>>;
  protocols: Readonly<Record<string, readonly number[]>>;
  web: number;
}

/** The data of server/src/schema/data/tomcat.ts. */
export interface RawTable {
  attributes: readonly RawAttribute[];
  classes: readonly RawClass[];
  elements: readonly RawElement[];
  lists: readonly (readonly string[])[];
  lines: Partial<Record<Line, RawLine>>;
  history: Record<string, Partial<Record<Line, RawRanges | 1>>>;
  /** Class, attribute, line, a default and the first release with another; those of one attribute oldest first. */
  defaultChanges: readonly (readonly [
    className: string,
    attribute: string,
    line: Line,
    before: string | null,
    changedIn: string,
  ])[];
}

const WHOLE_LINE: readonly ReleaseRange[] = [{ first: undefined, last: undefined }];

/** The releases that raw ranges stand for; 1 for the whole line. */
export function toRanges(raw: RawRanges | 1 | undefined): readonly ReleaseRange[] {
  if (raw === undefined) return [];
  if (raw === 1) return WHOLE_LINE;
  return raw.map(([first, last]) => ({
    first: first === null ? undefined : Release.parse(first),
    last: last === null ? undefined : Release.parse(last),
  }));
}
