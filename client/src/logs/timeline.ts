import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  LOG_PROGRESS_NOTIFICATION,
  LOG_TIMELINE_REQUEST,
  type LogProgressParams,
  type LogTimeline,
  type TimelinePlace,
} from "../../../server/src/protocol.ts";
import { serverRuns } from "../server-message.ts";
import { pageOf } from "../topology/html.ts";
import { chooseLogs } from "./choose.ts";
import type { TimelineMessage, TimelineTarget, TimelineViewMessage } from "./messages.ts";
import { timelineTexts } from "./texts.ts";

/** Reads logs, with a bar that can be cancelled; undefined where that failed or was cancelled. */
type ReadLogs = (logs: readonly vscode.Uri[]) => Promise<LogTimeline | undefined>;

/** The command that shows what the logs of several nodes say on one axis. */
export function registerLogTimeline(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  let readings = 0;
  const listeners = new Map<string, (part: number) => void>();
  const folder = vscode.Uri.joinPath(context.extensionUri, "dist");
  const read: ReadLogs = async (logs) => {
    const token = `${++readings}`;
    try {
      return await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t("Reading logs"),
          cancellable: true,
        },
        (progress, cancel) => {
          let before = 0;
          listeners.set(token, (part) => {
            progress.report({ increment: 100 * (part - before) });
            before = part;
          });
          return client.sendRequest(LOG_TIMELINE_REQUEST, { uris: logs.map(String), token }, cancel);
        },
      );
    } catch (error) {
      if (!(error instanceof vscode.CancellationError)) {
        client.error(vscode.l10n.t("The logs could not be read."), error, "force");
      }
      return undefined;
    } finally {
      listeners.delete(token);
    }
  };
  context.subscriptions.push(
    client.onNotification(LOG_PROGRESS_NOTIFICATION, ({ token, part }: LogProgressParams) =>
      listeners.get(token)?.(part),
    ),
    vscode.commands.registerCommand("tomcatCluster.showLogTimeline", async (named?: unknown, all?: unknown) => {
      const logs = await chooseLogs(named, all);
      if (logs.length === 0 || !(await serverRuns(client))) return;
      const timeline = await read(logs);
      if (timeline) show(timeline, logs, read, folder);
    }),
  );
}

function show(first: LogTimeline, logs: readonly vscode.Uri[], read: ReadLogs, folder: vscode.Uri): void {
  let timeline = first;
  const panel = vscode.window.createWebviewPanel(
    "tomcatCluster.logTimeline",
    vscode.l10n.t("Log Timeline"),
    vscode.ViewColumn.Active,
    { enableScripts: true, localResourceRoots: [folder], enableFindWidget: true },
  );
  const post = () => panel.webview.postMessage({ timeline, texts: timelineTexts(timeline) } satisfies TimelineMessage);
  panel.webview.onDidReceiveMessage(async (message: TimelineViewMessage) => {
    if (message.type === "open") {
      await open(placeOf(message.target, timeline), panel);
      return;
    }
    if (message.type === "again") timeline = (await read(logs)) ?? timeline;
    // A page that was hidden is loaded again without contents, and asks for them.
    await post();
  });
  panel.webview.html = pageOf(panel.webview, folder, "timeline-view");
}

function placeOf(target: TimelineTarget, { events, findings }: LogTimeline): TimelinePlace | undefined {
  return "event" in target ? events[target.event]?.place : findings[target.finding]?.places[target.place];
}

/** Shows a line beside the timeline; the page names places only by index, so that it can open nothing else. */
async function open(place: TimelinePlace | undefined, panel: vscode.WebviewPanel): Promise<void> {
  if (!place) return;
  if (place.uri === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t("{0} is packed: no editor shows it.", place.label));
    return;
  }
  const beside = vscode.window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== panel.viewColumn);
  try {
    await vscode.window.showTextDocument(vscode.Uri.parse(place.uri), {
      selection: new vscode.Range(place.line - 1, 0, place.line - 1, 0),
      viewColumn: beside?.viewColumn ?? vscode.ViewColumn.Beside,
    });
  } catch {
    // Extensions are not given files of more than 50 MB.
    void vscode.window.showInformationMessage(vscode.l10n.t("{0} is too large to be opened here.", place.label));
  }
}
