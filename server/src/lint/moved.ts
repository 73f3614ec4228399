import { contains, type Span, span } from "../base/span.ts";
import type { Fix } from "../rules/rule.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { fixesOf } from "./fix-all.ts";

/** True where all places that findings name, those of their fixes too, are in a part of their own file's text. */
export function areWithin(diagnostics: readonly Diagnostic[], part: Span): boolean {
  return diagnostics.every(
    (each) =>
      each.related === undefined &&
      contains(part, each.at) &&
      fixesOf(each).every(
        ({ edits, elsewhere }) => elsewhere === undefined && edits.every((edit) => contains(part, edit.span)),
      ),
  );
}

/** The same finding where its part of the text has moved by so many characters. */
export function shifted(diagnostic: Diagnostic, shift: number): Diagnostic {
  const { fix } = diagnostic;
  const at = movedSpan(diagnostic.at, shift);
  if (!fix) return { ...diagnostic, at };
  return { ...diagnostic, at, fix: "edits" in fix ? movedFix(fix, shift) : fix.map((each) => movedFix(each, shift)) };
}

function movedFix(fix: Fix, shift: number): Fix {
  return {
    ...fix,
    edits: fix.edits.map(({ span: place, newText }) => ({ span: movedSpan(place, shift), newText })),
  };
}

function movedSpan({ start, end }: Span, shift: number): Span {
  return span(start + shift, end + shift);
}
