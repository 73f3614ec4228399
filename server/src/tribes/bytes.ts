/**
 * Reads a packet from front to back, numbers big-endian as Java writes them. Whatever lies beyond the end reads as
 * undefined: packets come from any sender, and a wrong length must never throw.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get at(): number {
    return this.#at;
  }

  /** A signed byte. */
  byte(): number | undefined {
    const value = this.#bytes[this.#at];
    if (value === undefined) return undefined;
    this.#at++;
    return value > 127 ? value - 256 : value;
  }

  /** A signed number of 4 bytes, Java's `int`. */
  int(): number | undefined {
    const bytes = this.bytes(4);
    return bytes?.reduce((value, byte) => (value << 8) | byte, 0);
  }

  /** A signed number of 8 bytes, Java's `long`; rounded beyond 2^53. */
  long(): number | undefined {
    const high = this.int();
    const low = this.int();
    return high === undefined || low === undefined ? undefined : high * 2 ** 32 + (low >>> 0);
  }

  /** The next `length` bytes; undefined where it is negative or there are fewer. */
  bytes(length: number): Uint8Array | undefined {
    if (length < 0 || this.#at + length > this.#bytes.length) return undefined;
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return part;
  }

  /** Bytes with their length in 4 bytes before them. */
  counted(): Uint8Array | undefined {
    const length = this.int();
    return length === undefined ? undefined : this.bytes(length);
  }
}

/** True when `part` stands at this place of `bytes`. */
export function standsAt(bytes: Uint8Array, at: number, part: Uint8Array): boolean {
  return at >= 0 && at + part.length <= bytes.length && part.every((byte, index) => bytes[at + index] === byte);
}

/** The bytes of a text of ISO 8859-1, a byte a letter. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** The text bytes are in ISO 8859-1; undefined where it has characters that do not print. */
export function printableLatin1(bytes: Uint8Array): string | undefined {
  const readable = bytes.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte >= 0xa0);
  return readable ? String.fromCharCode(...bytes.subarray(0, LONGEST_TEXT)) : undefined;
}

/** A name is cut after so many letters: a packet may hold 64 kB of them. */
const LONGEST_TEXT = 200;

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, LONGEST_TEXT), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
