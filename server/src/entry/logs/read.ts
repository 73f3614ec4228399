import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import type { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { createGunzip } from "node:zlib";
import { eventOf } from "../../logs/formats/event.ts";
import { type LogRecord, RecordReader } from "../../logs/formats/record.ts";
import type { StoryTeller } from "../../logs/story/story.ts";
import { decodeText } from "./charset.ts";

const PART = 256 * 1024;
const FIRST = 64 * 1024;
/** So many are read before whatever else waits in this thread. */
const PARTS_AT_ONCE = 16;
/** V8 puts a longer text into a place of its own, and takes ten times as long for it. */
const LONGEST_TEXT = 64 * 1024;

/**
 * Reads one log in parts: plain or gzipped, of one member or several. `-` is standard input.
 *
 * @param onBytes told how many bytes of the file as it lies on disk were read
 * Throws what the system says of a file that cannot be read, and what zlib says of a broken archive.
 */
export async function readLog(
  path: string,
  teller: StoryTeller,
  onBytes: (count: number) => void,
  verbatim = false,
): Promise<void> {
  teller.begin(path);
  const reader = new RecordReader((record) => teller.take(record), { verbatim, wants: teller.wants });
  for await (const bytes of bytesOf(path, onBytes)) {
    for (let at = 0; at < bytes.length; at += LONGEST_TEXT)
      reader.write(bytes.toString("latin1", at, at + LONGEST_TEXT));
  }
  reader.end();
}

/** The unpacked bytes of a log; each part is to be used before the next one is asked for. */
async function* bytesOf(path: string, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  if (path !== "-" && !isGzip(path)) {
    yield* plainBytesOf(path, onBytes);
    return;
  }
  const source = path === "-" ? process.stdin : createReadStream(path, { highWaterMark: PART });
  source.on("data", (part: Buffer) => onBytes(part.length));
  yield* path === "-" ? source : unpacked(source);
}

/**
 * Reads a file into one place again and again: a stream takes memory anew for each part, and goes to another thread for
 * it, which takes longer than to read what the system has read ahead.
 */
async function* plainBytesOf(path: string, onBytes: (count: number) => void): AsyncGenerator<Buffer> {
  const file = openSync(path, "r");
  try {
    const place = Buffer.allocUnsafeSlow(PART);
    for (let parts = 1; ; parts++) {
      const count = readSync(file, place);
      if (count === 0) return;
      onBytes(count);
      yield place.subarray(0, count);
      if (parts % PARTS_AT_ONCE === 0) await setImmediate();
    }
  } finally {
    closeSync(file);
  }
}

/** When a log begins, as its first entries say; undefined where they have no time. Reads its first part only. */
export async function firstTimeOf(path: string): Promise<number | undefined> {
  let time: number | undefined;
  await peek(path, (record) => {
    time ??= eventOf(record, decodeText)?.time?.milliseconds;
    return time !== undefined;
  });
  return time;
}

/** True for a log without headers, as VerbatimFormatter writes it: its first part has none. */
export async function isVerbatim(path: string): Promise<boolean> {
  let records = 0;
  let headers = 0;
  await peek(path, ({ header }) => {
    records++;
    // What Java prints may stand in any log.
    if (header !== "none" && header !== "printed") headers++;
    return headers > 0;
  });
  return records > 0 && headers === 0;
}

/** Reads the records of a log's first part until `take` has enough. Standard input is not read. */
async function peek(path: string, take: (record: LogRecord) => boolean): Promise<void> {
  if (path === "-") return;
  let enough = false;
  const reader = new RecordReader((record) => {
    enough ||= take(record);
  });
  const packed = isGzip(path);
  const source = createReadStream(path, { highWaterMark: FIRST, end: 16 * FIRST });
  const stream: Readable = packed ? unpacked(source) : source;
  try {
    for await (const part of stream) {
      const bytes: Buffer = part;
      reader.write(bytes.toString("latin1"));
      if (enough) break;
    }
  } catch (error) {
    // The archive's first part ends in the middle.
    if (!packed) throw error;
  }
  reader.end();
}

function unpacked(source: Readable): Readable {
  const gunzip = createGunzip({ chunkSize: PART });
  source.on("error", (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

/** By its first bytes, because rotation renames files in many ways. */
function isGzip(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(2);
    return readSync(file, head, 0, 2, 0) === 2 && head[0] === 0x1f && head[1] === 0x8b;
  } finally {
    closeSync(file);
  }
}
