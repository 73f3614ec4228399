import { decode, EncodingError } from "../../server/src/entry/encoding.ts";
import type { Diagnostic } from "../../server/src/lint/diagnostic.ts";
import { workspaceOf } from "../harness/workspace.ts";
import { notesOf, type RealTomcat } from "./tomcats.ts";

/** What we find in a server.xml that stands alone below a Tomcat of this release, and is written in UTF-8. */
export async function findingsOn(tomcat: RealTomcat, text: string): Promise<readonly Diagnostic[]> {
  const path = "conf/server.xml";
  const unreadable = encodingError(text);
  if (unreadable) return [unreadable];
  const snapshot = await workspaceOf(new Map([[path, text], notesOf(tomcat)]), "auto").snapshot(path);
  return snapshot?.diagnostics ?? [];
}

/** What the command line says of a file whose bytes are not in the encoding it names; it reads no further. */
function encodingError(text: string): Diagnostic | undefined {
  try {
    decode(Buffer.from(text));
    return undefined;
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    // Of other encodings Java puts a mark in the place of what does not fit, and reads on; the command line does not.
    if (!/encoding=["'](?:UTF-?(?:8|16|32)|UCS|ISO-10646)/i.test(text)) return undefined;
    return { code: "encoding", severity: "error", syntax: true, at: { start: 0, end: 0 }, text: error.text };
  }
}
