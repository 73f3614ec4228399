import type { Locale } from "../../base/localized.ts";
import type { Rule } from "../../rules/rule.ts";
import type { CheckReport } from "../report.ts";

/** What a report depends on besides the findings. */
export interface ReportContext {
  readonly locale: Locale;
  /** True where the output supports escape sequences for colours. */
  readonly colour: boolean;
  /** The version of this program. */
  readonly version: string;
  readonly rules: readonly Rule[];
  /** The page of a rule as Markdown; undefined where it has none. */
  readonly page: (id: string) => string | undefined;
  /** The address of the page of a rule on the web; undefined without one. */
  readonly pageUri?: (id: string) => string | undefined;
  /** The address of this program on the web. */
  readonly homepage?: string;
  /** True where SARIF also names what comments silence and the baseline accepts. */
  readonly suppressed?: boolean;
  /** Files that could not be read, checked or written, one line each. */
  readonly problems: readonly string[];
}

/** A report in one format. */
export type Reporter = (report: CheckReport, context: ReportContext) => string;
