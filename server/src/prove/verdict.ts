import type { Localized } from "../base/localized.ts";

/** The result of a proof in one respect. */
export interface ProofVerdict {
  /** Never renamed, because scripts read it. */
  readonly id: string;
  /**
   * `partly`: it works, with losses that have a known form; `unknown`: the proof could not decide; `note` is no failure.
   */
  readonly level: "passed" | "partly" | "failed" | "unknown" | "note";
  readonly text: Localized;
  /** What to check next, the likeliest first. */
  readonly next: readonly Localized[];
}

export type ProofOutcome = "passed" | "partly" | "failed" | "unknown";

/** Failed where any verdict failed, else partly where any is; passed where some passed and none is unknown. */
export function outcomeOf(verdicts: readonly ProofVerdict[]): ProofOutcome {
  if (verdicts.some(({ level }) => level === "failed")) return "failed";
  if (verdicts.some(({ level }) => level === "partly")) return "partly";
  const passed = verdicts.some(({ level }) => level === "passed");
  return passed && !verdicts.some(({ level }) => level === "unknown") ? "passed" : "unknown";
}
