import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  CREATE_CHECK_REQUEST,
  CREATE_FILES_REQUEST,
  CREATE_QUESTION_REQUEST,
  type CreateCheckParams,
  type CreatedFile,
  type CreatedMembership,
  type CreateFilesParams,
  type CreateQuestionParams,
} from "../../../server/src/protocol.ts";
import type { Choice } from "../review/changes.ts";
import type { Review } from "../review/review.ts";
import { serverRuns } from "../server-message.ts";
import { ask, BACK } from "./ask.ts";
import { Secrets } from "./secrets.ts";

/** In bytes: AES with 256 bits. */
const KEY_LENGTH = 32;
/** The walkthrough whose steps follow: the network, the members, the proof. */
const WALKTHROUGH = "tomcat-cluster.tomcat-cluster#firstCluster";
/** The context key, and the key of the memory: how the nodes of the last new cluster find each other. */
const MEMBERSHIP = "tomcatCluster.membership";
/** The first of these steps, by how the nodes find each other. Pods need nothing of this machine's network. */
const NEXT_STEP: Readonly<Record<CreatedMembership, string>> = {
  multicast: "network",
  static: "reach",
  kubernetes: "members",
  dns: "members",
};

/** The command, and the steps of the walkthrough that fit what it made last in this workspace. */
export function registerCreateCluster(
  { workspaceState }: vscode.ExtensionContext,
  client: BaseLanguageClient,
  review: Review,
): vscode.Disposable {
  void vscode.commands.executeCommand("setContext", MEMBERSHIP, workspaceState.get(MEMBERSHIP));
  return vscode.commands.registerCommand("tomcatCluster.createCluster", async () => {
    const made = await createCluster(client, review);
    if (!made) return;
    await workspaceState.update(MEMBERSHIP, made.membership);
    await vscode.commands.executeCommand("setContext", MEMBERSHIP, made.membership);
    await tellNext(made);
  });
}

interface Made {
  /** What is left to do by hand. */
  readonly next: string;
  readonly membership: CreatedMembership;
}

/** Asks the server's questions, shows what would be written, and writes it when the user agrees. */
async function createCluster(client: BaseLanguageClient, review: Review): Promise<Made | undefined> {
  if (!vscode.workspace.workspaceFolders?.length) {
    const open = vscode.l10n.t("Open Folder…");
    const message = vscode.l10n.t("Open a folder first: the cluster's files go there.");
    if ((await vscode.window.showErrorMessage(message, open)) === open) {
      await vscode.commands.executeCommand("vscode.openFolder");
    }
    return undefined;
  }
  if (!(await serverRuns(client))) return undefined;
  const answers = await askAll(client);
  if (!answers) return undefined;
  const params: CreateFilesParams = { answers, key: randomKey() };
  const { files, problem, open, next, membership } = await client.sendRequest(CREATE_FILES_REQUEST, params);
  if (problem !== null) {
    await vscode.window.showErrorMessage(problem);
    return undefined;
  }
  if (files.length === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t("Everything is there already."));
    return undefined;
  }
  const choices = await Promise.all(files.map(choiceOf));
  const secrets = new Secrets(client);
  if (!(await review.apply(vscode.l10n.t("Create Cluster"), choices, secrets))) return undefined;
  if (open !== null) await show(vscode.Uri.parse(open));
  for (const warning of secrets.warnings) void vscode.window.showWarningMessage(warning);
  return { next: [next, ...secrets.notes].join(" "), membership };
}

/** The choice of one file; files the user asked for are selected. */
async function choiceOf({ uri: text, text: newText, kind, secret }: CreatedFile): Promise<Choice> {
  const uri = vscode.Uri.parse(text);
  const label = vscode.workspace.asRelativePath(uri);
  const isNew = kind === "new";
  const range = isNew ? new vscode.Range(0, 0, 0, 0) : wholeOf(await vscode.workspace.openTextDocument(uri));
  const description = {
    new: vscode.l10n.t("new file"),
    changed: vscode.l10n.t("gets something added"),
    overwritten: vscode.l10n.t("is there already, and is replaced"),
  }[kind];
  const edits = [new vscode.TextEdit(range, newText)];
  return { label, description, ticked: true, files: [{ uri, isNew, secret, edits }] };
}

function wholeOf(document: vscode.TextDocument): vscode.Range {
  return document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
}

/** Opens the next steps of the walkthrough beside the files, with a message that names the first ones. */
async function tellNext({ next, membership }: Made): Promise<void> {
  await tickCreated();
  // It resolves when the page is closed.
  const place = { category: WALKTHROUGH, step: NEXT_STEP[membership] };
  void vscode.commands.executeCommand("workbench.action.openWalkthrough", place, true);
  const steps = new Map([
    [vscode.l10n.t("Show Topology"), "tomcatCluster.showTopology"],
    ...(membership === "multicast" ? [[vscode.l10n.t("Test Multicast"), "tomcatCluster.probeMulticast"] as const] : []),
    ...(membership === "static" ? [[vscode.l10n.t("Look at Running Nodes"), "tomcatCluster.live"] as const] : []),
    [vscode.l10n.t("Prove That It Replicates"), "tomcatCluster.prove"],
  ]);
  const picked = await vscode.window.showInformationMessage(next, ...steps.keys());
  const command = picked === undefined ? undefined : steps.get(picked);
  if (command !== undefined) await vscode.commands.executeCommand(command);
}

/** A page of VS Code's that has not been open yet has not heard what its first step waits for. */
async function tickCreated(): Promise<void> {
  try {
    await vscode.commands.executeCommand("welcome.markStepComplete", `${WALKTHROUGH}#create`);
  } catch {
    // It is ticked, and complains where the page is not read in yet.
  }
}

/** Asks all questions in turn, with a way back; undefined when the user cancelled. */
async function askAll(client: BaseLanguageClient): Promise<Readonly<Record<string, string>> | undefined> {
  /** Ids and answers in the order they were given. */
  const given: (readonly [id: string, answer: string])[] = [];
  let before: string | undefined;
  for (;;) {
    const answers = Object.fromEntries(given);
    const params: CreateQuestionParams = { answers };
    const question = await client.sendRequest(CREATE_QUESTION_REQUEST, params);
    if (!question) return answers;
    const answer = await ask(question, before, (value) => {
      const check: CreateCheckParams = { answers, id: question.id, value };
      return client.sendRequest(CREATE_CHECK_REQUEST, check);
    });
    if (answer === undefined) return undefined;
    if (answer === BACK) before = given.pop()?.[1];
    else {
      given.push([question.id, answer]);
      before = undefined;
    }
  }
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_LENGTH));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A file may have been left out in the preview. */
async function show(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.window.showTextDocument(uri);
  } catch {
    // The file does not exist, as expected.
  }
}
