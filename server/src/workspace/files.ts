export interface FolderEntry {
  readonly name: string;
  readonly folder: boolean;
}

/** The largest configuration file that is read, in bytes. */
export const LARGEST = 16 * 1024 * 1024;

/** The port to files. Paths have `/` between names; failures read as undefined. */
export interface Files {
  read(path: string): Promise<string | undefined>;
  /** The bytes of a file that is no text. */
  readBytes(path: string): Promise<Uint8Array | undefined>;
  list(path: string): Promise<readonly FolderEntry[] | undefined>;
  /** The text of one file inside an archive (a JAR); undefined when the archive has none of that name. */
  readInside(archive: string, name: string): Promise<string | undefined>;
}

/** The folder a path is in; the empty text for a bare name. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

export function join(folder: string, ...names: readonly string[]): string {
  return [folder, ...names].filter((name) => name !== "").join("/");
}
