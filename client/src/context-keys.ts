import * as vscode from "vscode";

/**
 * Paths of all known server.xml files, for menus: `resourcePath in tomcatCluster.servers`. They are paths, because the
 * workbench of a remote window uses another URI scheme.
 */
const SERVERS = "tomcatCluster.servers";
/** True where there are any: a log may be theirs, whatever it is called. */
const HAS_SERVERS = "tomcatCluster.hasServers";
/** Paths of all other known files of Tomcat's. */
const OTHERS = "tomcatCluster.otherFiles";

const below = new Set<string>();
const seen = new Map<string, string | undefined>();

/** Every server.xml below the workspace's folders. */
export async function knownServers(uris: readonly vscode.Uri[]): Promise<void> {
  below.clear();
  for (const uri of uris) below.add(uri.fsPath);
  await publish();
}

/** Records the kind of a document; undefined for one that is not Tomcat's. */
export async function knownKind(uri: vscode.Uri, kind: string | undefined): Promise<void> {
  if (seen.has(uri.fsPath) && seen.get(uri.fsPath) === kind) return;
  seen.set(uri.fsPath, kind);
  await publish();
}

async function publish(): Promise<void> {
  const ofKind = (wanted: boolean) =>
    [...seen].flatMap(([path, kind]) => (kind !== undefined && (kind === "server") === wanted ? path : []));
  const servers = [...new Set([...below, ...ofKind(true)])];
  await vscode.commands.executeCommand("setContext", SERVERS, servers);
  await vscode.commands.executeCommand("setContext", HAS_SERVERS, servers.length > 0);
  await vscode.commands.executeCommand("setContext", OTHERS, ofKind(false));
}
