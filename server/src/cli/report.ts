import type { Range } from "../base/lines.ts";
import type { Localized } from "../base/localized.ts";
import type { FrontProduct } from "../front/model.ts";
import type { Severity } from "../rules/rule.ts";

export interface ReportedEdit {
  readonly path: string;
  readonly range: Range;
  readonly newText: string;
}

export interface ReportedFix {
  readonly title: Localized;
  /** True when `--fix` applies it; false when the user has to choose it. */
  readonly automatic: boolean;
  readonly edits: readonly ReportedEdit[];
}

export interface ReportedPlace {
  readonly path: string;
  readonly range: Range;
  readonly text: Localized;
}

/** A finding as plain data, which may cross from one thread to another. */
export interface ReportedFinding {
  /** The rule's id; for XML mistakes, their code. */
  readonly code: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly text: Localized;
  /** The line the finding begins on, without its line break; of a long one what is around the finding. */
  readonly source: string;
  /** How many characters of the line are cut off before `source`. */
  readonly sourceStart: number;
  /** Identifies a mistake within its file; lines added or removed elsewhere do not change it. */
  readonly fingerprint: string;
  /** The ids of the security advisories it is about. */
  readonly advisories?: readonly string[];
  readonly related: readonly ReportedPlace[];
  readonly fixes: readonly ReportedFix[];
}

/** The findings of one file. */
export interface ReportedFile {
  /** The path the user gave, or one below it; `/` between names. */
  readonly path: string;
  /** `9.0`, or `9.0.70` where the release is known; absent for a load balancer's file. */
  readonly tomcat?: string;
  /** The product of a load balancer's file; absent for Tomcat's. */
  readonly front?: FrontProduct;
  /** The line whose facts are used where the schema does not cover the Tomcat's own. */
  readonly readAs?: string;
  /** In the order of their places. */
  readonly findings: readonly ReportedFinding[];
  /** Findings that the baseline accepts; only SARIF shows them, where it is asked to. */
  readonly accepted?: readonly ReportedFinding[];
  /** What comments in the file silence; shown as what is accepted is. */
  readonly silenced?: readonly SilencedFinding[];
}

export interface SilencedFinding {
  readonly finding: ReportedFinding;
  /** What the comment says why; empty where it does not. */
  readonly reason: string;
}

/** Everything a reporter may show. */
export interface CheckReport {
  /** Every file checked, in a stable order, including those without findings. */
  readonly files: readonly ReportedFile[];
  /** True where a baseline was read: the remaining findings are new. */
  readonly compared?: boolean;
}
