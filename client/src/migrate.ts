import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  MIGRATE_REQUEST,
  type MigrateAnswer,
  OTHER_NODES_REQUEST,
  type OtherNodesParams,
} from "../../server/src/protocol.ts";
import { LINES } from "../../server/src/schema/lines.ts";
import { choicesByFile } from "./review/changes.ts";
import type { Review } from "./review/review.ts";
import { serverRuns } from "./server-message.ts";

/** The scheme of reports; they are no files. */
const SCHEME = "tomcat-cluster-migration";

/** The command that moves a node or a cluster to another Tomcat: the report first, then a preview, then the change. */
export function registerMigrate(context: vscode.ExtensionContext, client: BaseLanguageClient, review: Review): void {
  const reports = new Map<string, string>();
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => reports.get(uri.toString()) ?? "",
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => reports.delete(uri.toString())),
    vscode.commands.registerCommand("tomcatCluster.migrate", async () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      if (!uri) {
        await vscode.window.showInformationMessage(vscode.l10n.t("Open a server.xml of the node first."));
        return;
      }
      if (!(await serverRuns(client))) return;
      const answer = await askFor(uri, client);
      if (!answer) return;
      const report = vscode.Uri.from({
        scheme: SCHEME,
        path: `/${vscode.l10n.t("Migration Report")}.md`,
        query: `${reports.size}`,
      });
      reports.set(report.toString(), answer.report);
      await vscode.commands.executeCommand("markdown.showPreview", report);
      if (answer.files.length > 0 && (await wantsPreview(answer))) await preview(answer, review);
    }),
  );
}

/** The plan for what the user chooses; undefined when the user leaves, or there is none. */
async function askFor(uri: vscode.Uri, client: BaseLanguageClient): Promise<MigrateAnswer | undefined> {
  const line = await vscode.window.showQuickPick(
    [...LINES].reverse().map((each) => ({ label: `Tomcat ${each}`, line: each })),
    { placeHolder: vscode.l10n.t("Move to which Tomcat?"), ignoreFocusOut: true },
  );
  if (!line) return undefined;
  const params: OtherNodesParams = { uri: uri.toString() };
  const others = (await client.sendRequest(OTHER_NODES_REQUEST, params)).filter(({ cluster }) => cluster !== null);
  let wholeCluster = false;
  if (others.length > 0) {
    const scope = await vscode.window.showQuickPick(
      [
        { label: vscode.l10n.t("All {0} nodes of the cluster", others.length + 1), wholeCluster: true },
        { label: vscode.l10n.t("This node only"), wholeCluster: false },
      ],
      { placeHolder: vscode.l10n.t("Move what?"), ignoreFocusOut: true },
    );
    if (!scope) return undefined;
    ({ wholeCluster } = scope);
  }
  const answer = await client.sendRequest(MIGRATE_REQUEST, { uri: uri.toString(), to: line.line, wholeCluster });
  if (!answer) void vscode.window.showInformationMessage(vscode.l10n.t("No Tomcat file"));
  return answer ?? undefined;
}

async function wantsPreview({ files }: MigrateAnswer): Promise<boolean> {
  const go = { label: vscode.l10n.t("Preview the changes ({0} files)", files.length) };
  const picked = await vscode.window.showQuickPick([go, { label: vscode.l10n.t("Only the report") }], {
    placeHolder: vscode.l10n.t("The report is open. Nothing is written yet."),
    ignoreFocusOut: true,
  });
  return picked === go;
}

async function preview({ files }: MigrateAnswer, review: Review): Promise<void> {
  const changes = files.map(({ uri, edits }) => ({
    uri: vscode.Uri.parse(uri),
    edits: edits.map(({ range: { start, end }, newText }) =>
      vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText),
    ),
    isNew: false,
  }));
  await review.apply(vscode.l10n.t("Move to Another Tomcat"), await choicesByFile(changes));
}
