import { createHash, randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { codeOf, FileError } from "../file-error.ts";

/** A new text on its way to its name; worth nothing once its writer is dead. */
const NEW = "new";
/** What a file holds and is to hold, kept while the file itself is being written. */
const UNDO = "undo";
const NAME = /^\.tomcat-cluster-[0-9a-f]{32}\.(new|undo)$/;

/** A file is written in far less; a draft for it that is older has lost its writer. In milliseconds. */
const LONGEST_EDIT = 5000;
/** The same for a new file, which may be a long report. */
const LONGEST_NEW = 60_000;
/** Between two looks at the draft of a writer that may be alive. */
const PAUSE = 50;

const OPEN_ONLY = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A draft beside a file; its name cannot be guessed and nothing that is there is opened for it. */
interface OpenDraft {
  readonly path: string;
  readonly handle: number;
}

/** Opens the draft of a new file in a folder. Without a mode it gets what the umask leaves. */
export function openNew(folder: string, mode = 0o666): OpenDraft {
  return open(folder, NEW, mode);
}

function open(folder: string, kind: string, mode: number): OpenDraft {
  const path = join(folder, `.tomcat-cluster-${randomBytes(16).toString("hex")}.${kind}`);
  return { path, handle: openSync(path, "wx", mode) };
}

/** Both texts of a file that is about to be written in place. */
export interface Undo {
  readonly path: string;
  readonly before: Buffer;
  readonly after: Buffer;
}

/** Puts both texts on the disk beside a file; they are there for good before this returns. */
export function writeUndo(file: string, before: Buffer, after: Buffer): Undo {
  const { path, handle } = openUndo(dirname(file));
  try {
    const texts = Buffer.concat([before, after]);
    writeAll(handle, Buffer.concat([headOf(basename(file), before.length, texts), texts]), 0);
    fsyncSync(handle);
  } catch (error) {
    unlinkSync(path);
    throw error;
  } finally {
    closeSync(handle);
  }
  syncFolder(dirname(file));
  return { path, before, after };
}

function openUndo(folder: string): OpenDraft {
  try {
    return open(folder, UNDO, 0o600);
  } catch (error) {
    if (codeOf(error) !== "EACCES") throw error;
    throw new FileError({
      en: `was not written: the folder ${folder} must be writable too, for a copy until the file is on the disk`,
      ko: `쓰지 않았습니다. 파일이 디스크에 저장될 때까지 사본을 둘 수 있도록 ${folder} 폴더에도 쓰기 권한이 있어야 합니다`,
    });
  }
}

/** A line that says what the draft is, for an administrator who finds it, and whether it is whole. */
function headOf(file: string, before: number, texts: Buffer): Buffer {
  const sha256 = createHash("sha256").update(texts).digest("hex");
  return Buffer.from(`${JSON.stringify({ about: "tomcat-cluster: before, then after", file, before, sha256 })}\n`);
}

/** The drafts a dead writer of this file has left. One that may be alive is given the time a write takes. */
export async function abandonedUndos(file: string): Promise<readonly Undo[]> {
  const found: Undo[] = [];
  for (const path of draftsIn(dirname(file), UNDO)) {
    const end = Date.now() + LONGEST_EDIT;
    for (;;) {
      const age = ageOfOwn(path);
      if (age === undefined) break;
      const bytes = readWhole(path);
      const head = bytes && readHead(bytes);
      if (head && head.file !== basename(file)) break;
      if (age > LONGEST_EDIT || Date.now() > end) {
        if (head) found.push({ path, ...head });
        // One that is not whole: its writer died before the file itself was touched.
        else removeDraft(path);
        break;
      }
      await setTimeout(PAUSE);
    }
  }
  return found;
}

/** Undefined where the bytes are no whole draft. */
function readHead(bytes: Buffer): { file: string; before: Buffer; after: Buffer } | undefined {
  const end = bytes.indexOf("\n");
  if (end < 0) return undefined;
  const texts = bytes.subarray(end + 1);
  try {
    const { file, before }: { file: unknown; before: unknown } = JSON.parse(bytes.toString("utf8", 0, end));
    if (typeof file !== "string" || typeof before !== "number") return undefined;
    if (!headOf(file, before, texts).equals(bytes.subarray(0, end + 1))) return undefined;
    return { file, before: texts.subarray(0, before), after: texts.subarray(before) };
  } catch {
    return undefined;
  }
}

/** Removes drafts of new files that dead writers left in a folder. */
export function removeAbandonedNew(folder: string): void {
  for (const path of draftsIn(folder, NEW)) {
    const age = ageOfOwn(path);
    if (age !== undefined && age > LONGEST_NEW) removeDraft(path);
  }
}

function draftsIn(folder: string, kind: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    // A folder that may be entered and not listed shows none of its drafts.
    return [];
  }
  return names.filter((name) => NAME.exec(name)?.[1] === kind).map((name) => join(folder, name));
}

/** How long ago a draft was last written, in milliseconds; undefined where it is gone or none of this user's. */
function ageOfOwn(path: string): number | undefined {
  try {
    const info = lstatSync(path);
    const own = process.geteuid === undefined || info.uid === process.geteuid();
    return info.isFile() && own && info.nlink === 1 ? Date.now() - info.mtimeMs : undefined;
  } catch {
    return undefined;
  }
}

function readWhole(path: string): Buffer | undefined {
  try {
    const handle = openSync(path, OPEN_ONLY);
    try {
      return readAll(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    return undefined;
  }
}

/** All bytes of an open file, wherever it was read or written last. */
export function readAll(handle: number): Buffer {
  const bytes = Buffer.alloc(fstatSync(handle).size);
  let position = 0;
  while (position < bytes.length) {
    const count = readSync(handle, bytes, position, bytes.length - position, position);
    if (count === 0) break;
    position += count;
  }
  return bytes.subarray(0, position);
}

/** Writes all bytes from a position on: the system may take them in parts. */
export function writeAll(handle: number, bytes: Buffer, position: number): void {
  let done = 0;
  while (done < bytes.length) done += writeSync(handle, bytes, done, bytes.length - done, position + done);
}

export function removeDraft(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone, or the next run removes it.
  }
}

/** Makes sure that a name in a folder outlives a power cut, where the system has a way to. */
export function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, constants.O_RDONLY);
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows and some network file systems have none.
  }
}
