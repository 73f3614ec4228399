import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * 128 bits of SHA-256 as hex digits, for the fingerprints of a baseline. Uses no API of Node, so that it runs in a
 * browser.
 */
export function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 16));
}
