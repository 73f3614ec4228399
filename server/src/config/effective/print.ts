import type { Locale, Localized } from "../../base/localized.ts";
import { escapeAttribute } from "../edits.ts";
import type { DroppedElement, EffectiveAttribute, EffectiveObject, Origin } from "./model.ts";

export interface PrintOptions {
  readonly locale: Locale;
  /** False leaves all comments out: what is left of two nodes differs only where Tomcat does. */
  readonly marks: boolean;
}

const LABELS = {
  added: { en: "added", ko: "추가됨" },
  written: { en: "written", ko: "작성됨" },
  "filled-in": { en: "filled in", ko: "채워짐" },
  derived: { en: "changed", ko: "변경됨" },
  rejected: { en: "rejected", ko: "거부됨" },
  unknown: { en: "unknown", ko: "알 수 없음" },
  lost: { en: "ignored", ko: "무시됨" },
  dropped: { en: "dropped", ko: "버려짐" },
  note: { en: "note", ko: "참고" },
} as const satisfies Record<string, Localized>;

/** The origins a comment tells, in its order; what none tells is a default. */
const TOLD: readonly Exclude<Origin, "default">[] = ["written", "filled-in", "derived", "rejected", "unknown"];

const INDENT = "  ";

/** An XML document, with the lines of what stands in it. */
export interface Printed {
  readonly text: string;
  /** All objects, each before those in it. */
  readonly objects: readonly PrintedObject[];
}

/** Lines count from 0. */
export interface PrintedObject {
  readonly object: EffectiveObject;
  /** The line of the comment above it, where it has one. */
  readonly first: number;
  readonly tag: number;
  /** What stands in the tag, on a line each; undefined for the className. */
  readonly attributes: readonly (EffectiveAttribute | undefined)[];
  readonly last: number;
}

interface Page {
  readonly options: PrintOptions;
  readonly lines: string[];
  readonly objects: PrintedObject[];
}

/** An object and all below it as XML that reads like a server.xml. Always well-formed, the same for the same object. */
export function printEffectiveXml(root: EffectiveObject, heading: readonly string[], options: PrintOptions): Printed {
  const page: Page = { options, lines: ['<?xml version="1.0" encoding="UTF-8"?>'], objects: [] };
  if (options.marks) page.lines.push(...comment(heading, ""));
  printObject(root, "", page);
  return { text: `${page.lines.join("\n")}\n`, objects: page.objects };
}

function printObject(object: EffectiveObject, indent: string, page: Page): void {
  const { options, lines, objects } = page;
  const { element, children, dropped, text } = object;
  const first = lines.length;
  const add = (more: readonly string[]) => {
    // Not spread into the arguments of one call, which have a limit.
    for (const line of more) lines.push(line);
  };
  if (options.marks) add(comment(marksOf(object, options.locale), indent));
  const tag = lines.length;
  const attributes = attributesOf(object);
  const printed = { object, first, tag, attributes: attributes.map(({ of }) => of), last: tag };
  objects.push(printed);
  const ends = options.marks ? dropped.map((each) => droppedText(each, options.locale)) : [];
  const start = (end: string) => add(startTag(`${indent}<${element}`, attributes, end));
  if (text !== undefined) start(`>${escapeText(text)}</${element}>`);
  else if (children.length === 0 && ends.length === 0) start("/>");
  else {
    start(">");
    for (const child of children) printObject(child, indent + INDENT, page);
    for (const end of ends) add(comment([end], indent + INDENT));
    lines.push(`${indent}</${element}>`);
  }
  printed.last = lines.length - 1;
}

/** One attribute on a line: a comparison of two documents shows each that differs. */
function startTag(start: string, attributes: readonly Shown[], end: string): readonly string[] {
  if (attributes.length === 0) return [start + end];
  const behind = " ".repeat(start.length);
  const last = attributes.length - 1;
  return attributes.map(({ name, value }, index) => {
    const written = `${index === 0 ? start : behind} ${name}="${escapeText(value)}"`;
    return index === last ? written + end : written;
  });
}

/** An attribute as it is printed; a className is of none of the object's. */
interface Shown {
  readonly name: string;
  readonly value: string;
  readonly of: EffectiveAttribute | undefined;
}

function attributesOf({ namesClass, className, attributes }: EffectiveObject): readonly Shown[] {
  const known = attributes.flatMap((of): readonly Shown[] => {
    // What a placeholder stands for is not known, so it is shown as it is.
    const value = of.value ?? (of.origin === "unknown" ? of.written : undefined);
    return value === undefined ? [] : [{ name: of.name, value, of }];
  });
  return namesClass && className !== undefined
    ? [{ name: "className", value: className, of: undefined }, ...known]
    : known;
}

/** What the comment above an object says, a line each. */
function marksOf({ added, attributes, lost, notes }: EffectiveObject, locale: Locale): readonly string[] {
  const lines = added ? [`${LABELS.added[locale]}: ${added[locale]}`] : [];
  for (const origin of TOLD) {
    const told = attributes.filter((each) => each.origin === origin).map((each) => attributeText(each, locale));
    if (told.length > 0) lines.push(`${LABELS[origin][locale]}: ${told.join(", ")}`);
  }
  for (const { name, written, why } of lost)
    lines.push(`${LABELS.lost[locale]}: ${name}="${written}" (${why[locale]})`);
  for (const note of notes) lines.push(`${LABELS.note[locale]}: ${note[locale]}`);
  return lines;
}

function attributeText({ name, written, origin, why }: EffectiveAttribute, locale: Locale): string {
  const text = written === undefined || (origin === "written" && !why) ? name : `${name}="${written}"`;
  return why ? `${text} (${why[locale]})` : text;
}

function droppedText({ element, className, why }: DroppedElement, locale: Locale): string {
  const name = className === undefined ? `<${element}>` : `<${element} className="${className}">`;
  return `${LABELS.dropped[locale]}: ${name} (${why[locale]})`;
}

/** A comment of several lines, none where there is nothing to say. XML allows no `--` in a comment. */
function comment(lines: readonly string[], indent: string): readonly string[] {
  if (lines.length === 0) return [];
  const safe = lines.map((line) =>
    plain(line)
      .replace(/\s+/g, " ")
      .replace(/-(?=-)/g, "- ")
      .replace(/-$/, "- "),
  );
  return `<!-- ${safe.join("\n     ")} -->`.split("\n").map((line) => indent + line);
}

function escapeText(text: string): string {
  return escapeAttribute(plain(text), '"')
    .replaceAll(">", "&gt;")
    .replace(/[\t\r\n]/g, (each) => `&#${each.charCodeAt(0)};`);
}

/** Without the characters XML does not allow at all. */
function plain(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}
