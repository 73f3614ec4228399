import { printableJson } from "../../base/printable.ts";
import type { Severity } from "../../rules/rule.ts";
import type { CheckReport, ReportedFinding } from "../report.ts";
import { plainFiles, plainRange } from "./plain.ts";
import type { ReportContext } from "./reporter.ts";

/** Increased when a reader of the old form would misread the new one. */
const VERSION = 1;

/** All fields of each finding, as JSON. */
export function json(report: CheckReport, { locale }: Pick<ReportContext, "locale">): string {
  return printableJson({ version: VERSION, files: plainFiles(report, locale) });
}

const GITLAB: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "major",
  information: "minor",
  hint: "info",
};

/** GitLab's Code Quality report. */
export function gitlab(report: CheckReport, { locale }: ReportContext): string {
  return printableJson(
    each(report, (path, { text, code, fingerprint, severity, range }) => ({
      description: text[locale],
      check_name: code,
      fingerprint,
      severity: GITLAB[severity],
      location: { path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
    })),
  );
}

const RDJSON: Readonly<Record<Severity, string>> = {
  error: "ERROR",
  warning: "WARNING",
  information: "INFO",
  hint: "INFO",
};

/** Reviewdog's diagnostic format, with the fixes that stay in the file as suggestions. */
export function rdjson(report: CheckReport, { locale }: ReportContext): string {
  const diagnostics = each(report, (path, { text, code, severity, range, fixes }) => ({
    message: text[locale],
    location: { path, range: plainRange(range) },
    severity: RDJSON[severity],
    code: { value: code },
    suggestions: fixes
      .flatMap(({ edits }) => (edits.length === 1 && edits[0]?.path === path ? edits : []))
      .map((edit) => ({ range: plainRange(edit.range), text: edit.newText })),
  }));
  return printableJson({ source: { name: "tomcat-cluster" }, diagnostics });
}

function each<T>({ files }: CheckReport, make: (path: string, finding: ReportedFinding) => T): readonly T[] {
  return files.flatMap(({ path, findings }) => findings.map((finding) => make(path, finding)));
}
