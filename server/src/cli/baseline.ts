import type { Report, ReportedFinding } from "./report.ts";

/** The form of the file. */
const VERSION = 1;

/** Findings that the user accepted: they are not reported again. */
export interface Baseline {
  readonly version: typeof VERSION;
  /** By fingerprint, with what helps a reader of the file. */
  readonly accepted: Readonly<Record<string, string>>;
}

/** Undefined when the text is no baseline. */
export function readBaseline(text: string): Baseline | undefined {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== "object" || content === null || !("accepted" in content)) return undefined;
    if (!("version" in content) || content.version !== VERSION) return undefined;
    const { accepted } = content;
    if (typeof accepted !== "object" || accepted === null) return undefined;
    return { version: VERSION, accepted: Object.fromEntries(Object.entries(accepted)) };
  } catch {
    return undefined;
  }
}

/** A baseline that accepts everything in a report. */
export function baselineOf({ files }: Report): string {
  const accepted = files.flatMap(({ path, findings }) =>
    findings.map(({ fingerprint, code, text }) => [fingerprint, `${path}: ${text.en} (${code})`] as const),
  );
  return `${JSON.stringify({ version: VERSION, accepted: Object.fromEntries(accepted) }, null, 2)}\n`;
}

/** The report without what is accepted, and the entries nothing was found for any more. */
export function without(report: Report, { accepted }: Baseline) {
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
