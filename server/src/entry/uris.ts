import { fileURLToPath } from "node:url";

/*
 * Paths of the core, in the server: URIs with names as they stand on disk. Clients encode names, each in its own way,
 * and what is read from a folder is not encoded at all: only decoded do the two mean the same file.
 *
 * A URI of another scheme keeps its encoding. Its query, by which an editor tells one state of a file from another
 * (`git:/w/conf/server.xml?…`), stands before the path, so that the path ends with the file's name.
 */

const OTHER = /^([a-z][a-z0-9+.-]*:)((?:\/\/[^/?#]*)?[^?#]*)\?(.*)$/is;
const MOVED = /^([a-z][a-z0-9+.-]*:)\?([^/]*)(.*)$/is;

export function pathOfUri(uri: string): string {
  if (!/^file:/i.test(uri))
    return uri.replace(OTHER, (_, scheme, path, query) => `${scheme}?${encodeURIComponent(query)}${path}`);
  const names = uri.split("/").map(decode).join("/");
  // Windows does not tell `C:` from `c:`, and clients write both.
  return names.replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}

export function uriOfPath(path: string): string {
  if (!path.startsWith("file:")) {
    return path.replace(MOVED, (_, scheme, query, rest) => `${scheme}${rest}?${decodeURIComponent(query)}`);
  }
  return `file:${path.slice("file:".length).split("/").map(encode).join("/")}`;
}

/** The path of this machine's file system; throws for what is no file. */
export function systemPathOf(path: string): string {
  return fileURLToPath(uriOfPath(path));
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** As VS Code does it: other clients decode it as well. */
function encode(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
