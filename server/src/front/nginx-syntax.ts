import { type Directive, directiveOf, lineEndAt, type Token, tokensOf, type Word } from "./tokens.ts";

/**
 * The parts of an nginx configuration: words, `;`, `{`, `}` and comments. Quotes and escapes are kept in a word.
 *
 * Source: ngx_conf_read_token (src/core/ngx_conf_file.c).
 */
export function nginxTokens(text: string): readonly Token[] {
  return tokensOf(text, (letter, position) => {
    if (letter === "\n") return ["break", position + 1];
    if (letter === "#") return ["comment", lineEndAt(text, position)];
    if (letter === ";") return ["end", position + 1];
    if (letter === "{") return ["open", position + 1];
    if (letter === "}") return ["close", position + 1];
    if (!isSpace(letter)) return ["word", wordEnd(text, position)];
    let end = position + 1;
    while (end < text.length && text.charAt(end) !== "\n" && isSpace(text.charAt(end))) end++;
    return ["blank", end];
  });
}

function isSpace(letter: string): boolean {
  return letter === " " || letter === "\t" || letter === "\r" || letter === "\n";
}

function wordEnd(text: string, start: number): number {
  const quote = text.charAt(start);
  if (quote === '"' || quote === "'") {
    for (let end = start + 1; end < text.length; end++) {
      const letter = text.charAt(end);
      if (letter === "\\") end++;
      else if (letter === quote) return end + 1;
    }
    // A quote that is never closed would take the rest of the file.
    return lineEndAt(text, start);
  }
  let end = start;
  while (end < text.length) {
    const letter = text.charAt(end);
    if (isSpace(letter) || letter === ";") break;
    // `${name}` is a variable.
    if (letter === "{" && text.charAt(end - 1) !== "$") break;
    end += letter === "\\" ? 2 : 1;
  }
  return Math.min(Math.max(end, start + 1), text.length);
}

function meaningOf(written: string): string {
  const quote = written.charAt(0);
  const quoted = quote === '"' || quote === "'";
  const closed = quoted && written.length > 1 && written.endsWith(quote);
  const inner = quoted ? written.slice(1, closed ? -1 : undefined) : written;
  return inner.includes("\\") ? inner.replace(/\\(["'\\;{])/g, "$1") : inner;
}

/** Blocks that hold no others; one that opens in them shows that a `}` is missing. */
const FLAT = new Set(["upstream", "map", "geo", "split_clients", "types"]);
/** What opens a block around them. */
const OUTER = new Set(["http", "server", "upstream", "map", "geo", "location", "stream", "events"]);
/** What begins a directive of an upstream: behind a line break it shows that the `;` before it is missing. */
const OF_UPSTREAM = new Set([
  "server",
  "ip_hash",
  "hash",
  "least_conn",
  "least_time",
  "random",
  "keepalive",
  "sticky",
  "zone",
]);

/** The directives of a text. A missing `;` or `}` costs the directive it stands in, not those behind it. */
export function nginxDirectives(text: string): readonly Directive[] {
  const top: Directive[] = [];
  const open: { readonly name: string; readonly block: Directive[] }[] = [];
  let words: Word[] = [];
  let broken = false;
  const finish = (block?: Directive[]) => {
    const directive = directiveOf(words, block);
    words = [];
    if (directive) (open.at(-1)?.block ?? top).push(directive);
    return directive;
  };
  for (const { kind, at } of nginxTokens(text)) {
    if (kind === "break") broken = true;
    else if (kind === "word") {
      const word = { at, text: meaningOf(text.slice(at.start, at.end)) };
      const inUpstream = open.at(-1)?.name === "upstream";
      if (broken && words.length > 0 && inUpstream && OF_UPSTREAM.has(word.text)) finish();
      words.push(word);
      broken = false;
    } else if (kind === "end") finish();
    else if (kind === "open") {
      const name = words[0]?.text ?? "";
      if (FLAT.has(open.at(-1)?.name ?? "") && OUTER.has(name)) open.pop();
      const block: Directive[] = [];
      finish(block);
      open.push({ name, block });
    } else if (kind === "close") {
      finish();
      open.pop();
    }
  }
  finish();
  return top;
}
