import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  CREATE_CHECK_REQUEST,
  CREATE_EDIT_REQUEST,
  CREATE_QUESTION_REQUEST,
  type CreateCheckParams,
  type CreateEditParams,
  type CreateQuestionParams,
} from "../../../server/src/protocol.ts";
import { serverRuns } from "../server-message.ts";
import { ask, BACK } from "./ask.ts";

/** In bytes: AES with 256 bits. */
const KEY_LENGTH = 32;

/** Asks the server's questions, shows what would be written, and writes it when the user agrees. */
export async function createCluster(client: BaseLanguageClient): Promise<void> {
  if (!vscode.workspace.workspaceFolders?.length) {
    await vscode.window.showErrorMessage(vscode.l10n.t("Open a folder first: the cluster's files go there."));
    return;
  }
  if (!(await serverRuns(client))) return;
  const answers = await askAll(client);
  if (!answers) return;
  const params: CreateEditParams = { answers, key: randomKey() };
  const { edit, problem, open, next } = await client.sendRequest(CREATE_EDIT_REQUEST, params);
  if (problem !== null) {
    await vscode.window.showErrorMessage(problem);
    return;
  }
  const change = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (!change || change.size === 0) {
    await vscode.window.showInformationMessage(vscode.l10n.t("Everything is there already."));
    return;
  }
  // Part of it has to be confirmed, so the refactoring preview comes first.
  if (!(await vscode.workspace.applyEdit(change, { isRefactoring: true }))) return;
  await vscode.workspace.saveAll(false);
  if (open !== null) await show(vscode.Uri.parse(open));
  await vscode.window.showInformationMessage(next);
}

/** Question after question, and back; undefined when the user cancelled. */
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
    // It is not there, which is what was wanted.
  }
}
