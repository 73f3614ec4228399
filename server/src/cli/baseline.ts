import { type Baseline, baselineEntry, writeBaseline } from "../workspace/baseline.ts";
import type { CheckReport, ReportedFinding } from "./report.ts";

/** A baseline that accepts everything in a report. */
export function baselineOf({ files }: CheckReport): string {
  const accepted = files.flatMap(({ path, findings }) =>
    findings.map((finding) => [finding.fingerprint, baselineEntry(path, finding)] as const),
  );
  return writeBaseline(Object.fromEntries(accepted));
}

/** The report without accepted findings, and the entries that no finding matches any more. */
export function without(report: CheckReport, { accepted }: Baseline) {
  const found = new Set(report.files.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint)));
  const isAccepted = ({ fingerprint }: ReportedFinding) => Object.hasOwn(accepted, fingerprint);
  return {
    report: {
      compared: true,
      files: report.files.map((file) => ({
        ...file,
        findings: file.findings.filter((each) => !isAccepted(each)),
        accepted: file.findings.filter(isAccepted),
      })),
    },
    obsolete: Object.entries(accepted).flatMap(([fingerprint, text]) => (found.has(fingerprint) ? [] : [text])),
  };
}
