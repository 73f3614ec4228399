import { bytesOfBase64 } from "../base/base64.ts";
import { type Files, type FolderEntry, parentOf } from "./files.ts";
import { nameOf } from "./paths.ts";

/**
 * Files in memory, by path. A path with `!/` is a file inside an archive. The text of a file that is asked for as bytes is
 * their base64.
 */
export function memoryFiles(texts: ReadonlyMap<string, string>): Files {
  const folders = new Map<string, Map<string, FolderEntry>>();
  const enter = (path: string, folder: boolean): void => {
    const parent = parentOf(path);
    const known = folders.get(parent);
    const entries = known ?? new Map<string, FolderEntry>();
    folders.set(parent, entries);
    const name = nameOf(path);
    entries.set(name, { name, folder });
    if (!known && parent !== "") enter(parent, true);
  };
  for (const path of texts.keys()) enter(path.replace(/!\/.*/s, ""), false);
  return {
    read: async (path) => texts.get(path),
    readBytes: async (path) => {
      const text = texts.get(path);
      return text === undefined ? undefined : bytesOfBase64(text);
    },
    readInside: async (archive, name) => texts.get(`${archive}!/${name}`),
    list: async (path) => {
      const entries = folders.get(path);
      return entries && [...entries.values()];
    },
  };
}
