import { levelOf } from "../../logs/formats/levels.ts";

/** Charsets Java writes a log in where it is not told one: UTF-8 since Java 18, before that what the system uses. */
const CHARSETS = ["euc-kr", "shift_jis", "euc-jp", "gbk", "big5"] as const;

const utf8 = new TextDecoder("utf-8", { fatal: true });
const ASCII = /^[\t\n\x20-\x7e]*$/;

/**
 * The text of bytes that were read a character a byte. Bytes that are no UTF-8 are read in the charset in which one of
 * their words is the name of a level, else as ISO 8859-1.
 */
export function decodeText(latin1: string): string {
  if (ASCII.test(latin1)) return latin1;
  const bytes = Buffer.from(latin1, "latin1");
  try {
    return utf8.decode(bytes);
  } catch {
    for (const charset of CHARSETS) {
      const text = new TextDecoder(charset).decode(bytes);
      const words = text.slice(0, 200).split(/[\s:[\]"]+/);
      if (words.some((word) => !ASCII.test(word) && levelOf(word) !== undefined)) return text;
    }
    return latin1;
  }
}
