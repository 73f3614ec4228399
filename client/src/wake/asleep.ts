import type { BaseLanguageClient } from "vscode-languageclient";

/** Clients whose server was not needed yet. One that was ended, or would not start, is none of them. */
const sleeping = new WeakSet<BaseLanguageClient>();

/** Leaves the server unstarted until something needs it. */
export function letSleep(client: BaseLanguageClient): void {
  sleeping.add(client);
}

/** True while no server was needed. */
export function isAsleep(client: BaseLanguageClient): boolean {
  return sleeping.has(client);
}

/** Starts the server at its first need; at every other call nothing happens. */
export async function wake(client: BaseLanguageClient): Promise<void> {
  if (sleeping.delete(client)) await client.start();
}
