import type { Diagnostic } from "../lint/diagnostic.ts";

/** The form of the file. */
const VERSION = 1;

/** Findings that the user accepted: they are not reported again. */
export interface Baseline {
  readonly version: typeof VERSION;
  /** By fingerprint, with what helps a reader of the file. */
  readonly accepted: Readonly<Record<string, string>>;
}

/** Undefined when the text is no baseline. */
export function readBaseline(text: string): Baseline | undefined {
  try {
    const content: unknown = JSON.parse(text);
    if (typeof content !== "object" || content === null || !("accepted" in content)) return undefined;
    if (!("version" in content) || content.version !== VERSION) return undefined;
    const { accepted } = content;
    if (typeof accepted !== "object" || accepted === null) return undefined;
    return { version: VERSION, accepted: Object.fromEntries(Object.entries(accepted)) };
  } catch {
    return undefined;
  }
}

/** The text of a baseline that accepts these. */
export function writeBaseline(accepted: Baseline["accepted"]): string {
  return `${JSON.stringify({ version: VERSION, accepted }, null, 2)}\n`;
}

/** What a baseline says of a finding, for a reader of the file. */
export function baselineEntry(place: string, { text, code }: Pick<Diagnostic, "text" | "code">): string {
  return `${place}: ${text.en} (${code})`;
}
