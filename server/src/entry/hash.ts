import { createHash } from "node:crypto";

/** 128 bits of SHA-256, as hex digits: the fingerprints of a baseline. */
export function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
