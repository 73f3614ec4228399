import type { BaseLanguageClient } from "vscode-languageclient";

/** Clients whose server has not been needed yet. A server that ended, or failed to start, is not among them. */
const sleeping = new WeakSet<BaseLanguageClient>();

/** Leaves the server unstarted until something needs it. */
export function letSleep(client: BaseLanguageClient): void {
  sleeping.add(client);
}

/** True while the server has not been needed. */
export function isAsleep(client: BaseLanguageClient): boolean {
  return sleeping.has(client);
}

/** Starts the server when it is first needed; every other call has no effect. */
export async function wake(client: BaseLanguageClient): Promise<void> {
  if (sleeping.delete(client)) await client.start();
}
