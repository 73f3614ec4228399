import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  PROVE_REQUEST,
  PROVE_STEP_NOTIFICATION,
  type ProveAnswer,
  type ProveParams,
  type ProveStepParams,
} from "../../../server/src/protocol.ts";
import { pageHtml } from "../pages/html.ts";
import { serverRuns } from "../server-message.ts";
import { refusedHere } from "../trust.ts";

const STYLE = "page-view.css";

/** The command that proves that running nodes replicate, and the page with its result. */
export function registerProve(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  let proofs = 0;
  const listeners = new Map<string, (text: string) => void>();
  const folder = vscode.Uri.joinPath(context.extensionUri, "dist");
  context.subscriptions.push(
    client.onNotification(PROVE_STEP_NOTIFICATION, ({ token, text }: ProveStepParams) => listeners.get(token)?.(text)),
    vscode.commands.registerCommand("tomcatCluster.prove", async () => {
      if (refusedHere() || !(await serverRuns(client))) return undefined;
      const asked = await choose();
      if (!asked) return undefined;
      const token = `${++proofs}`;
      try {
        const answer = await vscode.window.withProgress(
          {
            location: vscode.ProgressLocation.Notification,
            title: vscode.l10n.t("Proving that it replicates"),
            cancellable: true,
          },
          (progress, cancel) => {
            listeners.set(token, (message) => progress.report({ message }));
            return client.sendRequest(PROVE_REQUEST, { ...asked, token }, cancel);
          },
        );
        await show(answer, folder);
        return answer;
      } catch (error) {
        client.error(vscode.l10n.t("The proof could not be made."), error, "force");
        return undefined;
      } finally {
        listeners.delete(token);
      }
    }),
  );
}

/** The nodes to ask, and how; undefined where the user cancelled. */
async function choose(): Promise<Omit<ProveParams, "token"> | undefined> {
  const addresses = await vscode.window.showInputBox({
    title: vscode.l10n.t("Prove That It Replicates"),
    prompt: vscode.l10n.t("The test page on each node, at the node's own address: two or more, with blanks between"),
    placeHolder: "http://node1:8080/ http://node2:8080/",
    ignoreFocusOut: true,
    validateInput: (text) => (wordsOf(text).length < 2 ? vscode.l10n.t("Name at least two nodes.") : undefined),
  });
  if (addresses === undefined) return undefined;
  const balancer = await vscode.window.showInputBox({
    title: vscode.l10n.t("Prove That It Replicates"),
    prompt: vscode.l10n.t("The test page as users reach it, through the load balancer; empty without one"),
    ignoreFocusOut: true,
  });
  if (balancer === undefined) return undefined;
  const only = { label: vscode.l10n.t("Write and read only"), failover: false, insecure: false };
  const stops = {
    label: vscode.l10n.t("Also stop a node and start it again, when asked"),
    failover: true,
    insecure: false,
  };
  const secure = [...wordsOf(addresses), balancer].some((address) => /^https:/i.test(address));
  const trusting = [only, stops].map((each) => ({
    ...each,
    label: vscode.l10n.t("{0}; take any certificate", each.label),
    insecure: true,
  }));
  const picked = await vscode.window.showQuickPick([only, stops, ...(secure ? trusting : [])], {
    title: vscode.l10n.t("Prove That It Replicates"),
    placeHolder: vscode.l10n.t("How far is the proof to go?"),
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  const [through = null] = wordsOf(balancer);
  return { urls: wordsOf(addresses), balancer: through, insecure: picked.insecure, failover: picked.failover };
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== "");

async function show({ page }: ProveAnswer, folder: vscode.Uri): Promise<void> {
  const title = vscode.l10n.t("Prove That It Replicates");
  const options = { localResourceRoots: [folder], enableScripts: false };
  const panel = vscode.window.createWebviewPanel("tomcatCluster.proof", title, vscode.ViewColumn.Active, options);
  panel.webview.html = await pageHtml(panel.webview, folder, STYLE, page);
}
