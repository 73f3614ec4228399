import type { Locale } from "../../base/localized.ts";
import type { Rule } from "../../rules/rule.ts";
import type { Report } from "../report.ts";

/** What shapes a report besides the findings. */
export interface ReportContext {
  readonly locale: Locale;
  /** True where escape sequences for colours are welcome. */
  readonly colour: boolean;
  /** Of this program. */
  readonly version: string;
  readonly rules: readonly Rule[];
}

/** A report in one format. */
export type Reporter = (report: Report, context: ReportContext) => string;
