import { resolve } from "node:path";
import type { Files } from "../../workspace/files.ts";
import { isBelow } from "../cli-files.ts";

/** The folders an agent may read, and nothing else of this machine. */
export class Folders {
  readonly #folders: readonly string[];

  /** Absolute, or relative to the working directory. */
  constructor(folders: readonly string[]) {
    this.#folders = folders.map((folder) => resolve(folder));
  }

  get all(): readonly string[] {
    return this.#folders;
  }

  /** True for one of the folders, and for what is below one with all links followed. */
  async holds(path: string): Promise<boolean> {
    const target = resolve(path);
    for (const folder of this.#folders) if (target === folder || (await isBelow(folder, target))) return true;
    return false;
  }

  /** These files, of which those outside are not there: neighbours, JARs and version files too. */
  filter(files: Files): Files {
    return {
      read: async (path) => ((await this.holds(path)) ? files.read(path) : undefined),
      readBytes: async (path) => ((await this.holds(path)) ? files.readBytes(path) : undefined),
      list: async (path) => ((await this.holds(path)) ? files.list(path) : undefined),
      readInside: async (archive, name) => ((await this.holds(archive)) ? files.readInside(archive, name) : undefined),
    };
  }
}
