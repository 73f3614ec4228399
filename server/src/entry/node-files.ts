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
        const bytes = await bytesAt(toPath(path), LARGEST);
        return bytes && decode(bytes).text;
      } catch {
        return undefined;
      }
    },
    async readBytes(path) {
      try {
        return await bytesAt(toPath(path), LARGEST_CLASS);
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

/** The bytes of a file; undefined for what is no file, or larger. Throws what the system says where there is none. */
async function bytesAt(path: string, most: number): Promise<Buffer | undefined> {
  const info = await stat(path);
  return info.isFile() && info.size <= most ? readFile(path) : undefined;
}

function bytesAtOnce(path: string, most: number): Buffer | undefined {
  const info = statSync(path, { throwIfNoEntry: false });
  return info?.isFile() && info.size <= most ? readFileSync(path) : undefined;
}

/**
 * The same for the command line, which has nothing else to do meanwhile: most files that are looked for around a node are
 * not there, and to be told so by a promise costs many times what the question does.
 */
export const waitingFiles: Files = {
  async read(path) {
    try {
      const bytes = bytesAtOnce(path, LARGEST);
      return bytes && decode(bytes).text;
    } catch {
      return undefined;
    }
  },
  async readBytes(path) {
    try {
      return bytesAtOnce(path, LARGEST_CLASS);
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
