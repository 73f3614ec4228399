import { type Directive, directiveOf, isBlankLetter, lineEndAt, type Token, tokensOf, type Word } from "./tokens.ts";

/**
 * The parts of an HAProxy configuration: a directive a line; a backslash takes the meaning from what follows, and quotes
 * may stand anywhere in a word.
 *
 * Source: HAProxy's configuration manual, "Quoting and escaping"; parse_line (src/tools.c).
 */
export function haproxyTokens(text: string): readonly Token[] {
  return tokensOf(text, (letter, position) => {
    if (letter === "\n") return ["break", position + 1];
    if (letter === "#") return ["comment", lineEndAt(text, position)];
    if (!isBlankLetter(letter)) return ["word", wordEnd(text, position)];
    let end = position + 1;
    while (end < text.length && isBlankLetter(text.charAt(end))) end++;
    return ["blank", end];
  });
}

function wordEnd(text: string, start: number): number {
  let end = start;
  let quote = "";
  for (; end < text.length; end++) {
    const letter = text.charAt(end);
    if (letter === "\n") break;
    if (letter === "\\" && quote !== "'") {
      if (end + 1 < text.length && text.charAt(end + 1) !== "\n") end++;
    } else if (quote !== "") {
      if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (isBlankLetter(letter) || letter === "#") break;
  }
  return end;
}

function meaningOf(written: string): string {
  return /["'\\]/.test(written)
    ? written.replace(/\\(.)|"((?:[^"\\]|\\.)*)"?|'([^']*)'?/g, (_, escaped, weak, strong) => {
        return escaped ?? weak?.replace(/\\(["\\$])/g, "$1") ?? strong ?? "";
      })
    : written;
}

const SECTIONS = new Set([
  "global",
  "defaults",
  "frontend",
  "backend",
  "listen",
  "peers",
  "resolvers",
  "userlist",
  "mailers",
  "cache",
  "program",
  "ring",
  "http-errors",
  "log-forward",
  "fcgi-app",
  "crt-store",
  "traces",
]);

/**
 * The sections of a text with their directives; directives before the first section are left out, unless they apply to
 * all.
 */
export function haproxyDirectives(text: string): readonly Directive[] {
  const top: Directive[] = [];
  let block: Directive[] = top;
  let words: Word[] = [];
  const finish = () => {
    const opens = SECTIONS.has(words[0]?.text ?? "");
    const directive = directiveOf(words, opens ? [] : undefined);
    words = [];
    if (!directive) return;
    (opens ? top : block).push(directive);
    if (directive.block) block = directive.block;
  };
  for (const { kind, at } of haproxyTokens(text)) {
    if (kind === "word") words.push({ at, text: meaningOf(text.slice(at.start, at.end)) });
    else if (kind === "break") finish();
  }
  finish();
  return top;
}
