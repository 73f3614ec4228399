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

/** An object and all below it as XML that reads like a server.xml. Always well-formed, the same for the same object. */
export function printXml(root: EffectiveObject, heading: readonly string[], options: PrintOptions): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  if (options.marks) lines.push(...comment(heading, ""));
  printObject(root, "", options, lines);
  return `${lines.join("\n")}\n`;
}

function printObject(object: EffectiveObject, indent: string, options: PrintOptions, lines: string[]): void {
  const { element, children, dropped, text } = object;
  if (options.marks) lines.push(...comment(marksOf(object, options.locale), indent));
  const attributes = attributesOf(object).map(([name, value]) => `${name}="${escapeText(value)}"`);
  // One on a line, below the first: a comparison of two documents shows each that differs.
  const tag = `${indent}<${[element, attributes.join(`\n${indent}${" ".repeat(element.length + 2)}`)].join(" ").trimEnd()}`;
  const ends = options.marks ? dropped.map((each) => droppedText(each, options.locale)) : [];
  if (text !== undefined) lines.push(`${tag}>${escapeText(text)}</${element}>`);
  else if (children.length === 0 && ends.length === 0) lines.push(`${tag}/>`);
  else {
    lines.push(`${tag}>`);
    for (const child of children) printObject(child, indent + INDENT, options, lines);
    for (const end of ends) lines.push(...comment([end], indent + INDENT));
    lines.push(`${indent}</${element}>`);
  }
}

function attributesOf({ namesClass, className, attributes }: EffectiveObject): readonly (readonly [string, string])[] {
  const known = attributes.flatMap(({ name, value, written, origin }): readonly (readonly [string, string])[] => {
    // What a placeholder stands for is not known, so it is shown as it is.
    const text = value ?? (origin === "unknown" ? written : undefined);
    return text === undefined ? [] : [[name, text]];
  });
  return namesClass && className !== undefined ? [["className", className], ...known] : known;
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
