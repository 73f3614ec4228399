import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { LIST_REQUEST, READ_REQUEST } from "../../server/src/protocol.ts";

/**
 * Reads files on behalf of the server: those of a repository on the web, or all files where the server runs in a
 * browser.
 */
export function serveFiles(client: BaseLanguageClient): vscode.Disposable {
  const { fs } = vscode.workspace;
  return vscode.Disposable.from(
    client.onRequest(READ_REQUEST, async ({ uri, most }) => {
      const file = vscode.Uri.parse(uri);
      try {
        const { type, size } = await fs.stat(file);
        return (type & vscode.FileType.File) !== 0 && size <= most ? base64(await fs.readFile(file)) : null;
      } catch {
        return null;
      }
    }),
    client.onRequest(LIST_REQUEST, async ({ uri }) => {
      try {
        const entries = await fs.readDirectory(vscode.Uri.parse(uri));
        return entries.map(([name, type]) => ({ name, folder: (type & vscode.FileType.Directory) !== 0 }));
      } catch {
        return null;
      }
    }),
  );
}

/** The number of arguments of one call; more than some 100,000 overflow the stack. */
const CHUNK = 32_768;

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(text);
}
