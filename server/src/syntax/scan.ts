/**
 * Letters a name may begin with; beyond ASCII everything but what looks like a blank is let through, `name-problems.ts`
 * is stricter.
 */
export function isNameStart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 58 ||
    (code >= 128 && !looksBlank(code))
  );
}

/** Characters that look like a blank and are none to XML; web pages and input methods leave them behind. */
export function looksBlank(code: number): boolean {
  return code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0x202f || code === 0x205f;
}

export function isNameChar(code: number): boolean {
  return isNameStart(code) || (code >= 48 && code <= 57) || code === 45 || code === 46;
}

/** XML's white space: blank, tab, CR and LF. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

export function skipName(text: string, from: number): number {
  let position = from;
  if (!isNameStart(text.charCodeAt(position))) return position;
  while (position < text.length && isNameChar(text.charCodeAt(position))) position++;
  return position;
}

export function skipSpace(text: string, from: number): number {
  let position = from;
  while (position < text.length && isSpace(text.charCodeAt(position))) position++;
  return position;
}

const NEXT_ATTRIBUTE = /[A-Za-z_:][\w:.-]*\s*=/y;

function startsAttribute(text: string, position: number): boolean {
  NEXT_ATTRIBUTE.lastIndex = position;
  return NEXT_ATTRIBUTE.test(text);
}

/**
 * Where a quoted value ends: the offset of its closing quote, or where it breaks off when the quote was forgotten.
 *
 * A forgotten quote makes the next attribute's opening quote look like the closing one; what follows it then cannot
 * follow a value. Values that span lines on purpose (a filter, a cipher list) are closed properly and stay whole.
 */
export function findValueEnd(text: string, from: number, quote: string): { end: number; closed: boolean } {
  const close = text.indexOf(quote, from);
  if (close >= 0 && (canFollowValue(text, close + 1) || !/[<\n]|[\s][^\s=]+\s*=/.test(text.slice(from, close)))) {
    return { end: close, closed: true };
  }
  let end = from;
  while (end < text.length) {
    const char = text.charAt(end);
    if (char === "<" || char === ">" || text.startsWith("/>", end)) break;
    if (isSpace(char.charCodeAt(0))) {
      const next = skipSpace(text, end);
      if (startsAttribute(text, next) || /[\r\n]/.test(text.slice(end, next))) break;
      end = next;
    } else end++;
  }
  return { end: from + text.slice(from, end).trimEnd().length, closed: false };
}

/** The end of a value in two pairs of quotes on one line, as `""a.jks""`; undefined for an empty value. */
export function endOfQuotedTwice(text: string, start: number, quote: string): number | undefined {
  if (text.charAt(start + 1) !== quote) return undefined;
  let end = start + 2;
  while (end < text.length && text.charAt(end) !== quote && !/[\r\n<]/.test(text.charAt(end))) end++;
  const twice = end > start + 2 && text.startsWith(quote + quote, end) && /[\s/>]/.test(text.charAt(end + 2));
  return twice ? end + 2 : undefined;
}

function canFollowValue(text: string, position: number): boolean {
  return position >= text.length || /[\s>/?<]/.test(text.charAt(position)) || startsAttribute(text, position);
}

const PREDEFINED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };

/** Longer values are not looked at; in characters. The longest in public are lists of ciphers, of some 4,000. */
const LONGEST_VALUE = 16_384;

/** What an XML parser makes of a value, or undefined where it is too long or uses an entity we do not expand. */
export function decodeValue(raw: string): string | undefined {
  if (raw.length > LONGEST_VALUE) return undefined;
  const flat = raw.replace(/\r\n|[\t\r\n]/g, " ");
  if (!flat.includes("&")) return flat;
  let known = true;
  const text = flat.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|([\w:.-]+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) {
      const value = PREDEFINED[name];
      if (value === undefined) known = false;
      return value ?? whole;
    }
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return known ? text : undefined;
}
