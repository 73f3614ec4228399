import type { Finding, Severity } from "../rules/rule.ts";

/** A finding with all that a report needs to show it. */
export interface Diagnostic extends Finding {
  /** The rule's id; for XML mistakes, their code. */
  readonly code: string;
  readonly severity: Severity;
  /** True for a mistake of the XML itself, which no rule found. */
  readonly syntax?: true;
  /** True where fix-all applies the fixes that are not marked `asked`. */
  readonly automatic?: boolean;
  /** True where it is about one literal value, whatever a template puts beside it. */
  readonly ofValue?: true;
}
