import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Line } from "../../src/schema/lines.ts";

/** What `java/Extract.java` reads off the classes of one Tomcat. */
export interface Facts {
  readonly elements: Readonly<Record<string, Element>>;
  readonly classes: Readonly<Record<string, Class>>;
  /** Attributes of a Connector by protocol, or the protocol whose attributes are the same. */
  readonly protocols: Readonly<Record<string, Readonly<Record<string, Attribute>> | string>>;
  /** Paths of web.xml and web-fragment.xml. */
  readonly web: readonly string[];
}

/** The facts of a line with where they are from. */
export interface LineFile extends Facts {
  readonly release: string;
  /** The package or the tag, and a checksum by which another reader knows the same input. */
  readonly source: string;
  readonly checksum: string;
}

export interface Element {
  readonly children?: readonly string[];
  readonly defaultClass?: string;
  readonly className?: "read" | "required";
  readonly type?: string;
  readonly method?: string;
  readonly rule?: readonly string[];
  readonly silent?: boolean;
  readonly classNameWarns?: boolean;
  readonly repeat?: string;
  readonly classes?: readonly string[];
  readonly abort?: readonly string[];
  readonly dropped?: readonly string[];
}

export interface Class {
  readonly deprecated?: boolean;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly silent?: readonly string[];
  readonly any?: boolean;
  readonly patterns?: readonly string[];
  readonly childrenThatAbort?: readonly string[];
}

export interface Attribute {
  readonly type: string;
  /** Another type the text may have. */
  readonly also?: string;
  readonly default?: string | null;
  readonly values?: readonly string[];
  readonly deprecated?: boolean;
}

/** First and last release; an absent end is the line's own. */
export type Range = readonly [first: string | null, last: string | null];

/** What a class or an attribute was in a line: the whole line is left out. */
export interface ClassHistory {
  readonly in: Readonly<Partial<Record<Line, readonly Range[] | "whole">>>;
  /** Attributes that were not in every release that had the class. */
  readonly attributes?: Readonly<Record<string, AttributeHistory>>;
  /** Defaults that changed: in a line, the value before each release that brought another. */
  readonly defaults?: Readonly<Record<string, Readonly<Partial<Record<Line, readonly DefaultChange[]>>>>>;
}

export interface AttributeHistory {
  readonly type: string;
  readonly in: Readonly<Partial<Record<Line, readonly Range[]>>>;
}

export type DefaultChange = readonly [before: string | null, changedIn: string];

export interface History {
  /** The newest tag that was walked, by line. */
  readonly walked: Readonly<Partial<Record<Line, string>>>;
  readonly classes: Readonly<Record<string, ClassHistory>>;
}

/** What Tomcat's configuration reference describes, by line. */
export type Documented = Readonly<
  Partial<
    Record<
      Line,
      {
        /** Pages that name a class. */
        readonly pages: Readonly<Record<string, readonly string[]>>;
        /** Attributes it describes, by class or `protocol NAME`; those it calls required end with `!`. */
        readonly attributes: Readonly<Record<string, readonly string[]>>;
      }
    >
  >
>;

/** The attributes of a Connector by protocol, wherever they are kept. */
export function protocolAttributes({ protocols }: Facts, name: string): Readonly<Record<string, Attribute>> {
  const own = protocols[name];
  const shared = typeof own === "string" ? protocols[own] : own;
  return typeof shared === "object" ? shared : {};
}

const folder = new URL("data/", import.meta.url);
const fileOf = (name: string) => new URL(`${name}.json`, folder);

export const readLine = (line: Line): LineFile => read(line);
export const readHistory = (): History => read("history");
export const readDocumented = (): Documented => read("documented");
export const hasFacts = (name: Line | "history" | "documented"): boolean => existsSync(fileOf(name));

function read<T>(name: string): T {
  // Only this file writes them, and the table made from them is read as a whole by a unit test.
  return JSON.parse(readFileSync(fileOf(name), "utf8")) as T;
}

/** Writes facts with one record on a line, so that a difference of two releases is read record by record. */
export function writeFacts(name: Line | "history" | "documented", value: object, depth: number): void {
  writeFileSync(fileOf(name), `${layOut(value, depth)}\n`);
}

function layOut(value: unknown, depth: number, indent = ""): string {
  if (depth === 0 || typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const inner = `${indent} `;
  const entries = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}:${layOut(item, depth - 1, inner)}`,
  );
  return entries.length === 0 ? "{}" : `{\n${entries.join(",\n")}\n${indent}}`;
}

/** A line's facts in the order they are kept; a protocol with another's attributes names that. */
export function lineFile(release: string, source: string, checksum: string, facts: Facts): LineFile {
  const kept = new Map<string, string>();
  const protocols: Record<string, Readonly<Record<string, Attribute>> | string> = {};
  // The handlers that name their technology come first: the others are one of them.
  const rank = (name: string) => (name.includes("/") ? 2 : /(Http11|Ajp)Protocol$/.test(name) ? 1 : 0);
  const names = Object.keys(facts.protocols).sort((a, b) => rank(a) - rank(b));
  for (const name of names) {
    const attributes = facts.protocols[name] ?? {};
    if (typeof attributes === "string") throw new Error(`${name} is not as it was read`);
    const text = JSON.stringify(attributes);
    protocols[name] = kept.get(text) ?? attributes;
    if (!kept.has(text)) kept.set(text, name);
  }
  return { release, source, checksum, elements: facts.elements, classes: facts.classes, protocols, web: facts.web };
}

/** How deep the records of a line's file lie. */
export const LINE_DEPTH = 4;
