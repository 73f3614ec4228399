import { span } from "../base/span.ts";
import {
  type Directive,
  directiveOf,
  isBlankLetter,
  lineEndAt,
  type Token,
  type TokenKind,
  type Word,
} from "./tokens.ts";

/**
 * The parts of a workers.properties: `name=value` a line. It is no properties file of Java's: a `#` begins a comment
 * anywhere, and no line is continued.
 *
 * Source: jk_map_read_property, trim_prp_comment (native/common/jk_map.c), mod_jk 1.2.
 */
export function workersTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const push = (kind: TokenKind, end: number) => {
    if (end <= position) return;
    tokens.push({ kind, at: span(position, end) });
    position = end;
  };
  const blanks = (limit: number) => {
    let end = position;
    while (end < limit && isBlankLetter(text.charAt(end))) end++;
    push("blank", end);
  };
  while (position < text.length) {
    const end = lineEndAt(text, position);
    const comment = commentStart(text, position, end);
    blanks(comment);
    const equals = text.slice(position, comment).indexOf("=");
    if (equals >= 0) {
      const place = position + equals;
      push("word", trimmedEnd(text, position, place));
      blanks(place);
      push("equals", place + 1);
      blanks(comment);
    }
    push("word", trimmedEnd(text, position, comment));
    blanks(comment);
    push("comment", end);
    push("break", Math.min(end + 1, text.length));
  }
  return tokens;
}

/** Where the comment of a line begins, or the line's end. */
function commentStart(text: string, start: number, end: number): number {
  const place = text.slice(start, end).indexOf("#");
  return place < 0 ? end : start + place;
}

function trimmedEnd(text: string, start: number, limit: number): number {
  let end = limit;
  while (end > start && isBlankLetter(text.charAt(end - 1))) end--;
  return end;
}

/** A directive for each line with an `=`: its name and, if there is one, its value. */
export function workersDirectives(text: string): readonly Directive[] {
  const found: Directive[] = [];
  let words: Word[] = [];
  let equals = false;
  const finish = () => {
    const directive = equals ? directiveOf(words, undefined) : undefined;
    if (directive) found.push(directive);
    words = [];
    equals = false;
  };
  for (const { kind, at } of workersTokens(text)) {
    if (kind === "word") words.push({ at, text: text.slice(at.start, at.end) });
    else if (kind === "equals") equals = true;
    else if (kind === "break") finish();
  }
  finish();
  return found;
}
