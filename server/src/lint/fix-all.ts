import type { Edit } from "../base/span.ts";
import type { Fix } from "../rules/rule.ts";
import type { Diagnostic } from "./lint.ts";

/** The fixes of a diagnostic, the better one first. */
export function fixesOf({ fix }: Diagnostic): readonly Fix[] {
  return fix === undefined ? [] : "edits" in fix ? [fix] : fix;
}

/** True when nobody has to be asked before this fix of a diagnostic is applied. */
export function isAutomatic(fix: Fix, { automatic }: Diagnostic): boolean {
  return automatic === true && !fix.asked && !fix.elsewhere;
}

/**
 * The edits that mend all that can be mended without asking. Of fixes that touch the same text the first wins; the
 * rest follow when the result is checked again.
 */
export function fixAllEdits(diagnostics: readonly Diagnostic[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const diagnostic of diagnostics) {
    const [fix] = fixesOf(diagnostic);
    if (!fix || !isAutomatic(fix, diagnostic)) continue;
    if (fix.edits.some((edit) => taken.some((other) => overlap(edit, other)))) continue;
    taken.push(...fix.edits);
  }
  return taken;
}

function overlap({ span: a }: Edit, { span: b }: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}
