import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  EFFECTIVE_SCHEME,
  SECTION,
  STATUS_REQUEST,
  type StatusParams,
  TRUST_NOTIFICATION,
} from "../../server/src/protocol.ts";
import { LINES } from "../../server/src/schema/lines.ts";
import { registerTools } from "./agent/tools.ts";
import { closeTags } from "./auto-close.ts";
import { registerClusters } from "./clusters/view.ts";
import { registerConfigtest } from "./configtest/configtest.ts";
import { knownKind } from "./context-keys.ts";
import { registerCreateCluster } from "./create-cluster/create-cluster.ts";
import { registerDecisions } from "./decisions.ts";
import { isXml, XML_DOCUMENTS } from "./documents.ts";
import { registerEffective } from "./effective/effective.ts";
import { registerLive } from "./live/live.ts";
import { registerExplainLog } from "./logs/explain.ts";
import { registerLogTimeline } from "./logs/timeline.ts";
import { registerMigrate } from "./migrate.ts";
import { followOtherXmlExtension } from "./other-xml-extension.ts";
import { registerPages } from "./pages/pages.ts";
import { registerProbe } from "./probe/probe.ts";
import { registerProve } from "./prove/prove.ts";
import { fixCluster } from "./review/fix-cluster.ts";
import { registerReview } from "./review/middleware.ts";
import type { Review } from "./review/review.ts";
import { notRunning } from "./server-message.ts";
import { subjectOf } from "./subject.ts";
import { registerTopology } from "./topology/panel.ts";
import { isAsleep } from "./wake/asleep.ts";

/** Everything that is the same on the desktop and in the browser: the status item and the commands. */
export function activateWith(context: vscode.ExtensionContext, client: BaseLanguageClient, review: Review): void {
  const status = vscode.languages.createLanguageStatusItem("tomcat-cluster.version", XML_DOCUMENTS);
  status.name = vscode.l10n.t("Tomcat version");

  const update = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    if (!editor || !isXml(editor.document) || editor.document.uri.scheme === EFFECTIVE_SCHEME) return;
    if (isAsleep(client)) {
      status.text = vscode.l10n.t("No Tomcat file");
      return;
    }
    if (!client.isRunning()) {
      const stopped = client.state !== State.Starting;
      status.text = stopped ? notRunning() : vscode.l10n.t("Tomcat version");
      status.severity = stopped ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
      status.detail = "";
      status.command = stopped ? { command: "tomcatCluster.restart", title: vscode.l10n.t("Restart") } : undefined;
      return;
    }
    status.severity = vscode.LanguageStatusSeverity.Information;
    const params: StatusParams = { uri: editor.document.uri.toString() };
    const answer = await client.sendRequest(STATUS_REQUEST, params);
    await knownKind(editor.document.uri, answer?.kind);
    status.text = answer ? `Tomcat ${answer.release ?? answer.line}` : vscode.l10n.t("No Tomcat file");
    status.detail = answer?.leftOut ?? answer?.source ?? "";
    status.command = answer ? { command: "tomcatCluster.changeVersion", title: vscode.l10n.t("Change") } : undefined;
  };

  context.subscriptions.push(
    status,
    closeTags(client),
    followOtherXmlExtension(client),
    vscode.window.onDidChangeActiveTextEditor(update),
    client.onDidChangeState(() => void update(vscode.window.activeTextEditor)),
    vscode.workspace.onDidGrantWorkspaceTrust(async () => {
      // A server that is not running asks when it starts.
      if (client.isRunning()) await client.sendNotification(TRUST_NOTIFICATION);
      await update(vscode.window.activeTextEditor);
    }),
    vscode.workspace.onDidSaveTextDocument(() => update(vscode.window.activeTextEditor)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SECTION)) void update(vscode.window.activeTextEditor);
    }),
    vscode.commands.registerCommand("tomcatCluster.changeVersion", changeVersion),
    vscode.commands.registerCommand("tomcatCluster.fixAll", fixAll),
    registerReview(review),
    registerDecisions(client),
    vscode.commands.registerCommand("tomcatCluster.fixCluster", (named?: unknown) =>
      fixCluster(client, review, subjectOf(named)),
    ),
    registerCreateCluster(context, client, review),
  );
  registerEffective(context, client);
  registerPages(context, client);
  const clusters = registerClusters(context, client);
  registerTopology(context, client, () => clusters.refreshSoon());
  registerMigrate(context, client, review);
  void update(vscode.window.activeTextEditor);
  registerProbe(context, client, (members) => clusters.heard(members));
  registerConfigtest(context, client);
  registerProve(context, client);
  registerExplainLog(context, client);
  registerLive(context, client);
  registerLogTimeline(context, client);
  registerTools(context, client);
}

async function changeVersion(): Promise<void> {
  const automatic = { label: vscode.l10n.t("Detect automatically"), value: "auto" };
  const lines = LINES.map((line) => ({ label: `Tomcat ${line}`, value: line }));
  const picked = await vscode.window.showQuickPick([automatic, ...lines], {
    placeHolder: vscode.l10n.t("Which Tomcat is this configuration for?"),
  });
  if (!picked) return;
  const document = vscode.window.activeTextEditor?.document.uri;
  await vscode.workspace.getConfiguration(SECTION, document).update("tomcatVersion", picked.value, targetFor(document));
}

/** Where a choice for this document belongs: its folder where the workspace has several. */
function targetFor(document: vscode.Uri | undefined): vscode.ConfigurationTarget {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1 && document && vscode.workspace.getWorkspaceFolder(document)) {
    return vscode.ConfigurationTarget.WorkspaceFolder;
  }
  return folders.length > 0 ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}

function fixAll(): Thenable<unknown> {
  return vscode.commands.executeCommand("editor.action.codeAction", {
    kind: "source.fixAll.tomcat-cluster",
    apply: "first",
  });
}
