import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  MIGRATE_REQUEST,
  type MigrateAnswer,
  type MigrateParams,
  OTHER_NODES_REQUEST,
  type OtherNodesParams,
} from "../../server/src/protocol.ts";
import { LINES } from "../../server/src/schema/lines.ts";
import { choicesByFile } from "./review/changes.ts";
import type { Review } from "./review/review.ts";
import { serverRuns } from "./server-message.ts";
import { tomcatFileFor } from "./subject.ts";

/** The URI scheme of reports, which are no files. */
const SCHEME = "tomcat-cluster-migration";

/** The command that moves a node or a cluster to another Tomcat: the report first, then a preview, then the change. */
export function registerMigrate(context: vscode.ExtensionContext, client: BaseLanguageClient, review: Review): void {
  const reports = new Reports();
  context.subscriptions.push(
    reports,
    vscode.commands.registerCommand("tomcatCluster.migrate", async (named?: unknown) => {
      if (!(await serverRuns(client))) return;
      const uri = await tomcatFileFor(client, named);
      if (!uri) return;
      const params = await askFor(uri, client);
      if (!params) return;
      let answer = await client.sendRequest(MIGRATE_REQUEST, params);
      if (!answer) {
        void vscode.window.showInformationMessage(vscode.l10n.t("No Tomcat file"));
        return;
      }
      await reports.show(answer);
      const wish = await chooseNext(answer);
      if (wish === "keep defaults") {
        answer = await client.sendRequest(MIGRATE_REQUEST, { ...params, keepDefaults: true });
        if (answer) await reports.show(answer);
      }
      if (answer && wish) await preview(answer, review);
    }),
  );
}

/** The last report, in one tab: a later one takes its place. */
class Reports implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #uri = vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t("Migration Report")}.md` });
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  readonly onDidChange = this.#changed.event;
  #text = "";

  provideTextDocumentContent(): string {
    return this.#text;
  }

  async show({ report }: MigrateAnswer): Promise<void> {
    this.#text = report;
    this.#changed.fire(this.#uri);
    await vscode.commands.executeCommand("markdown.showPreview", this.#uri);
  }

  dispose(): void {
    this.#provider.dispose();
    this.#changed.dispose();
  }
}

/** What the user chooses to move, and where to; undefined when the user leaves. */
async function askFor(uri: vscode.Uri, client: BaseLanguageClient): Promise<MigrateParams | undefined> {
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
  return { uri: uri.toString(), to: line.line, wholeCluster, keepDefaults: false };
}

/** What is to come after the report; undefined where it is all that is wanted, or there is nothing to change. */
async function chooseNext({ files, keepable }: MigrateAnswer): Promise<"as it is" | "keep defaults" | undefined> {
  const next = [
    ...(files.length > 0
      ? [{ label: vscode.l10n.t("Preview the changes ({0} files)", files.length), wish: "as it is" as const }]
      : []),
    ...(keepable > 0
      ? [
          {
            label: vscode.l10n.t("Preview with old defaults written down ({0})", keepable),
            wish: "keep defaults" as const,
          },
        ]
      : []),
  ];
  if (next.length === 0) return undefined;
  const picked = await vscode.window.showQuickPick(
    [...next, { label: vscode.l10n.t("Only the report"), wish: undefined }],
    { placeHolder: vscode.l10n.t("The report is open. Nothing is written yet."), ignoreFocusOut: true },
  );
  return picked?.wish;
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
