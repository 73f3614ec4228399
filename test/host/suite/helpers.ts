import assert from "node:assert/strict";
import * as vscode from "vscode";

/** Asks until the answer satisfies; fails with the last answer after ten seconds. */
export async function until<T>(ask: () => T | PromiseLike<T>, satisfies: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    assert.ok(Date.now() < end, `not in ten seconds: ${JSON.stringify(answer)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** A file of the example nodes, which are the workspace. */
export function example(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, path);
}
