import assert from "node:assert/strict";
import * as vscode from "vscode";

/** What takes longer never comes, in milliseconds. It is no measure: a busy machine starts a server in half a minute. */
const NEVER = 90_000;

/** Asks until the answer satisfies; fails with the last answer where it never does. */
export async function until<T>(ask: () => T | PromiseLike<T>, satisfies: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + NEVER;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    assert.ok(Date.now() < end, `never comes: ${JSON.stringify(answer)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** A file of the example nodes, which are the workspace. */
export function example(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}
