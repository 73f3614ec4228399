import type { Localized } from "../base/localized.ts";

/** A text with what is needed to write it back as it was. */
export interface DecodedText {
  readonly text: string;
  /** A label of the Encoding Standard. */
  readonly encoding: string;
  readonly bom: boolean;
}

const BOMS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ["utf8", [0xef, 0xbb, 0xbf]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
];

/** How far into a file its XML declaration reaches at most; in bytes. */
const DECLARATION = 200;

/** Raised where the bytes are not in the encoding the file names. */
export class EncodingError extends Error {
  override readonly name = "EncodingError";
  readonly text: Localized;

  constructor(text: Localized) {
    super(text.en);
    this.text = text;
  }
}

/** `<` and the byte order mark in four bytes each; the mark's begins as that of UTF-16 does. */
const UTF_32: readonly (readonly number[])[] = [
  [0xff, 0xfe, 0, 0],
  [0, 0, 0xfe, 0xff],
  [0x3c, 0, 0, 0],
  [0, 0, 0, 0x3c],
];

/**
 * The text of a file in the encoding its byte order mark or XML declaration names, UTF-8 without either (XML 1.0,
 * appendix F). Throws an EncodingError where that is unknown or does not fit the bytes.
 */
export function decode(bytes: Uint8Array): DecodedText {
  if (UTF_32.some((start) => start.every((byte, index) => bytes[index] === byte))) {
    throw new EncodingError({
      en: "the file is in UTF-32, which is not read here: save it as UTF-8",
      ko: "UTF-32 파일은 읽지 않습니다. UTF-8로 저장하십시오",
    });
  }
  const mark = BOMS.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (mark) return checked({ ...strictly(bytes.subarray(mark[1].length), mark[0]), bom: true });
  if (bytes[0] === 0 && bytes[1] === 0x3c) return checked({ ...strictly(bytes, "utf-16be"), bom: false });
  if (bytes[0] === 0x3c && bytes[1] === 0) return checked({ ...strictly(bytes, "utf-16le"), bom: false });
  const encoding = named(String.fromCharCode(...bytes.subarray(0, DECLARATION))) ?? "utf8";
  if (IN_WORDS.test(encoding)) throw notIn(encoding);
  // A TextDecoder takes Windows-1252 for ASCII; Java takes no byte beyond it.
  if (/^(?:us-)?ascii$/i.test(encoding) && bytes.some((byte) => byte > 0x7f)) throw notIn(encoding);
  return { ...strictly(bytes, encoding), bom: false };
}

/** Code pages as Java calls them, and the labels of the Encoding Standard that are the same. */
const CODE_PAGES: Readonly<Record<string, string>> = {
  "874": "windows-874",
  "932": "shift_jis",
  "936": "gbk",
  "949": "euc-kr",
  "950": "big5",
};

/** `MS949`, which Korean files name, for `euc-kr`: the Encoding Standard means the code page by that. */
function labelOf(encoding: string): string {
  const page = /^(?:ms|cp|x-windows-|windows-|windows)-?(\d{3})$/i.exec(encoding)?.[1];
  return CODE_PAGES[page ?? ""] ?? encoding;
}

/** Encodings of two or four bytes a character. */
const IN_WORDS = /^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646-ucs)/i;

/** The encoding that the XML declaration at the start of a text names. */
function named(text: string): string | undefined {
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/.exec(text)?.[1];
}

/** A text of two bytes a character may name no other encoding: Tomcat's parser stops in its first line (run, 9.0 and 11.0). */
function checked(decoded: DecodedText): DecodedText {
  const encoding = named(decoded.text.slice(0, DECLARATION));
  if (decoded.encoding.startsWith("utf-16") && encoding !== undefined && !IN_WORDS.test(encoding))
    throw notIn(encoding);
  return decoded;
}

function strictly(bytes: Uint8Array, encoding: string): { readonly text: string; readonly encoding: string } {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(labelOf(encoding), { fatal: true, ignoreBOM: true });
  } catch {
    throw new EncodingError({
      en: `the encoding ${encoding} is not known`,
      ko: `${encoding} 인코딩은 지원하지 않습니다`,
    });
  }
  try {
    return { text: decoder.decode(bytes), encoding: labelOf(encoding) };
  } catch {
    throw notIn(encoding);
  }
}

function notIn(encoding: string): EncodingError {
  return new EncodingError({
    en: `the file is not in ${encoding}, the encoding it names or has by default`,
    ko: `파일에 적힌 인코딩이나 기본 인코딩인 ${encoding} 형식이 아닙니다`,
  });
}
