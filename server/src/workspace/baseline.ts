import type { Diagnostic } from "../lint/diagnostic.ts";

/** The version of the file format. */
const VERSION = 1;

/** Findings that the user accepted: they are not reported again. */
export interface Baseline {
  readonly version: typeof VERSION;
  /** By fingerprint, with what helps a reader of the file. */
  readonly accepted: Readonly<Record<string, string>>;
}

/** Used where there is no baseline; one object for all files. */
export const NOTHING_ACCEPTED: Baseline["accepted"] = {};

/**
 * A real baseline below the size limit has fewer quotes. Each entry has at least two, and takes a microsecond to read,
 * however short it is.
 */
const MOST_QUOTES = 500_000;

/** Undefined when the text is no baseline, or has more entries than a real one could. */
export function readBaseline(text: string): Baseline | undefined {
  if (hasMoreQuotes(text)) return undefined;
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== "object" || content === null || !("accepted" in content)) return undefined;
    if (!("version" in content) || content.version !== VERSION) return undefined;
    const { accepted } = content;
    if (typeof accepted !== "object" || accepted === null) return undefined;
    return { version: VERSION, accepted: accepted as Baseline["accepted"] };
  } catch {
    return undefined;
  }
}

function hasMoreQuotes(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) if (++count > MOST_QUOTES) return true;
  return false;
}

/** The text of a baseline that accepts these. */
export function writeBaseline(accepted: Baseline["accepted"]): string {
  return `${JSON.stringify({ version: VERSION, accepted }, null, 2)}\n`;
}

/** The description of a finding in a baseline, for a reader of the file. */
export function baselineEntry(place: string, { text, code }: Pick<Diagnostic, "text" | "code">): string {
  return `${place}: ${text.en} (${code})`;
}
