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
  /** True when `--fix` applies it; false when the user decides. */
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
  /** The same for the same mistake in the same file, wherever in it lines were added or removed. */
  readonly fingerprint: string;
  /** The ids of the security advisories it tells of. */
  readonly advisories?: readonly string[];
  readonly related: readonly ReportedPlace[];
  readonly fixes: readonly ReportedFix[];
}

/** What was found in one file. */
export interface ReportedFile {
  /** As the user gave it, or below what the user gave; `/` between names. */
  readonly path: string;
  /** `9.0`, or `9.0.70` where the release is known; absent for a load balancer's file. */
  readonly tomcat?: string;
  /** Whose file it is, where it is a load balancer's. */
  readonly front?: FrontProduct;
  /** The line that stands in for a Tomcat that none covers. */
  readonly readAs?: string;
  /** In the order of their places. */
  readonly findings: readonly ReportedFinding[];
  /** What the baseline accepts: nothing but SARIF shows it. */
  readonly accepted?: readonly ReportedFinding[];
}

/** Everything a reporter may show. */
export interface Report {
  /** Every file that was looked at, in a stable order, also those without findings. */
  readonly files: readonly ReportedFile[];
  /** True where a baseline was read: each finding left is one it does not accept. */
  readonly compared?: boolean;
}
