import type { Localized } from "../base/localized.ts";

/** The result of a proof in one respect. */
export interface ProofVerdict {
  /** Never renamed, because scripts read it. */
  readonly id: string;
  /** `note` is no failure; `unknown` means that the proof could not decide. */
  readonly level: "passed" | "failed" | "unknown" | "note";
  readonly text: Localized;
  /** What to check next, the likeliest first. */
  readonly next: readonly Localized[];
}

export type ProofOutcome = "passed" | "failed" | "unknown";

/** Failed where any verdict failed; passed where some passed and none is unknown. */
export function outcomeOf(verdicts: readonly ProofVerdict[]): ProofOutcome {
  if (verdicts.some(({ level }) => level === "failed")) return "failed";
  const passed = verdicts.some(({ level }) => level === "passed");
  return passed && !verdicts.some(({ level }) => level === "unknown") ? "passed" : "unknown";
}
