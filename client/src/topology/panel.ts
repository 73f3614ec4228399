import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  TOPOLOGY_CHANGED,
  TOPOLOGY_REQUEST,
  type TopologyAnswer,
  type TopologyParams,
} from "../../../server/src/protocol.ts";
import { subjectOf } from "../subject.ts";
import { wake } from "../wake/asleep.ts";
import { exportTopology } from "./export.ts";
import { messagePageOf, pageOf, SERVER_COMMANDS } from "./html.ts";
import type { DrawMessage, Part, ShowMessage, ViewMessage, ViewState } from "./messages.ts";
import { clusterOf, placeOfPart } from "./place.ts";
import { viewTexts } from "./texts.ts";

/** The key of the last zoom. */
const ZOOM = "topology.zoom";

const VIEW_TYPE = "tomcatCluster.topology";

/** The pause in typing before the picture is redrawn, in milliseconds. */
const PAUSE = 250;

/** The command that shows the picture, and its panel after a reload of the window. `onChanged` hears of each change too. */
export function registerTopology(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  onChanged: () => void,
): void {
  let shown: TopologyPanel | undefined;
  const attach = (panel: vscode.WebviewPanel, uri: string | null) => {
    const made = new TopologyPanel(panel, client, uri, context);
    shown = made;
    panel.onDidDispose(() => {
      if (shown === made) shown = undefined;
    });
  };
  context.subscriptions.push(
    vscode.commands.registerCommand("tomcatCluster.showTopology", (named?: unknown) => {
      const file = subjectOf(named);
      if (shown) return shown.goTo(file?.toString() ?? null);
      const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
      const panel = vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t("Cluster Topology"), column, {
        enableFindWidget: true,
      });
      attach(panel, file?.toString() ?? null);
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state: ViewState | undefined) {
        attach(panel, state?.uri ?? null);
      },
    }),
    client.onNotification(TOPOLOGY_CHANGED, () => {
      shown?.refreshSoon();
      onChanged();
    }),
    // A restarted server sends no notice before it is asked once.
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) shown?.show();
      else if (newState !== State.Starting) shown?.showMessage();
    }),
    { dispose: () => shown?.dispose() },
  );
}

/** One panel with the picture, kept up to date while it is seen. */
class TopologyPanel {
  readonly #panel: vscode.WebviewPanel;
  readonly #client: BaseLanguageClient;
  #uri: string | null;
  /** The file whose cluster is to be brought into view with the next picture. */
  #goal: string | null;
  readonly #folder: vscode.Uri;
  readonly #memory: vscode.Memento;
  /** Waits for a picture made of pixels. */
  #drawn: ((data: string | null) => void) | undefined;
  #messageShown = false;
  #answer: TopologyAnswer | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts requests, so that a late answer replaces no newer one. */
  #asked = 0;

  constructor(
    panel: vscode.WebviewPanel,
    client: BaseLanguageClient,
    uri: string | null,
    { extensionUri, workspaceState }: vscode.ExtensionContext,
  ) {
    const folder = vscode.Uri.joinPath(extensionUri, "dist");
    this.#memory = workspaceState;
    this.#panel = panel;
    this.#client = client;
    this.#uri = uri;
    this.#goal = uri;
    this.#folder = folder;
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder], enableCommandUris: SERVER_COMMANDS };
    panel.webview.onDidReceiveMessage((message: ViewMessage) => {
      // A page that was hidden is loaded again without contents, and asks for them.
      if (message.type === "ready") void this.#refresh();
      else if (message.type === "open") void this.#open(message.part);
      else if (message.type === "zoom") void this.#memory.update(ZOOM, message.zoom);
      else if (message.type === "export") void this.export();
      else this.#drawn?.(message.data);
    });
    panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#drawn?.(null);
    });
    // Resolved or not: the change of state shows the picture.
    void wake(client);
    if (client.isRunning() || client.state === State.Starting) this.show();
    else this.showMessage();
  }

  /** The picture; the page asks for it when it is there. */
  show(): void {
    const html = pageOf(this.#panel.webview, this.#folder, "topology-view");
    if (this.#messageShown || this.#panel.webview.html === "") this.#panel.webview.html = html;
    else this.refreshSoon();
    this.#messageShown = false;
  }

  /** Shows what to do while there is no server. */
  showMessage(): void {
    this.#messageShown = true;
    this.#panel.webview.html = messagePageOf(this.#panel.webview, this.#folder, "topology-view.css");
  }

  /** Asks for a format and a file, and writes the picture. */
  export(): Promise<void> {
    return exportTopology(this.#client, this.#uri, (svg) => this.#toPng(svg));
  }

  async #toPng(svg: string): Promise<Uint8Array | undefined> {
    const answer = new Promise<string | null>((resolve) => {
      this.#drawn = resolve;
    });
    await this.#panel.webview.postMessage({ draw: svg } satisfies DrawMessage);
    const data = await answer;
    if (data === null) return undefined;
    return Uint8Array.from(atob(data.slice(data.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
  }

  /** Brings the cluster of a file into view. */
  goTo(uri: string | null): void {
    this.#uri = uri ?? this.#uri;
    this.#goal = uri;
    this.#panel.reveal();
    // A page that was hidden asks by itself once it is loaded.
    void this.#refresh();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#refresh(), PAUSE);
  }

  async #refresh(): Promise<void> {
    if (!this.#client.isRunning() || !this.#panel.visible) return;
    const asked = ++this.#asked;
    const params: TopologyParams = { uri: this.#uri };
    const answer = await this.#client.sendRequest(TOPOLOGY_REQUEST, params);
    if (asked !== this.#asked) return;
    this.#answer = answer;
    const goal = this.#goal;
    this.#goal = null;
    const message: ShowMessage = {
      answer,
      texts: viewTexts(vscode.l10n.t),
      uri: this.#uri,
      zoom: this.#memory.get<number | null>(ZOOM, null),
      goal: goal === null ? null : clusterOf(goal, answer),
    };
    await this.#panel.webview.postMessage(message);
  }

  /** Opens a part's place beside the picture; the page can name parts only, so it can open nothing else. */
  async #open(part: Part): Promise<void> {
    const place = this.#answer && placeOfPart(part, this.#answer);
    if (!place) return;
    const { start, end } = place.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    const beside = vscode.window.visibleTextEditors.find(({ viewColumn }) => viewColumn !== this.#panel.viewColumn);
    await vscode.window.showTextDocument(vscode.Uri.parse(place.path), {
      selection,
      viewColumn: beside?.viewColumn ?? vscode.ViewColumn.Beside,
    });
  }
}
