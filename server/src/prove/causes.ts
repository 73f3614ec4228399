import type { Localized } from "../base/localized.ts";
import type { ProofVerdict } from "./verdict.ts";

/** Something in the files or logs that may explain why a proof failed. */
export interface Cause {
  /** The id of a rule, or of a finding in the logs. */
  readonly id: string;
  readonly from: "configuration" | "log";
  /** `conf/server.xml:12`. */
  readonly place: string;
  readonly text: Localized;
}

const MOST_CAUSES = 12;

/**
 * For each verdict, the rules and log findings that may explain it, the likeliest first. They precede all other causes.
 */
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
  "first-changes-lost": [/^asynchronous-first-changes$/, /^send-options/, /^dispatcher-/],
  "some-lost": [/^asynchronous-first-changes$/, /^send-options/, /^dispatcher-/],
  "write-refused": [/serializable/],
  "page-error": [/serializable/],
  "lost-with-node": [/^multicast-|^member/],
  "lost-after-return": [/^state-|^encrypt-/],
};

/** A finding of any kind with its rank of severity; a finding in a log ranks between errors and warnings. */
export interface Suspect extends Cause {
  readonly severity: "error" | "log" | "warning" | "information" | "hint";
}

const SEVERITIES: readonly Suspect["severity"][] = ["error", "log", "warning", "information", "hint"];

/**
 * The findings that may explain a proof that did not pass: first those that explain its verdicts, then the gravest.
 * Information counts only where it explains a verdict.
 */
export function causesOf(verdicts: readonly ProofVerdict[], suspects: readonly Suspect[]): readonly Cause[] {
  const explains = verdicts.filter(({ level }) => level !== "passed" && level !== "note");
  if (explains.length === 0) return [];
  const patterns = explains.flatMap(({ id }) => EXPLAINS[id] ?? []);
  const rank = ({ id }: Cause) => {
    const index = patterns.findIndex((pattern) => pattern.test(id));
    return index < 0 ? patterns.length : index;
  };
  const grave = ({ severity }: Suspect) => SEVERITIES.indexOf(severity);
  return suspects
    .filter((suspect) => grave(suspect) <= SEVERITIES.indexOf("warning") || rank(suspect) < patterns.length)
    .map((suspect, index) => ({ suspect, index }))
    .sort(
      (one, other) =>
        rank(one.suspect) - rank(other.suspect) || grave(one.suspect) - grave(other.suspect) || one.index - other.index,
    )
    .map(({ suspect }) => suspect)
    .slice(0, MOST_CAUSES);
}
