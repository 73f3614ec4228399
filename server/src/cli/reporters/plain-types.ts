/**
 * Findings as other programs get them: in the JSON format and from the library. Imports nothing, so that its
 * declarations can be shipped alone.
 */

/** A place in a file. Both count from 1; columns in UTF-16 code units. */
export interface PlainPlace {
  readonly line: number;
  readonly column: number;
}

/** From the first place of a range to the first one behind it. */
export interface PlainRange {
  readonly start: PlainPlace;
  readonly end: PlainPlace;
}

/** A text that takes the place of a range of a file. */
export interface PlainEdit extends PlainRange {
  readonly path: string;
  readonly newText: string;
}

export interface PlainFix {
  readonly title: string;
  /** True where no administrator could object; false where the user decides. */
  readonly automatic: boolean;
  /** All of them together; some may be in other files than the finding. */
  readonly edits: readonly PlainEdit[];
}

/** Another place that a finding rests on. */
export interface PlainRelated extends PlainRange {
  readonly path: string;
  readonly message: string;
}

export interface PlainFinding extends PlainRange {
  /** The id of a rule, or the code of a mistake in the XML. */
  readonly rule: string;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly message: string;
  /** Identifies a mistake within its file; lines added or removed elsewhere do not change it. */
  readonly fingerprint: string;
  /** The ids of the security advisories it is about. */
  readonly advisories?: readonly string[];
  readonly related: readonly PlainRelated[];
  readonly fixes: readonly PlainFix[];
}

/** The findings of one file. */
export interface PlainFile {
  readonly path: string;
  /** `9.0`, or `9.0.70` where the release is known; absent for a load balancer's file. */
  readonly tomcat?: string;
  /** The product of a load balancer's file: `httpd`, `mod_jk`, `nginx` or `haproxy`; absent for Tomcat's. */
  readonly front?: string;
  /** The line whose facts are used where the schema does not cover the Tomcat's own. */
  readonly readAs?: string;
  /** In the order of their places. */
  readonly findings: readonly PlainFinding[];
}
