/**
 * Characters that a terminal or a log acts on instead of showing them: control characters (C0 but the tab, DEL, C1),
 * line breaks of Unicode, and marks that turn the direction of writing or take no room.
 */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
/** A surrogate without its other half. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Build servers take `::error …` at the start of a line, and `##[error]` or `##vso[…]` anywhere, for commands. */
const COLONS = /^([^\S\n\r\u2028\u2029]*):(?=:)/gm;
/** Also at the end: another part of the line may go on with `[`. */
const HASHES = /(?<!#)(#*)#(?=\w*\[|$)/gm;

/**
 * A text of a file or a file's name for one line of a terminal, a log or a table: what would be obeyed there is shown
 * as `\x1b` or `\u202e`. Every format for people passes every text it did not make itself through this.
 */
export function printable(text: string): string {
  return text
    .replace(UNPRINTABLE, shown)
    .replace(LONE, shown)
    .replace(COLONS, String.raw`$1\x3a`)
    .replace(HASHES, String.raw`$1\x23`);
}

/** The same for a text of several lines, whose line breaks are kept. */
export function printableLines(text: string): string {
  return text.split(/\r?\n/).map(printable).join("\n");
}

function shown(sign: string): string {
  const code = sign.charCodeAt(0);
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : jsonEscape(sign);
}

function jsonEscape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function reference(sign: string): string {
  return `&#${sign.charCodeAt(0)};`;
}

/** The same JSON with such characters escaped. `say` is the replacer of JSON.stringify. */
export function printableJson(value: unknown, say?: (key: string, value: unknown) => unknown): string {
  const escaped = (sign: string) => (sign === "\n" ? sign : jsonEscape(sign));
  // A line break that is left is JSON's own.
  return `${JSON.stringify(value, say, 2).replace(UNPRINTABLE, escaped).replace(HASHES, String.raw`$1\u0023`)}\n`;
}

/** The same XML with such characters escaped. */
export function printableXml(text: string): string {
  const escaped = (sign: string) => (sign === "\n" ? sign : reference(sign));
  return text.replace(UNPRINTABLE, escaped).replace(COLONS, "$1&#58;").replace(HASHES, "$1&#35;");
}
