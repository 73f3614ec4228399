import { writtenIn } from "../config/launch/held-path.ts";

/*
 * Paths of the core, in the server: URIs with names as they stand on disk. Clients encode names, each in its own way,
 * and names read from a folder are not encoded at all: both are decoded, so that equal files have equal paths.
 *
 * A query, by which an editor tells one state of a file from another (`git:/w/conf/server.xml?…`), stands before the
 * rest, so that the path ends with the file's name.
 */

const SCHEME = "[a-z][a-z0-9+.-]*:";
const AUTHORITY = "//[^/?#]*";
const URI = new RegExp(`^(${SCHEME})(${AUTHORITY})?([^?#]*)(?:\\?(.*))?$`, "is");
const PATH = new RegExp(`^(${SCHEME})(?:\\?([^/]*))?(${AUTHORITY})?(.*)$`, "is");

export function pathOfUri(uri: string): string {
  const [whole, scheme = "", authority = "", path = "", query] = URI.exec(uri) ?? [];
  if (whole === undefined) return uri;
  const before = query === undefined ? "" : `?${encodeURIComponent(query)}`;
  const names = path.split("/").map(decode).join("/");
  // Windows does not tell `C:` from `c:`, and clients write both.
  const rest = /^file:$/i.test(scheme) ? names.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase()) : names;
  return `${scheme}${before}${authority}${rest}`;
}

/** What a manifest holds has the URI of the manifest. */
export function uriOfPath(held: string): string {
  const path = writtenIn(held);
  const [whole, scheme = "", query, authority = "", rest = ""] = PATH.exec(path) ?? [];
  if (whole === undefined) return path;
  const behind = query === undefined ? "" : `?${decode(query)}`;
  return `${scheme}${authority}${rest.split("/").map(encode).join("/")}${behind}`;
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
