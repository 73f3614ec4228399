import type { ConfigFile } from "../config/file.ts";
import { isAfterFacts } from "../schema/lines.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { fixesOf } from "./fix-all.ts";

/**
 * What may be offered for a release that came after the facts: what they call unknown or without effect may work there,
 * so nothing is taken out and nothing is automatic.
 */
export function forLaterRelease({ version }: ConfigFile, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!isAfterFacts(version)) return diagnostics;
  return diagnostics.map((diagnostic) => {
    const { automatic: _, fix: _offered, ...said } = diagnostic;
    const fix = fixesOf(diagnostic).filter(({ edits }) => edits.some(({ newText }) => newText.trim() !== ""));
    return fix.length > 0 ? { ...said, fix } : said;
  });
}
