import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Localized } from "../../base/localized.ts";
import { decode } from "../encoding.ts";
import { FileError, whyFailed } from "../file-error.ts";
import { abandonedUndos, readAll, removeAbandonedNew, removeDraft, type Undo, writeAll, writeUndo } from "./drafts.ts";
import { encode } from "./encode.ts";

const OPEN = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
/** The rights to write: of the owner, the group and all others. */
const WRITABLE = 0o222n;

const CHANGED: Localized = {
  en: "changed meanwhile, so nothing was written. Run it again",
  ko: "그 사이 변경되어 쓰지 않았습니다. 다시 실행하십시오",
};
const WRITTEN_BY_TWO: Localized = {
  en: "another program wrote it in the same moment: look at what it holds now",
  ko: "다른 프로그램이 같은 순간에 썼습니다. 지금 내용을 확인하십시오",
};
const READ_ONLY: Localized = {
  en: "is read-only, so nothing was written. Take that back first (chmod u+w)",
  ko: "읽기 전용이어서 쓰지 않았습니다. 먼저 쓰기 권한을 주십시오(chmod u+w)",
};
const NO_FILE: Localized = { en: "is no file", ko: "파일이 아닙니다" };
const RESTORED: Localized = {
  en: "an earlier run was killed while it wrote this file; the file is again as it was before",
  ko: "이전 실행이 이 파일을 쓰다가 강제 종료되었습니다. 쓰기 전 내용으로 되돌렸습니다",
};

/**
 * Gives a file that is there another text, in the file itself: its owner, rights, extended attributes, hard links and
 * mounts stay. What the file holds is kept beside it until the new text is on the disk. Gives back what went wrong.
 */
export async function editFile(path: string, before: string, after: string): Promise<Localized | undefined> {
  try {
    const target = realpathSync(path);
    await restore(target);
    const handle = openSync(target, OPEN);
    try {
      await edit(target, handle, before, after);
    } finally {
      closeSync(handle);
    }
    return undefined;
  } catch (error) {
    return whyFailed(error);
  }
}

async function edit(target: string, handle: number, before: string, after: string): Promise<void> {
  const info = fstatSync(handle, { bigint: true });
  if (!info.isFile()) throw new FileError(NO_FILE);
  // Root may write any file; a missing right is taken for a wish that the file stay as it is.
  if ((info.mode & WRITABLE) === 0n) throw new FileError(READ_ONLY);
  const old = readAll(handle);
  const decoded = decode(old);
  if (decoded.text !== before) throw new FileError(CHANGED);
  const next = await encode(after, decoded);
  const undo = writeUndo(target, old, next);
  // One byte more than there should be: a longer file shows.
  const room = Buffer.alloc(old.length + 1);
  // Nothing from here to the last byte is asynchronous: a few microseconds pass between this check and the write.
  if (!isStill(target, info) || !holds(handle, old, room)) {
    removeDraft(undo.path);
    throw new FileError(CHANGED);
  }
  overwriteOrUndo(handle, undo);
  removeDraft(undo.path);
  // Another file has taken the name meanwhile: it stays, and the text went into the file that was there before.
  if (!isStill(target, info)) throw new FileError(CHANGED);
  if (!readAll(handle).equals(next)) throw new FileError(WRITTEN_BY_TWO);
}

function holds(handle: number, bytes: Buffer, room: Buffer): boolean {
  return readSync(handle, room, 0, room.length, 0) === bytes.length && bytes.compare(room, 0, bytes.length) === 0;
}

/** True while a name leads to the file that was opened by it. */
function isStill(path: string, { ino, dev }: { readonly ino: bigint; readonly dev: bigint }): boolean {
  try {
    const now = lstatSync(path, { bigint: true });
    return now.ino === ino && now.dev === dev;
  } catch {
    return false;
  }
}

function overwriteOrUndo(handle: number, { path, before, after }: Undo): void {
  try {
    overwrite(handle, before, after);
  } catch (error) {
    try {
      overwrite(handle, after, before);
    } catch {
      const { en, ko } = whyFailed(error);
      throw new FileError({
        en: `${en}. The file is damaged; what it held is in ${path}`,
        ko: `${ko}. 파일이 손상되었으며, 이전 내용은 ${path}에 있습니다`,
      });
    }
    removeDraft(path);
    throw error;
  }
}

/** What is longer is written from its end on: a full disk is noticed before the first byte is lost. */
function overwrite(handle: number, from: Buffer, to: Buffer): void {
  if (to.length > from.length) writeAll(handle, to.subarray(from.length), from.length);
  writeAll(handle, to.subarray(0, from.length), 0);
  // Also after a longer text was written in part and is taken back.
  ftruncateSync(handle, to.length);
  fsyncSync(handle);
}

/**
 * Finishes what a run left that was killed while it wrote a file, and says so; undefined where there is nothing. To be
 * called before the file is read.
 */
export async function recover(path: string): Promise<{ readonly note?: Localized; readonly problem?: Localized }> {
  try {
    const target = realpathSync(path);
    removeAbandonedNew(dirname(target));
    return (await restore(target)) ? { note: RESTORED } : {};
  } catch (error) {
    return error instanceof FileError ? { problem: error.text } : {};
  }
}

/** True when a half-written file got back what it held. */
async function restore(target: string): Promise<boolean> {
  let restored = false;
  for (const undo of await abandonedUndos(target)) {
    const handle = openSync(target, OPEN);
    try {
      const now = readAll(handle);
      if (!now.equals(undo.before) && !now.equals(undo.after)) {
        if (!isHalfWritten(now, undo)) throw new FileError(changedSince(undo.path));
        overwrite(handle, now, undo.before);
        restored = true;
      }
    } finally {
      closeSync(handle);
    }
    removeDraft(undo.path);
  }
  return restored;
}

/**
 * True when every byte stands in one of the two texts at this place: the file was not written after the writer ended.
 */
export function isHalfWritten(now: Buffer, { before, after }: Omit<Undo, "path">): boolean {
  if (now.length < Math.min(before.length, after.length)) return false;
  if (now.length > Math.max(before.length, after.length)) return false;
  return now.every((byte, index) => byte === before[index] || byte === after[index]);
}

function changedSince(draft: string): Localized {
  return {
    en: `an earlier run was killed while it wrote this file, which was changed since. Compare it with ${draft}, then delete that`,
    ko: `이전 실행이 이 파일을 쓰다가 강제 종료되었고, 그 뒤 파일이 변경되었습니다. ${draft} 파일과 비교한 뒤 그 파일을 삭제하십시오`,
  };
}
