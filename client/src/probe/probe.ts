import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  PROBE_MEMBERS_NOTIFICATION,
  PROBE_REQUEST,
  PROBE_TARGETS_REQUEST,
  type ProbeAnswer,
  type ProbeMembersParams,
  type ProbeParams,
  type ProbeTarget,
  type ProbeTargets,
  type ProbeTargetsParams,
} from "../../../server/src/protocol.ts";
import { serverRuns } from "../server-message.ts";
import { tomcatFileFor } from "../subject.ts";
import { refusedHere } from "../trust.ts";
import { MembersView } from "./members-view.ts";

/** How long a test from the editor listens. */
const SECONDS = 10;

/** The choices for a test, kept to repeat it. */
type Chosen = Pick<ProbeParams, "uri" | "target" | "interface" | "send"> & { readonly group: string };

/** The command that tests multicast, and the view of the members it hears. `onMembers` gets them as well. */
export function registerProbe(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  onMembers: (members: ProbeAnswer["members"]) => void,
): void {
  const view = new MembersView();
  let running: vscode.CancellationTokenSource | undefined;
  let tests = 0;
  const stop = () => running?.cancel();

  const test = async (chosen: Chosen): Promise<ProbeAnswer | undefined> => {
    stop();
    const mine = new vscode.CancellationTokenSource();
    running = mine;
    const token = `${++tests}`;
    const { group, ...rest } = chosen;
    const params: ProbeParams = { ...rest, seconds: SECONDS, token };
    let answer: ProbeAnswer | undefined;
    try {
      await view.begin(group);
      answer = await client.sendRequest(PROBE_REQUEST, params, mine.token);
    } catch (error) {
      client.error(vscode.l10n.t("The multicast test failed."), error, "force");
    } finally {
      mine.dispose();
    }
    // If another test has begun in the meantime, the view shows that one.
    if (running === mine) {
      running = undefined;
      await view.end(answer);
      if (answer) onMembers(answer.members);
      if (answer) void report(answer, chosen, test);
    }
    return answer;
  };

  context.subscriptions.push(
    view,
    { dispose: stop },
    view.onHidden(stop),
    client.onNotification(PROBE_MEMBERS_NOTIFICATION, ({ token, members }: ProbeMembersParams) => {
      if (!running || token !== `${tests}`) return;
      view.members(members);
      onMembers(members);
    }),
    vscode.commands.registerCommand("tomcatCluster.stopProbe", stop),
    vscode.commands.registerCommand("tomcatCluster.probeMulticast", async (named?: unknown) => {
      const chosen = await choose(client, named);
      const answer = chosen && (await test(chosen));
      return answer && { ...answer, view: view.shown };
    }),
  );
}

async function report(answer: ProbeAnswer, chosen: Chosen, again: (chosen: Chosen) => Promise<unknown>): Promise<void> {
  if (answer.outcome === "works") {
    await vscode.window.showInformationMessage(answer.text);
    return;
  }
  const send = vscode.l10n.t("Send Test Packets");
  const offers = answer.outcome === "nothing" && !chosen.send ? [send] : [];
  const picked = await vscode.window.showWarningMessage(
    [answer.text, answer.next[0] ?? ""].join(" ").trim(),
    ...offers,
  );
  if (picked === send) await again({ ...chosen, send: true });
}

/** The choices for a test of a file; undefined where there is nothing to test, or the user cancelled. */
async function choose(client: BaseLanguageClient, named: unknown): Promise<Chosen | undefined> {
  if (refusedHere() || !(await serverRuns(client))) return undefined;
  const uri = (await tomcatFileFor(client, named))?.toString();
  if (uri === undefined) return undefined;
  const params: ProbeTargetsParams = { uri };
  const found = await client.sendRequest(PROBE_TARGETS_REQUEST, params);
  if (!found || found.targets.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Open a server.xml with a Cluster first: the test listens to the address it names."),
    );
    return undefined;
  }
  if (!found.interfaces) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Multicast cannot be tested from a browser."));
    return undefined;
  }
  const target = await chooseTarget(found.targets, cursorIn(uri));
  if (!target) return undefined;
  const { group, bind, why } = target;
  if (group === null) {
    void vscode.window.showInformationMessage(`${target.label}: ${why}`);
    return undefined;
  }
  const address = await chooseInterface(found.interfaces, bind);
  if (address === undefined) return undefined;
  return { uri, target: found.targets.indexOf(target), interface: address, send: false, group };
}

/** The line of the cursor where a document is the active one. */
function cursorIn(uri: string): number | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === uri ? editor.selection.active.line : undefined;
}

/** The Cluster under the cursor, the only one, or the one the user picks. */
async function chooseTarget(
  targets: readonly ProbeTarget[],
  line: number | undefined,
): Promise<ProbeTarget | undefined> {
  const under =
    line === undefined ? undefined : targets.find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine);
  const [first, second] = targets;
  if (under ?? !second) return under ?? first;
  const items = targets.map((target) => ({
    label: target.label,
    description: target.group ?? "",
    detail: target.why ?? "",
    target,
  }));
  const placeHolder = vscode.l10n.t("Which Cluster's multicast should be tested?");
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.target;
}

/** An address, null for the Membership's own, undefined when the user cancelled. Asks only where it matters. */
async function chooseInterface(
  interfaces: NonNullable<ProbeTargets["interfaces"]>,
  bind: string | null,
): Promise<string | null | undefined> {
  if (bind !== null && interfaces.some(({ address }) => address === bind)) return null;
  const outside = interfaces.filter(({ loopback }) => !loopback);
  if (bind === null && outside.length < 2) return null;
  const items = [
    ...(bind === null
      ? [{ label: vscode.l10n.t("The one the system chooses, as for Tomcat"), description: "", address: null }]
      : []),
    ...interfaces.map(({ name, address }) => ({ label: name, description: address, address })),
  ];
  const placeHolder =
    bind === null
      ? vscode.l10n.t("Through which network interface?")
      : vscode.l10n.t(
          "The Membership is bound to {0}, which this machine does not have. Which interface instead?",
          bind,
        );
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.address;
}
