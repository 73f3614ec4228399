import { chmod, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import type { Found } from "../create/draft.ts";
import type { Files } from "../workspace/files.ts";
import { type Decoded, decode, EncodingError } from "./encoding.ts";
import { LARGEST } from "./node-files.ts";

/** The files, with what standard input says under a name of its own. */
export async function withStandardInput(files: Files, name: string): Promise<Files> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const { text } = decode(Buffer.concat(chunks));
  return { ...files, read: (path) => (path === name ? Promise.resolve(text) : files.read(path)) };
}

/** Why a path cannot be read as configuration, in words; undefined when it can. */
export async function whyUnreadable(path: string): Promise<string | undefined> {
  try {
    const info = await stat(path);
    if (!info.isFile()) return "is neither a file nor a folder";
    if (info.size > LARGEST) return `is larger than ${LARGEST / 1024 / 1024} MB`;
    decode(await readFile(path));
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** A file's text, or why it has none. What is there but cannot be read is a problem, never a file that is missing. */
export async function findFile(path: string): Promise<Found> {
  try {
    return { text: decode(await readFile(path)).text };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { text: undefined };
    const reason = reasonOf(error);
    return { problem: { en: reason, ko: reason } };
  }
}

/**
 * Replaces a file's text as a whole or not at all, and keeps its encoding, byte order mark and mode. A new file is
 * UTF-8, with the mode that is given. Gives back what went wrong, in words.
 */
export async function replaceFile(path: string, text: string, modeOfNew?: number): Promise<string | undefined> {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    // A link stays a link: what it points at is replaced.
    const target = await realpath(path).catch(() => path);
    const before = await readFile(target).catch(() => undefined);
    const mode = before === undefined ? modeOfNew : (await stat(target)).mode;
    const bytes = before === undefined ? Buffer.from(text) : await encode(text, decode(before));
    await writeFile(draft, bytes, mode === undefined ? {} : { mode });
    if (mode !== undefined) await chmod(draft, mode);
    await rename(draft, target);
    return undefined;
  } catch (error) {
    await rm(draft, { force: true });
    return reasonOf(error);
  }
}

/** The bytes of a text as `decoded` was. Throws an EncodingError where the encoding has no such letter. */
async function encode(text: string, { encoding, bom }: Decoded): Promise<Buffer> {
  const { default: iconv } = await import("iconv-lite");
  const bytes = iconv.encode(text, encoding, { addBOM: bom });
  if (iconv.decode(bytes, encoding) !== text) throw new EncodingError(`${encoding} cannot hold this text`);
  return bytes;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && error.code === "ENOENT" ? "is not there" : error.message;
}
