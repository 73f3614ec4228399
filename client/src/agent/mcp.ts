import * as vscode from "vscode";

/** The id of the manifest's `mcpServerDefinitionProviders`. */
const PROVIDER = "tomcat-cluster";

/** What VS Code has from 1.101 on; the types here are those of 1.100, the oldest that is supported. */
interface StdioServer {
  readonly label: string;
  readonly command: string;
  readonly args: string[];
  readonly env: Record<string, string | number | null>;
}
type StdioServerClass = new (
  label: string,
  command: string,
  words: string[],
  environment: Record<string, string>,
  version: string,
) => StdioServer;
interface ServerProvider {
  readonly onDidChangeMcpServerDefinitions: vscode.Event<void>;
  provideMcpServerDefinitions(): StdioServer[];
}
interface WithServers {
  readonly registerMcpServerDefinitionProvider?: (id: string, provider: ServerProvider) => vscode.Disposable;
}

/** The first VS Code with this API. 1.100 has a function of the same name that throws: it wants another manifest. */
const SINCE = 101;

/** Offers our MCP server to the agents of VS Code. An older VS Code has the same as tools (`tools.ts`). */
export function registerMcp(context: vscode.ExtensionContext): void {
  const { registerMcpServerDefinitionProvider } = vscode.lm as WithServers;
  const [major = 0, minor = 0] = vscode.version.split(".").map(Number);
  if (!registerMcpServerDefinitionProvider || (major === 1 && minor < SINCE)) return;
  const changed = new vscode.EventEmitter<void>();
  context.subscriptions.push(
    changed,
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    vscode.workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    registerMcpServerDefinitionProvider(PROVIDER, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => serversOf(context.extension),
    }),
  );
}

/** Our server over the folders of a trusted workspace that are on this machine; none where VS Code knows no servers. */
export function serversOf({ extensionUri, packageJSON }: vscode.Extension<unknown>): StdioServer[] {
  const { McpStdioServerDefinition } = vscode as { readonly McpStdioServerDefinition?: StdioServerClass };
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
  if (!McpStdioServerDefinition || !vscode.workspace.isTrusted || folders.length === 0) return [];
  const program = vscode.Uri.joinPath(extensionUri, "dist", "mcp.cjs").fsPath;
  const { version } = packageJSON as { readonly version: string };
  const words = [program, vscode.env.language, ...folders.map(({ uri }) => uri.fsPath)];
  // VS Code's own Node runs it, as it runs the language server.
  const environment = { ELECTRON_RUN_AS_NODE: "1" };
  return [new McpStdioServerDefinition("Tomcat Cluster", process.execPath, words, environment, version)];
}
