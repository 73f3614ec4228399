import { type Span, span } from "../base/span.ts";

/**
 * The parts of a text in one of the languages here; all of them together are the text. `open` and `close` are the marks
 * around the name of a section or around a block, `end` closes a directive, `equals` parts a name from its value.
 */
export type TokenKind = "word" | "blank" | "break" | "comment" | "open" | "close" | "end" | "equals";

export interface Token {
  readonly kind: TokenKind;
  readonly at: Span;
}

/**
 * Cuts a text into tokens.
 *
 * @param next gives the kind and the end of the token at a position, whose first character is `letter`
 */
export function tokensOf(
  text: string,
  next: (letter: string, position: number) => readonly [kind: TokenKind, end: number],
): readonly Token[] {
  const tokens: Token[] = [];
  for (let position = 0; position < text.length; ) {
    const [kind, end] = next(text.charAt(position), position);
    tokens.push({ kind, at: span(position, end) });
    position = end;
  }
  return tokens;
}

/** A word as it is written, and what it means without its quotes and escapes. */
export interface Word {
  readonly at: Span;
  readonly text: string;
}

/** A directive with its words, the name first, and the directives in its block or section. */
export interface Directive {
  readonly name: Word;
  readonly args: readonly Word[];
  /** From its first to its last word. */
  readonly at: Span;
  readonly block: Directive[] | undefined;
}

/** A directive of some words; nothing of none. */
export function directiveOf(words: readonly Word[], block: Directive[] | undefined): Directive | undefined {
  const [name, ...args] = words;
  const last = words.at(-1);
  return name && last ? { name, args, at: span(name.at.start, last.at.end), block } : undefined;
}

/** Blanks within a line. */
export function isBlankLetter(letter: string): boolean {
  return letter === " " || letter === "\t" || letter === "\r" || letter === "\f" || letter === "\v";
}

/** The offset of the line break at or behind an offset, or the end of the text. */
export function lineEndAt(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

/** Deeper than any configuration: what is in blocks within so many blocks is not looked at. */
const DEEPEST = 64;

/** Every directive and, behind each, those in its block; without recursion, because blocks may be as deep as a text is long. */
export function* everyDirective(
  directives: readonly Directive[],
): Generator<{ readonly directive: Directive; readonly around: readonly Directive[] }> {
  interface Level {
    readonly list: readonly Directive[];
    next: number;
  }
  const levels: Level[] = [{ list: directives, next: 0 }];
  const around: Directive[] = [];
  for (let level = levels.at(-1); level; level = levels.at(-1)) {
    const directive = level.list[level.next++];
    if (!directive) {
      levels.pop();
      around.pop();
      continue;
    }
    yield { directive, around };
    if (!directive.block || levels.length > DEEPEST) continue;
    levels.push({ list: directive.block, next: 0 });
    around.push(directive);
  }
}
