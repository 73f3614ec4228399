import { readdirSync, readFileSync, statSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { type Files, LARGEST } from "../workspace/files.ts";
import { readFromArchive } from "./archive.ts";
import { decode } from "./encoding.ts";

/** A class that people write is smaller, in bytes. */
const LARGEST_CLASS = 256 * 1024;

/** Files of this machine. `toPath` turns the core's paths into those of the file system. */
export function nodeFiles(toPath: (path: string) => string = (path) => path): Files {
  return {
    async read(path) {
      try {
        const target = toPath(path);
        const info = await stat(target);
        return info.isFile() && info.size <= LARGEST ? decode(await readFile(target)).text : undefined;
      } catch {
        return undefined;
      }
    },
    async readBytes(path) {
      try {
        const target = toPath(path);
        const info = await stat(target);
        return info.isFile() && info.size <= LARGEST_CLASS ? await readFile(target) : undefined;
      } catch {
        return undefined;
      }
    },
    async list(path) {
      try {
        const entries = await readdir(toPath(path) || ".", { withFileTypes: true });
        return entries.map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
      } catch {
        return undefined;
      }
    },
    async readInside(archive, name) {
      try {
        return await readFromArchive(toPath(archive), name);
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * The same for the command line, which has nothing else to do meanwhile: most files that are looked for around a node are
 * not there, and to be told so by a promise costs many times what the question does.
 */
export const waitingFiles: Files = {
  async read(path) {
    try {
      const info = statSync(path, { throwIfNoEntry: false });
      return info?.isFile() && info.size <= LARGEST ? decode(readFileSync(path)).text : undefined;
    } catch {
      return undefined;
    }
  },
  async readBytes(path) {
    try {
      const info = statSync(path, { throwIfNoEntry: false });
      return info?.isFile() && info.size <= LARGEST_CLASS ? readFileSync(path) : undefined;
    } catch {
      return undefined;
    }
  },
  async list(path) {
    try {
      const entries = readdirSync(path || ".", { withFileTypes: true });
      return entries.map((entry) => ({ name: entry.name, folder: entry.isDirectory() }));
    } catch {
      return undefined;
    }
  },
  async readInside(archive, name) {
    try {
      return statSync(archive, { throwIfNoEntry: false }) && (await readFromArchive(archive, name));
    } catch {
      return undefined;
    }
  },
};
