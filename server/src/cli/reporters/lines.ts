import { printable } from "../../base/printable.ts";
import type { Severity } from "../../rules/rule.ts";
import type { CheckReport } from "../report.ts";
import type { ReportContext } from "./reporter.ts";

/** `path:line:column: severity: text [rule]`, one line for each finding, in the form of compilers. */
export function compact({ files }: CheckReport, { locale }: ReportContext): string {
  return files
    .flatMap(({ path, findings }) =>
      findings.map(({ range: { start }, severity, text, code }) => {
        const place = `${path}:${start.line + 1}:${start.character + 1}`;
        return `${printable(`${place}: ${severity}: ${text[locale]} [${code}]`)}\n`;
      }),
    )
    .join("");
}

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** Workflow commands, which GitHub shows at the lines of a pull request. */
export function github({ files }: CheckReport, { locale }: ReportContext): string {
  return files
    .flatMap(({ path, findings }) =>
      findings.map(({ range: { start, end }, severity, text, code }) => {
        const oneLine = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
        const properties = { file: path, line: start.line + 1, endLine: end.line + 1, ...oneLine, title: code };
        const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`);
        return `::${COMMANDS[severity]} ${written.join(",")}::${escapeData(text[locale])}\n`;
      }),
    )
    .join("");
}

/**
 * The escapes that GitHub reads (actions/toolkit, core/src/command.ts); line breaks are shown like any other control
 * character.
 */
function escapeData(text: string): string {
  return printable(text).replaceAll("%", "%25");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** A table for a comment on a pull request. */
export function markdown({ files }: CheckReport, { locale }: ReportContext): string {
  const rows = files.flatMap(({ path, findings }) =>
    findings.map(({ range, severity, text, code }) => {
      const cells = [`${path}:${range.start.line + 1}`, severity, text[locale], code];
      return `| ${cells.map(cell).join(" | ")} |\n`;
    }),
  );
  if (rows.length === 0) return locale === "ko" ? "발견된 문제가 없습니다.\n" : "No findings.\n";
  const head = locale === "ko" ? "| 위치 | 심각도 | 내용 | 규칙 |" : "| place | severity | finding | rule |";
  return `${head}\n| --- | --- | --- | --- |\n${rows.join("")}`;
}

/** Escapes characters that end a table cell or begin markup. */
function cell(text: string): string {
  return printable(text).replace(/[\\|`*_[\]<&]/g, (sign) =>
    sign === "<" ? "&lt;" : sign === "&" ? "&amp;" : `\\${sign}`,
  );
}
