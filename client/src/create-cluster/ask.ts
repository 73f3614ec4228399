import * as vscode from "vscode";
import type { CreateQuestion } from "../../../server/src/protocol.ts";

/** The user wants the question before this one again. */
export const BACK = Symbol("back");
export type Back = typeof BACK;

/** Says why a value is no answer; null when it is. */
type Check = (value: string) => Promise<string | null>;

/**
 * Shows one step. Gives back the answer, BACK, or undefined when the user cancelled.
 *
 * @param before the user's earlier answer, after going back
 */
export function ask(
  question: CreateQuestion,
  before: string | undefined,
  check: Check,
): Promise<string | Back | undefined> {
  return question.kind === "text" ? askText(question, before, check) : askChoice(question, before, check);
}

async function askText(
  question: CreateQuestion,
  before: string | undefined,
  check: Check,
): Promise<string | Back | undefined> {
  const input = vscode.window.createInputBox();
  input.value = before ?? question.initial;
  const validate = async () => {
    const { value } = input;
    const problem = await check(value.trim());
    // The value may have changed in the meantime.
    if (input.value === value) input.validationMessage = problem ?? "";
    return problem === null;
  };
  input.onDidChangeValue(validate);
  return show(input, question, async () => ((await validate()) ? input.value.trim() : undefined));
}

async function askChoice(
  question: CreateQuestion,
  before: string | undefined,
  check: Check,
): Promise<string | Back | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly value: string }>();
  pick.items = question.choices.map(({ value, label, detail }) => ({ value, label, detail }));
  const chosen = (before ?? question.initial).split("\n");
  const marked = pick.items.filter(({ value }) => chosen.includes(value));
  pick.matchOnDetail = true;
  if (question.kind === "several") {
    pick.canSelectMany = true;
    pick.selectedItems = marked;
  } else pick.activeItems = marked;
  return show(pick, question, async () => {
    const value = pick.selectedItems.map((item) => item.value).join("\n");
    const problem = await check(value);
    if (problem === null) return value;
    pick.placeholder = problem;
    return undefined;
  });
}

/** Shows an input until `accept` gives an answer, or the user goes back or cancels. */
function show(
  input: vscode.QuickPick<vscode.QuickPickItem & { readonly value: string }> | vscode.InputBox,
  { title, step, steps }: CreateQuestion,
  accept: () => Promise<string | undefined>,
): Promise<string | Back | undefined> {
  input.title = vscode.l10n.t("Create Cluster");
  // The title of an input is short; the question stands in it.
  if ("prompt" in input) input.prompt = title;
  else input.placeholder = title;
  input.step = step;
  input.totalSteps = steps;
  input.ignoreFocusOut = true;
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((resolve) => {
    const end = (answer: string | Back | undefined) => {
      resolve(answer);
      input.dispose();
    };
    input.onDidAccept(async () => {
      const answer = await accept();
      if (answer !== undefined) end(answer);
    });
    input.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) end(BACK);
    });
    input.onDidHide(() => end(undefined));
    input.show();
  });
}
