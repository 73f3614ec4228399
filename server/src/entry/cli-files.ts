import { readFile, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import type { Localized } from "../base/localized.ts";
import type { Found } from "../create/draft.ts";
import { type Files, LARGEST } from "../workspace/files.ts";
import { decode } from "./encoding.ts";
import { codeOf, whyFailed } from "./file-error.ts";

/** The files, with what standard input says under a name of its own. */
export async function withStandardInput(files: Files, name: string): Promise<Files> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const { text } = decode(Buffer.concat(chunks));
  return { ...files, read: (path) => (path === name ? Promise.resolve(text) : files.read(path)) };
}

/** Why a path cannot be read as configuration, in words; undefined when it can. */
export async function whyUnreadable(path: string): Promise<Localized | undefined> {
  try {
    const info = await stat(path);
    if (!info.isFile()) return { en: "is neither a file nor a folder", ko: "파일도 폴더도 아닙니다" };
    if (info.size > LARGEST) {
      const megabytes = LARGEST / 1024 / 1024;
      return { en: `is larger than ${megabytes} MB`, ko: `${megabytes}MB보다 큽니다` };
    }
    decode(await readFile(path));
    return undefined;
  } catch (error) {
    return whyFailed(error);
  }
}

/** A file's text, or why it has none. What is there but cannot be read is a problem, never a file that is missing. */
export async function findFile(path: string): Promise<Found> {
  try {
    return { text: decode(await readFile(path)).text };
  } catch (error) {
    return codeOf(error) === "ENOENT" ? { text: undefined } : { problem: whyFailed(error) };
  }
}

/** True where a path, with all links followed, stays below a folder; the file itself need not be there. */
export async function isBelow(folder: string, path: string): Promise<boolean> {
  try {
    const [top, place] = await Promise.all([realpath(folder === "" ? "." : folder), placeOf(path)]);
    return place.startsWith(top.endsWith(sep) ? top : top + sep);
  } catch {
    return false;
  }
}

async function placeOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    return join(await realpath(dirname(path)), basename(path));
  }
}
