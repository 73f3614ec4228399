import type { Edit } from "../base/span.ts";
import type { Fix } from "../rules/rule.ts";
import type { Diagnostic } from "./lint.ts";

/** The fixes of a diagnostic, the better one first. */
export function fixesOf({ fix }: Diagnostic): readonly Fix[] {
  return fix === undefined ? [] : "edits" in fix ? [fix] : fix;
}

/**
 * The edits that mend all that can be mended without asking. Of fixes that touch the same text the first wins; the
 * rest follow when the result is checked again.
 */
export function fixAllEdits(diagnostics: readonly Diagnostic[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const diagnostic of diagnostics) {
    const [fix] = fixesOf(diagnostic);
    if (!fix || fix.manual || fix.elsewhere || fix.edits.some((edit) => taken.some((other) => overlap(edit, other))))
      continue;
    taken.push(...fix.edits);
  }
  return taken;
}

function overlap({ span: a }: Edit, { span: b }: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}
