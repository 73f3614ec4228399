import {
  chmodSync,
  chownSync,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Localized } from "../../base/localized.ts";
import { codeOf, FileError, hasCode, whyFailed } from "../file-error.ts";
import { openNew, removeAbandonedNew, removeDraft, syncFolder, writeAll } from "./drafts.ts";

/** Mode of a file that only its owner can read. */
const PRIVATE = 0o600;
const GROUP_READS = 0o040;
const ALL_RIGHTS = 0o7777;

/**
 * Puts a text under a name as a whole or not at all, for what this program makes anew each time: a report, a baseline.
 * A file that is there keeps its owner and mode, a link stays a link, and a pipe or a device just gets the text.
 * Gives back what went wrong.
 */
export function putFile(path: string, text: string): Localized | undefined {
  try {
    const info = statSync(path, { throwIfNoEntry: false });
    if (info && !info.isFile()) {
      writeFileSync(path, text);
      return undefined;
    }
    const target = placeOf(path);
    if (info && (info.mode & 0o222) === 0) {
      throw new FileError({ en: "is read-only, so nothing was written", ko: "읽기 전용이어서 쓰지 않았습니다" });
    }
    withDraft(target, text, info ? PRIVATE : undefined, (draft, handle) => {
      if (info) {
        if (process.geteuid?.() === 0) fchownSync(handle, info.uid, info.gid);
        fchmodSync(handle, info.mode & ALL_RIGHTS);
      }
      renameSync(draft, target);
    });
    return undefined;
  } catch (error) {
    return whyFailed(error);
  }
}

/** The owner and rights of a file that only Tomcat's user is to read: those of a file beside it, as far as it needs. */
export interface Secret {
  readonly like: string;
}

/**
 * Makes a file that is not there yet, as a whole or not at all; one that appeared meanwhile stays. Gives back what
 * went wrong.
 */
export function createFile(path: string, text: string, secret?: Secret): Localized | undefined {
  try {
    const target = join(realpathSync(dirname(path)), basename(path));
    withDraft(target, text, secret && PRIVATE, (draft, handle) => {
      if (secret) takeOver(handle, secret.like);
      linkOrCopy(draft, target);
      removeDraft(draft);
    });
    return undefined;
  } catch (error) {
    return whyFailed(error);
  }
}

function withDraft(
  target: string,
  text: string,
  mode: number | undefined,
  place: (draft: string, handle: number) => void,
): void {
  const folder = dirname(target);
  removeAbandonedNew(folder);
  const { path, handle } = openNew(folder, mode);
  try {
    writeAll(handle, Buffer.from(text), 0);
    fsyncSync(handle);
    place(path, handle);
  } catch (error) {
    removeDraft(path);
    throw error;
  } finally {
    closeSync(handle);
  }
  syncFolder(folder);
}

/** Where a name leads, or will lead. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new FileError({ en: "is a link that leads nowhere", ko: "대상이 없는 링크입니다" });
    }
    return join(realpathSync(dirname(path)), basename(path));
  }
}

/** What root writes must be readable for Tomcat's user, who reads the file beside it. */
function takeOver(handle: number, like: string): void {
  const info = statSync(like, { throwIfNoEntry: false });
  if (!info || process.geteuid?.() !== 0) return;
  fchownSync(handle, info.uid, info.gid);
  if (info.gid !== process.getegid?.()) fchmodSync(handle, PRIVATE | (info.mode & GROUP_READS));
}

/** Some file systems have no hard links. */
const NO_LINKS = new Set(["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EINVAL"]);

function linkOrCopy(draft: string, target: string): void {
  try {
    linkSync(draft, target);
  } catch (error) {
    if (!hasCode(error, NO_LINKS)) throw error;
    copyFileSync(draft, target, constants.COPYFILE_EXCL);
    const { mode, uid, gid } = statSync(draft);
    chmodSync(target, mode & ALL_RIGHTS);
    if (process.geteuid?.() === 0) chownSync(target, uid, gid);
  }
}
