import { mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SecretFiles } from "../../create/secret.ts";
import { whyFailed } from "../file-error.ts";
import { createFile } from "./whole.ts";

const RIGHTS = 0o777;

/** Secret files of this machine. `toPath` turns the core's paths into those of the file system. */
export function secretFiles(toPath: (path: string) => string = (path) => path): SecretFiles {
  return {
    async create(path, text) {
      try {
        const target = toPath(path);
        await mkdir(dirname(target), { recursive: true });
        // The key belongs to the users who may read the server.xml beside it, Tomcat's among them.
        return createFile(target, text, { like: join(dirname(target), "server.xml") });
      } catch (error) {
        return whyFailed(error);
      }
    },

    async rightsOf(path) {
      if (process.platform === "win32") return undefined;
      try {
        return (await stat(toPath(path))).mode & RIGHTS;
      } catch {
        return undefined;
      }
    },

    shown(path) {
      try {
        return toPath(path);
      } catch {
        // What is no file of this machine is called as the client calls it.
        return path;
      }
    },
  };
}
