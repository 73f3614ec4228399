import type { Localized } from "../base/localized.ts";
import type { Verdict } from "../prove/verdict.ts";
import type { Severity } from "../rules/rule.ts";
import type { LogReport } from "./logs-text.ts";
import type { ReportedFile } from "./report.ts";

/** Something in the files or logs that may be why a proof failed. */
export interface Cause {
  /** That of a rule, or of a finding in the logs. */
  readonly id: string;
  readonly from: "configuration" | "log";
  /** `conf/server.xml:12`. */
  readonly place: string;
  readonly text: Localized;
}

const MOST_CAUSES = 12;

/** Rules that say how a verdict comes about, the likeliest first; what they find comes before all else. */
const EXPLAINS: Readonly<Record<string, readonly RegExp[]>> = {
  "values-missing": [/^replication-valve-missing$/, /^filter-/, /^session-filter-/],
  "new-session": [
    /^not-distributable$|distributable/,
    /^address-|^multicast-|^receiver-|^member-|^encrypt-/,
    /^manager-|^host-/,
  ],
  "one-way": [/^address-|^receiver-/, /^member-/, /^asymmetric/, /^nothing-listens|^message-not-sent/],
  "same-route": [/^jvm-route-duplicate$/],
  "route-not-rewritten": [/^jvm-route-binder-missing$/, /^jvm-route-/],
  "some-lost": [/^asynchronous-first-changes$/, /^send-options/, /^dispatcher-/],
  "write-refused": [/serializable/],
  "page-error": [/serializable/],
  "lost-with-node": [/^multicast-|^member/],
  "lost-after-return": [/^state-|^encrypt-/],
};

/** What files and logs say of a proof that did not pass: first what explains its verdicts, then by its weight. */
export function causesOf(
  verdicts: readonly Verdict[],
  files: readonly ReportedFile[],
  logs: LogReport | undefined,
): readonly Cause[] {
  const explains = verdicts.filter(({ level }) => level === "failed" || level === "unknown");
  if (explains.length === 0) return [];
  const patterns = explains.flatMap(({ id }) => EXPLAINS[id] ?? []);
  const all = [...configured(files, "error"), ...logged(logs), ...configured(files, "warning")];
  const rest = [...configured(files, "information"), ...configured(files, "hint")];
  const rank = ({ id }: Cause) => {
    const index = patterns.findIndex((pattern) => pattern.test(id));
    return index < 0 ? patterns.length : index;
  };
  return [...all, ...rest.filter((cause) => rank(cause) < patterns.length)]
    .map((cause, index) => ({ cause, index }))
    .sort((one, other) => rank(one.cause) - rank(other.cause) || one.index - other.index)
    .map(({ cause }) => cause)
    .slice(0, MOST_CAUSES);
}

function* configured(files: readonly ReportedFile[], wanted: Severity): Generator<Cause> {
  for (const { path, findings } of files) {
    for (const { code, severity, range, text } of findings) {
      if (severity !== wanted) continue;
      yield { id: code, from: "configuration", place: `${path}:${range.start.line + 1}`, text };
    }
  }
}

function* logged(logs: LogReport | undefined): Generator<Cause> {
  for (const finding of logs?.findings ?? []) {
    const { id, text, evidence } = finding;
    const [first] = evidence;
    const [written] = logs?.places.get(finding) ?? [];
    const inLog = first ? `${first.story.files[first.happening.file] ?? ""}:${first.happening.line}` : "";
    // The line that causes it says more than the one that tells of it.
    const place = written ? `${written.file.path}:${written.file.lines.positionAt(written.at.start).line + 1}` : inLog;
    yield { id, from: "log", place, text };
  }
}
