import type { Connection } from "vscode-languageserver";
import { bytesOfBase64 } from "../base/base64.ts";
import { LIST_REQUEST, READ_REQUEST } from "../protocol.ts";
import { type Files, type FolderEntry, LARGEST } from "../workspace/files.ts";

/** What a host knows of files. */
export interface FileHost {
  /** Those of the server's machine, with paths that begin with `file:`; a browser has none. */
  readonly files?: Files;
  /** The text of a file's bytes. Throws where they are not in the encoding they name. */
  textOf(bytes: Uint8Array): string;
  uriOf(path: string): string;
}

/** In milliseconds: a client that has not answered by then does not; what it was asked for reads as absent. */
const LONGEST_WAIT = 30_000;

/**
 * All files there are: the host's own, and those that only the client can read, as a repository's on the web.
 *
 * @param serves true where the client is known to read files for its server
 */
export function filesOf(
  host: FileHost,
  connection: Pick<Connection, "sendRequest">,
  serves: () => boolean,
  longestWait = LONGEST_WAIT,
): Files {
  const own = (path: string) => (/^file:/i.test(path) ? host.files : undefined);
  const served = async <T>(ask: () => Promise<T | null>): Promise<T | undefined> => {
    if (!serves()) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const never = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, longestWait, undefined);
    });
    try {
      return (await Promise.race([ask(), never])) ?? undefined;
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };
  return {
    read(path) {
      const files = own(path);
      if (files) return files.read(path);
      return served(async () => {
        const bytes = await connection.sendRequest(READ_REQUEST, { uri: host.uriOf(path), most: LARGEST });
        return bytes === null ? null : host.textOf(bytesOfBase64(bytes));
      });
    },
    // Classes of applications are many; what they put into sessions is not worth their transfer.
    async readBytes(path) {
      return own(path)?.readBytes(path);
    },
    list(path) {
      const files = own(path);
      if (files) return files.list(path);
      return served(async () => {
        const entries: unknown = await connection.sendRequest(LIST_REQUEST, { uri: host.uriOf(path) });
        return areEntries(entries) ? entries : null;
      });
    },
    // To list an archive, all of it would have to be transferred.
    async readInside(archive, name) {
      return own(archive)?.readInside(archive, name);
    },
  };
}

/** A client may answer anything. */
function areEntries(answer: unknown): answer is readonly FolderEntry[] {
  return Array.isArray(answer) && answer.every(isEntry);
}

function isEntry(entry: unknown): entry is FolderEntry {
  if (typeof entry !== "object" || entry === null || !("name" in entry) || !("folder" in entry)) return false;
  return typeof entry.name === "string" && !entry.name.includes("/") && typeof entry.folder === "boolean";
}
