import type { Localized } from "../base/localized.ts";
import type { Span } from "../base/span.ts";

/** A mistake in a configuration file. */
export interface ConfigurationProblem {
  readonly at: Span;
  readonly text: Localized;
  /** True where an editor that validates JSON with our schema reports the same. */
  readonly bySchema?: true;
  /** True where the configuration still applies. */
  readonly mild?: true;
}
