/**
 * A half-open range of a text, in UTF-16 code units as JavaScript and LSP count them: `0 <= start <= end <= length`.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text of `span` by `newText`; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** An empty span: a place to insert at. */
export function at(offset: number): Span {
  return { start: offset, end: offset };
}

/** True when `offset` lies in `span` or touches one of its ends, as a cursor does. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** True when `inner` lies wholly within `outer`; equal spans contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * The text after all edits, which must not overlap; their order does not matter.
 *
 * Throws a RangeError when two edits overlap: applying half of a fix would lose text.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let position = 0;
  for (const { span, newText } of ordered) {
    if (span.start < position) throw new RangeError(`edits overlap at offset ${span.start}`);
    result += text.slice(position, span.start) + newText;
    position = span.end;
  }
  return result + text.slice(position);
}
