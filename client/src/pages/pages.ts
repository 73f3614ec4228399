import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  EXPLAIN_COMMAND,
  PAGE_REQUEST,
  PAGE_SCHEME,
  type PageParams,
  RULES_REQUEST,
} from "../../../server/src/protocol.ts";
import { serverRuns } from "../server-message.ts";
import { messagePageOf, SERVER_COMMANDS } from "../topology/html.ts";
import { wake } from "../wake/asleep.ts";
import { pageHtml } from "./html.ts";

const VIEW_TYPE = "tomcatCluster.page";
const STYLE = "page-view.css";

/** The editor that shows pages, and the command that opens one. */
export function registerPages(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const editor = new PageEditor(client, vscode.Uri.joinPath(context.extensionUri, "dist"));
  context.subscriptions.push(
    vscode.window.registerCustomEditorProvider(VIEW_TYPE, editor, { webviewOptions: { enableFindWidget: true } }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Starting) editor.showAll();
    }),
    vscode.commands.registerCommand(EXPLAIN_COMMAND, async (code?: string) => {
      const named = code ?? (await pickRule(client));
      if (named !== undefined) await vscode.commands.executeCommand("vscode.openWith", addressOf(named), VIEW_TYPE);
    }),
  );
}

function addressOf(code: string): vscode.Uri {
  return vscode.Uri.from({ scheme: PAGE_SCHEME, path: `/${code}` });
}

async function pickRule(client: BaseLanguageClient): Promise<string | undefined> {
  if (!(await serverRuns(client))) return undefined;
  const rules = await client.sendRequest(RULES_REQUEST);
  const picked = await vscode.window.showQuickPick(
    rules.map(({ id, summary }) => ({ label: id, detail: summary })),
    { placeHolder: vscode.l10n.t("Explain which rule?"), matchOnDetail: true },
  );
  return picked?.label;
}

/**
 * Shows a page as VS Code's Markdown preview does, under its address, so that going back, splitting and reloading the
 * window work as for any editor. The page runs no script.
 */
class PageEditor implements vscode.CustomReadonlyEditorProvider {
  readonly #client: BaseLanguageClient;
  readonly #folder: vscode.Uri;
  readonly #shown = new Map<vscode.WebviewPanel, vscode.Uri>();

  constructor(client: BaseLanguageClient, folder: vscode.Uri) {
    this.#client = client;
    this.#folder = folder;
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose() {} };
  }

  async resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    panel.webview.options = {
      enableScripts: false,
      localResourceRoots: [this.#folder],
      enableCommandUris: [EXPLAIN_COMMAND, ...SERVER_COMMANDS],
    };
    this.#shown.set(panel, uri);
    await wake(this.#client);
    panel.onDidDispose(() => this.#shown.delete(panel));
    await this.#show(panel, uri);
  }

  /** Shows all pages anew: the server has started, or has ended. */
  showAll(): void {
    for (const [panel, uri] of this.#shown) void this.#show(panel, uri);
  }

  async #show(panel: vscode.WebviewPanel, uri: vscode.Uri): Promise<void> {
    // A starting server is shown after its start.
    if (this.#client.state === State.Starting) return;
    const html = this.#client.isRunning()
      ? await pageHtml(panel.webview, this.#folder, STYLE, await this.#textOf(uri.path.slice(1)))
      : messagePageOf(panel.webview, this.#folder, STYLE);
    if (this.#shown.has(panel)) panel.webview.html = html;
  }

  async #textOf(code: string): Promise<string> {
    const params: PageParams = { code };
    const text = await this.#client.sendRequest(PAGE_REQUEST, params);
    return text ?? vscode.l10n.t("There is no page about {0}.", code);
  }
}
