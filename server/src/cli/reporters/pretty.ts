import { createColors } from "picocolors";
import { columnsOf } from "../../base/columns.ts";
import type { Locale } from "../../base/localized.ts";
import { printable } from "../../base/printable.ts";
import { FRONT_NAMES } from "../../front/model.ts";
import { SEVERITIES, type Severity } from "../../rules/rule.ts";
import type { CheckReport, ReportedFile, ReportedFinding } from "../report.ts";
import type { ReportContext } from "./reporter.ts";

/** Longer source lines are cut around the marked part; in characters. */
const WIDEST = 120;
/** The length of the part before the mark that is kept of a cut line, in characters. */
const BEFORE = 30;

const NAMES: Readonly<Record<Locale, Readonly<Record<Severity, string>>>> = {
  en: { error: "error", warning: "warning", information: "information", hint: "hint" },
  ko: { error: "오류", warning: "경고", information: "정보", hint: "힌트" },
};

/** Each finding with its line and a mark below it, and a summary. */
export function pretty(report: CheckReport, context: ReportContext): string {
  const blocks = report.files.filter(({ findings }) => findings.length > 0).map((file) => block(file, context));
  return [...blocks, `${summary(report, context.locale)}\n`].join("\n");
}

function block({ path, tomcat, readAs, front, findings }: ReportedFile, context: ReportContext): string {
  const { bold, dim } = createColors(context.colour);
  const instead = { en: `, not known here, read as ${readAs}`, ko: `, 정보가 없어 ${readAs} 버전으로 읽음` };
  const read = readAs === undefined ? "" : instead[context.locale];
  const version = front === undefined ? `(Tomcat ${tomcat}${read})` : `(${FRONT_NAMES[front]})`;
  return `${bold(printable(path))}  ${dim(version)}\n${findings.map((each) => row(each, context)).join("")}`;
}

function row(finding: ReportedFinding, context: ReportContext): string {
  const { range, severity, text, code, source, sourceStart, related } = finding;
  const { locale, colour } = context;
  const { red, yellow, blue, dim } = createColors(colour);
  const paint = { error: red, warning: yellow, information: blue, hint: dim }[severity];
  const { line, character } = range.start;
  const width = range.end.line === line ? range.end.character - character : sourceStart + source.length - character;
  const [shown, mark] = marked(source, character - sourceStart, Math.max(1, width));
  const places = related.map((place) => {
    const at = `${place.path}:${place.range.start.line + 1}:${place.range.start.character + 1}`;
    return dim(`    ↳ ${printable(`${at}  ${place.text[locale]}`)}\n`);
  });
  const head = `  ${line + 1}:${character + 1}  ${paint(NAMES[locale][severity])}  ${printable(text[locale])}  ${dim(`(${code})`)}\n`;
  return `${head}    ${shown}\n    ${paint(mark)}\n${places.join("")}`;
}

/** A source line, cut where it is long, and the marks that stand below it: Korean letters are two columns wide. */
function marked(source: string, character: number, width: number): readonly [string, string] {
  let shown = source;
  let start = character;
  if (shown.length > WIDEST && start > BEFORE) {
    shown = `…${shown.slice(start - BEFORE)}`;
    start = BEFORE + 1;
  }
  if (shown.length > WIDEST) shown = `${shown.slice(0, WIDEST)}…`;
  const [before, inside, behind] = [
    shown.slice(0, start),
    shown.slice(start, start + width),
    shown.slice(start + width),
  ].map(printable);
  const indent = before?.replace(/[^\t]+/g, (text) => " ".repeat(columnsOf(text)));
  return [`${before}${inside}${behind}`, `${indent}${"^".repeat(Math.max(1, columnsOf(inside ?? "")))}`];
}

/** `3 findings in 2 files: 1 error, 2 warnings`. */
function summary({ files }: CheckReport, locale: Locale): string {
  const severities = files.flatMap(({ findings }) => findings.map(({ severity }) => severity));
  const counts = SEVERITIES.flatMap((severity) => {
    const count = severities.filter((each) => each === severity).length;
    if (count === 0) return [];
    return locale === "ko" ? `${NAMES.ko[severity]} ${count}` : plural(count, NAMES.en[severity]);
  });
  const details = counts.length > 0 ? `: ${counts.join(", ")}` : "";
  return locale === "ko"
    ? `파일 ${files.length}개에서 ${severities.length}건${details}`
    : `${plural(severities.length, "finding")} in ${plural(files.length, "file")}${details}`;
}

/** `information` has no plural. */
function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 || noun === "information" ? "" : "s"}`;
}
