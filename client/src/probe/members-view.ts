import * as vscode from "vscode";
import type { ProbeAnswer, ProbeMember } from "../../../server/src/protocol.ts";

const VIEW = "tomcatCluster.members";
/** `running` or `ended` after the first test; the view and its buttons depend on it. */
const CONTEXT = "tomcatCluster.probe";

/** The list of members in the Explorer, which is visible after the first test. */
export class MembersView implements vscode.TreeDataProvider<ProbeMember>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #hidden = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<ProbeMember>;
  #members: readonly ProbeMember[] = [];
  readonly onDidChangeTreeData = this.#changed.event;
  /** The view was closed or covered. */
  readonly onHidden = this.#hidden.event;

  constructor() {
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this });
    this.#view.onDidChangeVisibility(({ visible }) => {
      if (!visible) this.#hidden.fire();
    });
  }

  /** Empties the list and shows the view. */
  async begin(group: string): Promise<void> {
    this.#show([], vscode.l10n.t("Listening to {0}…", group));
    this.#view.description = group;
    await vscode.commands.executeCommand("setContext", CONTEXT, "running");
    await vscode.commands.executeCommand(`${VIEW}.focus`);
  }

  members(members: readonly ProbeMember[]): void {
    this.#show(members, this.#view.message);
  }

  async end(answer: ProbeAnswer | undefined): Promise<void> {
    await vscode.commands.executeCommand("setContext", CONTEXT, "ended");
    if (!answer) {
      this.#show(this.#members, vscode.l10n.t("The test did not end as it should."));
      return;
    }
    this.#show(answer.members, [answer.text, ...numbered(answer.next)].join(" "));
  }

  /** What the view shows, for tests. */
  get shown(): { readonly message: string | undefined; readonly labels: readonly string[] } {
    const labels = this.#members.map((member) => String(this.getTreeItem(member).label));
    return { message: this.#view.message, labels };
  }

  #show(members: readonly ProbeMember[], message: string | undefined): void {
    this.#members = members;
    if (message !== undefined) this.#view.message = message;
    this.#changed.fire();
  }

  getChildren(member?: ProbeMember): ProbeMember[] {
    return member ? [] : [...this.#members];
  }

  getTreeItem(member: ProbeMember): vscode.TreeItem {
    return memberItem(member);
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
    this.#hidden.dispose();
  }
}

/** Steps as parts of a paragraph: a row of the tree would be cut, and the message above the rows keeps no line breaks. */
function numbered(steps: readonly string[]): readonly string[] {
  return steps.length > 1 ? steps.map((step, index) => `(${index + 1}) ${step}`) : steps;
}

function memberItem({ host, port, domain, uniqueId, alive, from, here, state }: ProbeMember): vscode.TreeItem {
  const item = new vscode.TreeItem(`${host}:${port}`);
  const told = {
    alive: vscode.l10n.t("up for {0}", alive),
    left: vscode.l10n.t("stopped"),
    silent: vscode.l10n.t("silent"),
  }[state];
  const words = [told, ...(domain === "" ? [] : [domain]), ...(here ? [vscode.l10n.t("this machine")] : [])];
  item.description = words.join(" · ");
  item.iconPath = new vscode.ThemeIcon(state === "alive" ? "vm-running" : "vm-outline");
  item.tooltip = [
    `${host}:${port}`,
    told,
    vscode.l10n.t("sent from {0}", from),
    vscode.l10n.t("domain: {0}", domain === "" ? "-" : domain),
    `uniqueId: ${uniqueId}`,
  ].join("\n");
  // A screen reader reads the icon's meaning with the rest.
  item.accessibilityInformation = { label: [`${host} ${port}`, ...words].join(", ") };
  return item;
}
