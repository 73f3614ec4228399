import type { Range } from "../../base/lines.ts";
import { printableJson } from "../../base/printable.ts";
import type { Severity } from "../../rules/rule.ts";
import type { Report, ReportedFinding } from "../report.ts";
import type { ReportContext } from "./reporter.ts";

/** Grows when a reader of the old form would misread the new one. */
const VERSION = 1;

/**
 * Everything that is known of each finding. Lines and columns count from 1, columns in UTF-16 code units; `end` is the
 * first place behind the range.
 */
export function json({ files }: Report, { locale }: ReportContext): string {
  return printableJson({
    version: VERSION,
    files: files.map(({ path, tomcat, readAs, front, findings }) => ({
      path,
      ...(tomcat === undefined ? {} : { tomcat }),
      ...(front === undefined ? {} : { front }),
      ...(readAs === undefined ? {} : { readAs }),
      findings: findings.map(({ code, severity, range, text, fingerprint, advisories, related, fixes }) => ({
        rule: code,
        severity,
        ...placeOf(range),
        message: text[locale],
        fingerprint,
        ...(advisories ? { advisories } : {}),
        related: related.map((place) => ({
          path: place.path,
          ...placeOf(place.range),
          message: place.text[locale],
        })),
        fixes: fixes.map((fix) => ({
          title: fix.title[locale],
          automatic: fix.automatic,
          edits: fix.edits.map((edit) => ({ path: edit.path, ...placeOf(edit.range), newText: edit.newText })),
        })),
      })),
    })),
  });
}

function placeOf({ start, end }: Range) {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}

const GITLAB: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "major",
  information: "minor",
  hint: "info",
};

/** GitLab's Code Quality report. */
export function gitlab(report: Report, { locale }: ReportContext): string {
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
export function rdjson(report: Report, { locale }: ReportContext): string {
  const diagnostics = each(report, (path, { text, code, severity, range, fixes }) => ({
    message: text[locale],
    location: { path, range: placeOf(range) },
    severity: RDJSON[severity],
    code: { value: code },
    suggestions: fixes
      .flatMap(({ edits }) => (edits.length === 1 && edits[0]?.path === path ? edits : []))
      .map((edit) => ({ range: placeOf(edit.range), text: edit.newText })),
  }));
  return printableJson({ source: { name: "tomcat-cluster" }, diagnostics });
}

function each<T>({ files }: Report, make: (path: string, finding: ReportedFinding) => T): readonly T[] {
  return files.flatMap(({ path, findings }) => findings.map((finding) => make(path, finding)));
}
