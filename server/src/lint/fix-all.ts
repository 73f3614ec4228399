import { firstIndex } from "../base/first-index.ts";
import type { Edit } from "../base/span.ts";
import type { Fix } from "../rules/rule.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** The fixes of a diagnostic, the better one first. */
export function fixesOf({ fix }: Diagnostic): readonly Fix[] {
  return fix === undefined ? [] : "edits" in fix ? [fix] : fix;
}

/** True when this fix of a diagnostic may be applied without asking. */
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
    if (fix.edits.some((edit) => isTaken(edit, taken))) continue;
    for (const edit of fix.edits) taken.splice(placeIn(taken, edit), 0, edit);
  }
  return taken;
}

/** True where an edit touches the text of another. Those in order do not overlap, so only its neighbours can. */
function isTaken(edit: Edit, inOrder: readonly Edit[]): boolean {
  const place = placeIn(inOrder, edit);
  return [inOrder[place - 1], inOrder[place]].some((other) => other !== undefined && overlap(edit, other));
}

/** Behind all edits that begin or, beginning together, end before this one. Edits come nearly in order. */
function placeIn(inOrder: readonly Edit[], { span }: Edit): number {
  return firstIndex(
    inOrder,
    ({ span: other }) => other.start > span.start || (other.start === span.start && other.end >= span.end),
  );
}

function overlap({ span: a }: Edit, { span: b }: Edit): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end);
}
