import { placeInLog } from "../logs/story/happening.ts";
import type { Suspect } from "../prove/causes.ts";
import type { LogReport } from "./logs-text.ts";
import type { ReportedFile } from "./report.ts";

/** The findings of a check, as possible causes. */
export function* configured(files: readonly ReportedFile[]): Generator<Suspect> {
  for (const { path, findings } of files) {
    for (const { code, severity, range, text } of findings) {
      yield { id: code, severity, from: "configuration", place: `${path}:${range.start.line + 1}`, text };
    }
  }
}

/** The findings in logs, as possible causes. */
export function* logged(logs: LogReport | undefined): Generator<Suspect> {
  for (const finding of logs?.findings ?? []) {
    const { id, level, text, evidence } = finding;
    const [first] = evidence;
    const [written] = logs?.places.get(finding) ?? [];
    const inLog = first ? placeInLog(first.happening) : "";
    // The line of the configuration that causes it is more useful than the line of the log that reports it.
    const place = written ? `${written.file.path}:${written.file.lines.positionAt(written.at.start).line + 1}` : inLog;
    yield { id, severity: level === "note" ? "information" : "log", from: "log", place, text };
  }
}
