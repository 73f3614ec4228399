import type { Range } from "../../base/lines.ts";
import type { Locale } from "../../base/localized.ts";
import type { CheckReport, ReportedFile } from "../report.ts";
import type { PlainFile, PlainRange } from "./plain-types.ts";

/** All fields of each finding, in one language. */
export function plainFiles({ files }: CheckReport, locale: Locale): readonly PlainFile[] {
  return files.map((file) => plainFile(file, locale));
}

function plainFile({ path, tomcat, readAs, front, findings }: ReportedFile, locale: Locale): PlainFile {
  return {
    path,
    ...(tomcat === undefined ? {} : { tomcat }),
    ...(front === undefined ? {} : { front }),
    ...(readAs === undefined ? {} : { readAs }),
    findings: findings.map(({ code, severity, range, text, fingerprint, advisories, related, fixes }) => ({
      rule: code,
      severity,
      ...plainRange(range),
      message: text[locale],
      fingerprint,
      ...(advisories ? { advisories } : {}),
      related: related.map((place) => ({
        path: place.path,
        ...plainRange(place.range),
        message: place.text[locale],
      })),
      fixes: fixes.map((fix) => ({
        title: fix.title[locale],
        automatic: fix.automatic,
        edits: fix.edits.map((edit) => ({ path: edit.path, ...plainRange(edit.range), newText: edit.newText })),
      })),
    })),
  };
}

export function plainRange({ start, end }: Range): PlainRange {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
