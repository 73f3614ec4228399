import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { CLUSTERS_REQUEST, type ClustersAnswer } from "../../../server/src/protocol.ts";
import { knownServers } from "../context-keys.ts";
import type { WithFile } from "../subject.ts";
import { isAsleep, wake } from "../wake/asleep.ts";
import { type Heard, itemOf } from "./items.ts";
import { type Row, rowAbove, rowsBelow } from "./rows.ts";

const VIEW = "tomcatCluster.clusters";
/** The pause in typing before the tree is refreshed, in milliseconds. */
const PAUSE = 300;
/** True where a cluster was found, for menus. */
const FOUND = "tomcatCluster.hasClusters";
const NOTHING: ClustersAnswer = { clusters: [], servers: [] };

/** A row with the file that commands in its menu are for. */
export type FileRow = Row & Partial<WithFile>;

/** Clusters with their nodes, and the applications of each. */
export class ClustersView implements vscode.TreeDataProvider<FileRow>, vscode.Disposable {
  readonly #client: BaseLanguageClient;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #view: vscode.TreeView<FileRow>;
  readonly onDidChangeTreeData = this.#changed.event;
  #answer = NOTHING;
  #isAnswered: () => void = () => {};
  readonly #answered = new Promise<void>((resolve) => {
    this.#isAnswered = resolve;
  });
  #heard: Heard = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#view.onDidChangeVisibility(async ({ visible }) => {
      if (!visible) return;
      // Opening the view asks for clusters, even before any of their files is opened. A refresh of its own follows when
      // the server has started.
      if (isAsleep(client)) await wake(client);
      else await this.refresh();
    });
  }

  /** Refreshes the view after a pause, because files have changed. */
  refreshSoon(): void {
    if (!this.#view.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), PAUSE);
  }

  async refresh(): Promise<void> {
    this.#answer = this.#client.isRunning() ? await this.#client.sendRequest(CLUSTERS_REQUEST) : NOTHING;
    await knownServers(this.#answer.servers.map((uri) => vscode.Uri.parse(uri)));
    await vscode.commands.executeCommand("setContext", FOUND, this.#answer.clusters.length > 0);
    const count = this.#answer.clusters
      .flatMap(({ nodes }) => nodes)
      .reduce((sum, { findings }) => sum + findings.error, 0);
    const tooltip =
      count === 1
        ? vscode.l10n.t("1 error in the clusters' files")
        : vscode.l10n.t("{0} errors in the clusters' files", count);
    this.#view.badge = count === 0 ? undefined : { value: count, tooltip };
    this.#isAnswered();
    this.#changed.fire(undefined);
  }

  /** Shows the members that a multicast test has heard. */
  heard(members: Heard): void {
    this.#heard = members;
    this.#changed.fire(undefined);
  }

  async getChildren(row?: FileRow): Promise<FileRow[]> {
    // An empty view says that there is no cluster, which is known only after the server has looked.
    await this.#answered;
    return rowsBelow(row, this.#answer.clusters).map((each) => {
      const path =
        each.kind === "node" ? each.node.path : each.kind === "cluster" ? each.topology.nodes[0]?.path : undefined;
      return path === undefined ? each : { ...each, file: vscode.Uri.parse(path) };
    });
  }

  getParent(row: FileRow): FileRow | undefined {
    return rowAbove(row);
  }

  getTreeItem(row: FileRow): vscode.TreeItem {
    return itemOf(row, this.#heard);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#view.dispose();
    this.#changed.dispose();
  }
}

export function registerClusters(context: vscode.ExtensionContext, client: BaseLanguageClient): ClustersView {
  const view = new ClustersView(client);
  context.subscriptions.push(
    view,
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Starting) void view.refresh();
    }),
  );
  return view;
}
