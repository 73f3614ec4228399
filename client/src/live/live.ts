import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { LIVE_ASK_REQUEST, LIVE_REQUEST, type LiveAnswer } from "../../../server/src/protocol.ts";
import { pageHtml } from "../pages/html.ts";
import { serverRuns } from "../server-message.ts";
import { refusedHere } from "../trust.ts";
import { askManager } from "./manager.ts";

const STYLE = "page-view.css";
/** Under which the managers named last are kept; their passwords are in VS Code's secret storage. */
const MANAGERS = "live.managers";
const secretOf = (origin: string) => `tomcatCluster.manager ${origin}`;

/** The command that looks at running nodes, and the page with what they are doing. */
export function registerLive(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  /** Origins the user has named in a run of the command, with what they are asked with. */
  const named = new Map<string, string | undefined>();
  const folder = vscode.Uri.joinPath(context.extensionUri, "dist");
  context.subscriptions.push(
    client.onRequest(LIVE_ASK_REQUEST, async ({ url }) => {
      const { origin } = new URL(url);
      return named.has(origin) ? askManager(url, named.get(origin)) : { code: "NOT_NAMED" };
    }),
    vscode.commands.registerCommand("tomcatCluster.live", async () => {
      if (refusedHere() || !(await serverRuns(client))) return undefined;
      const managers = await chooseManagers(context.workspaceState);
      if (!managers) return undefined;
      for (const origin of new Set(managers.map((address) => new URL(address).origin))) {
        const known = (await context.secrets.get(secretOf(origin))) ?? (await askUser(origin));
        if (known === undefined) return undefined;
        named.set(origin, known === "" ? undefined : known);
      }
      try {
        const answer = await vscode.window.withProgress(
          { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t("Looking at running nodes") },
          () => client.sendRequest(LIVE_REQUEST, { managers }),
        );
        await remember(answer, managers, named, context.secrets);
        await show(answer, folder);
        return answer;
      } catch (error) {
        client.error(vscode.l10n.t("The running nodes could not be looked at."), error, "force");
        return undefined;
      } finally {
        named.clear();
      }
    }),
  );
}

/** Addresses as URLs; undefined where the user would not say. */
async function chooseManagers(memory: vscode.Memento): Promise<readonly string[] | undefined> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t("Look at Running Nodes"),
    prompt: vscode.l10n.t(
      "The manager application on each node, with blanks between; empty looks only whether the Receivers are reached from here",
    ),
    placeHolder: "http://node1:8080/manager http://node2:8080/manager",
    value: memory.get(MANAGERS, ""),
    ignoreFocusOut: true,
    validateInput: (written) =>
      wordsOf(written).every(isAddress) ? undefined : vscode.l10n.t("Write addresses, without a user or a password."),
  });
  if (text === undefined) return undefined;
  await memory.update(MANAGERS, text);
  return wordsOf(text);
}

const wordsOf = (text: string) =>
  text
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => (/^https?:\/\//i.test(word) ? word : `http://${word}`));

function isAddress(word: string): boolean {
  if (!URL.canParse(word)) return false;
  const { username, password } = new URL(word);
  return username === "" && password === "";
}

/** What a manager is asked with; empty for a manager that wants no user; undefined where the user would not say. */
async function askUser(origin: string): Promise<string | undefined> {
  const title = origin;
  const prompt = vscode.l10n.t("A user with the role manager-jmx; empty asks without one");
  const user = await vscode.window.showInputBox({ title, prompt, ignoreFocusOut: true });
  if (!user) return user;
  const password = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("The password of user {0}, kept in VS Code's secret storage", user),
    password: true,
    ignoreFocusOut: true,
  });
  if (password === undefined) return undefined;
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** Keeps what a manager took, and forgets what it refused. */
async function remember(
  { refused }: LiveAnswer,
  managers: readonly string[],
  named: ReadonlyMap<string, string | undefined>,
  secrets: vscode.SecretStorage,
): Promise<void> {
  const refusing = new Set(refused.map((url) => new URL(url).origin));
  for (const origin of new Set(managers.map((address) => new URL(address).origin))) {
    const used = named.get(origin);
    if (refusing.has(origin) || used === undefined) await secrets.delete(secretOf(origin));
    else await secrets.store(secretOf(origin), used);
  }
}

async function show({ page }: LiveAnswer, folder: vscode.Uri): Promise<void> {
  const title = vscode.l10n.t("Running Nodes");
  const options = { localResourceRoots: [folder], enableScripts: false };
  const panel = vscode.window.createWebviewPanel("tomcatCluster.live", title, vscode.ViewColumn.Active, options);
  panel.webview.html = await pageHtml(panel.webview, folder, STYLE, page);
}
