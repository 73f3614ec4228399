import type { Localized } from "../base/localized.ts";

/** What a proof comes to in one respect. */
export interface Verdict {
  /** Never renamed: scripts read it. */
  readonly id: string;
  /** `note` says something that is no failure; `unknown`, why it cannot be told. */
  readonly level: "passed" | "failed" | "unknown" | "note";
  readonly text: Localized;
  /** What to look at, the likeliest first. */
  readonly next: readonly Localized[];
}

export type Outcome = "passed" | "failed" | "unknown";

/** Passed only where everything that was tried passed. */
export function outcomeOf(verdicts: readonly Verdict[]): Outcome {
  if (verdicts.some(({ level }) => level === "failed")) return "failed";
  const passed = verdicts.some(({ level }) => level === "passed");
  return passed && !verdicts.some(({ level }) => level === "unknown") ? "passed" : "unknown";
}
