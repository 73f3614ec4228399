import { stat } from "node:fs/promises";

/** The largest descriptor that is read, in bytes. */
const LARGEST = 1024 * 1024;

/**
 * The text of one file in a ZIP or JAR; undefined when it is not there or too large. Only the archive's directory and
 * that one file are read. Throws on what is no archive.
 */
export async function readFromArchive(path: string, name: string): Promise<string | undefined> {
  // To open a pipe or a device may wait for ever.
  if (!(await stat(path)).isFile()) return undefined;
  const { openPromise } = await import("yauzl");
  const archive = await openPromise(path);
  try {
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName !== name) continue;
      if (entry.uncompressedSize > LARGEST) return undefined;
      const chunks: Buffer[] = [];
      for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk);
      return Buffer.concat(chunks).toString("utf8");
    }
    return undefined;
  } finally {
    archive.close();
  }
}

/**
 * The texts of all files of a ZIP or JAR whose names fit a pattern, each not too large. Throws on what is no archive.
 */
export async function readAllFromArchive(path: string, names: RegExp): Promise<readonly string[]> {
  if (!(await stat(path)).isFile()) return [];
  const { openPromise } = await import("yauzl");
  const archive = await openPromise(path);
  try {
    const texts: string[] = [];
    for await (const entry of archive.eachEntry()) {
      if (!names.test(entry.fileName) || entry.uncompressedSize > LARGEST) continue;
      const chunks: Buffer[] = [];
      for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk);
      texts.push(Buffer.concat(chunks).toString("utf8"));
    }
    return texts;
  } finally {
    archive.close();
  }
}
