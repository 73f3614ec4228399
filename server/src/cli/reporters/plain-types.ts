/*
 * Findings as they leave this program, in JSON and for programs that use it as a library. Imports nothing, so that its
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
  /** The same for the same mistake, wherever in the file lines were added or removed. */
  readonly fingerprint: string;
  /** The ids of the security advisories it tells of. */
  readonly advisories?: readonly string[];
  readonly related: readonly PlainRelated[];
  readonly fixes: readonly PlainFix[];
}

/** What was found in one file. */
export interface PlainFile {
  readonly path: string;
  /** `9.0`, or `9.0.70` where the release is known; absent for a load balancer's file. */
  readonly tomcat?: string;
  /** Whose file it is, where it is a load balancer's: `httpd`, `mod_jk`, `nginx` or `haproxy`. */
  readonly front?: string;
  /** The line that stands in for a Tomcat that none covers. */
  readonly readAs?: string;
  /** In the order of their places. */
  readonly findings: readonly PlainFinding[];
}
