import { span } from "../base/span.ts";
import { type Directive, directiveOf, isBlankLetter, type Token, type TokenKind, type Word } from "./tokens.ts";

/** Sections whose content counts only under a condition that no file tells. */
export const CONDITIONAL: ReadonlySet<string> = new Set([
  "<ifdefine",
  "<ifversion",
  "<if",
  "<elseif",
  "<else",
  "<iffile",
  "<ifdirective",
]);

/**
 * The parts of an Apache httpd configuration: a directive a line, sections in `<Name …>`, a backslash at the end of a line
 * continues it, and a comment is a whole line.
 *
 * Source: ap_cfg_getline, ap_getword_conf (server/util.c), ap_build_config (server/config.c), 2.4.
 */
export function httpdTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let position = 0;
  let fresh = true;
  let section = false;
  const push = (kind: TokenKind, end: number) => {
    tokens.push({ kind, at: span(position, end) });
    position = end;
  };
  while (position < text.length) {
    const letter = text.charAt(position);
    if (letter === "\n") {
      push("break", position + 1);
      fresh = true;
      section = false;
    } else if (isBlankLetter(letter) || continues(text, position) > 0) push("blank", blanksEnd(text, position));
    else if (fresh && letter === "#") push("comment", logicalEnd(text, position));
    else if (fresh && letter === "<") {
      push("open", position + (text.charAt(position + 1) === "/" ? 2 : 1));
      fresh = false;
      section = true;
    } else if (section && letter === ">" && endsLine(text, position + 1)) push("close", position + 1);
    else {
      push("word", wordEnd(text, position, section));
      fresh = false;
    }
  }
  return tokens;
}

/** How many characters at an offset join two lines to one: a backslash and the line break. */
function continues(text: string, offset: number): number {
  if (text.charAt(offset) !== "\\") return 0;
  if (text.charAt(offset + 1) === "\n") return 2;
  return text.startsWith("\r\n", offset + 1) ? 3 : 0;
}

function blanksEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const joined = continues(text, end);
    if (joined > 0) end += joined;
    else if (isBlankLetter(text.charAt(end))) end++;
    else break;
  }
  return end;
}

/** The end of a line together with those that continue it. */
function logicalEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && text.charAt(end) !== "\n") end += Math.max(1, continues(text, end));
  return end;
}

function endsLine(text: string, offset: number): boolean {
  const end = blanksEnd(text, offset);
  return end === text.length || text.charAt(end) === "\n";
}

function wordEnd(text: string, start: number, section: boolean): number {
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'") {
    let end = start + 1;
    while (end < text.length) {
      const letter = text.charAt(end);
      if (letter === "\n") return end;
      if (letter === quote) return end + 1;
      end += letter === "\\" ? Math.max(continues(text, end), text.charAt(end + 1) === "\n" ? 1 : 2) : 1;
    }
    return Math.min(end, text.length);
  }
  let end = start;
  while (end < text.length) {
    const letter = text.charAt(end);
    if (letter === "\n" || isBlankLetter(letter)) break;
    const joined = continues(text, end);
    if (joined > 0) {
      // The rest of the word stands on the next line, unless blanks do.
      const next = text.charAt(end + joined);
      if (next === "" || next === "\n" || isBlankLetter(next)) break;
      end += joined;
    } else if (section && letter === ">" && end > start && endsLine(text, end + 1)) break;
    else end++;
  }
  return end;
}

/** Without quotes, escapes and continued lines. */
function meaningOf(written: string): string {
  const joined = written.includes("\\") ? written.replace(/\\\r?\n/g, "") : written;
  const quote = joined.charAt(0);
  if (quote !== '"' && quote !== "'") return joined;
  const end = joined.length > 1 && joined.endsWith(quote) ? joined.length - 1 : joined.length;
  return joined.slice(1, end).replace(/\\(["'\\])/g, (both, escaped: string) => {
    return escaped === quote || escaped === "\\" ? escaped : both;
  });
}

/** The directives of a text; a section is a directive named `<Proxy`, and ends at its end tag or at that of one around it. */
export function httpdDirectives(text: string): readonly Directive[] {
  const top: Directive[] = [];
  const open: { readonly name: string; readonly block: Directive[] }[] = [];
  /** How many sections of a name are open. */
  const counts = new Map<string, number>();
  const count = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by);
  let words: Word[] = [];
  let mark = "";
  const finish = () => {
    const name = words[0]?.text.toLowerCase() ?? "";
    if (mark === "</") {
      // An end tag without a section ends none.
      if ((counts.get(name) ?? 0) > 0) {
        for (let last = open.pop(); last; last = open.pop()) {
          count(last.name, -1);
          if (last.name === name) break;
        }
      }
    } else {
      const block: Directive[] | undefined = mark === "<" ? [] : undefined;
      const [first, ...others] = words;
      const named = first && block ? { ...first, text: `<${first.text}` } : first;
      const directive = named && directiveOf([named, ...others], block);
      if (directive) (open.at(-1)?.block ?? top).push(directive);
      if (directive && block) {
        open.push({ name, block });
        count(name, 1);
      }
    }
    words = [];
    mark = "";
  };
  for (const { kind, at } of httpdTokens(text)) {
    const written = text.slice(at.start, at.end);
    if (kind === "word") words.push({ at, text: meaningOf(written) });
    else if (kind === "open") mark = written;
    else if (kind === "break") finish();
  }
  finish();
  return top;
}
