import type { Readable, Writable } from "node:stream";
import type { Locale } from "../../base/localized.ts";
import { openQuestions } from "../../create/answers.ts";
import type { Answers, Question } from "../../create/questions.ts";

/** Where the questions are asked; the terminal where nothing is given. */
export interface Streams {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Loaded when there is a question: every other command does without. */
const prompts = () => import("@clack/prompts");

/** Asks what is still open; undefined when the user cancelled. */
export async function askOpen(answers: Answers, locale: Locale, streams: Streams = {}): Promise<Answers | undefined> {
  let known = answers;
  for (let [question] = openQuestions(known); question; [question] = openQuestions(known)) {
    const value = await ask(question, known, locale, streams);
    if (value === undefined) return undefined;
    known = { ...known, [question.id]: value };
  }
  return known;
}

async function ask(
  { title, choices, initial, problem }: Question,
  answers: Answers,
  locale: Locale,
  streams: Streams,
): Promise<string | undefined> {
  const { isCancel, select, text } = await prompts();
  const message = title[locale];
  const value = choices
    ? await select({
        ...streams,
        message,
        initialValue: initial,
        // These are in English.
        showInstructions: locale === "en",
        options: choices.map((choice) => ({
          value: choice.value,
          label: choice.label[locale],
          hint: choice.detail[locale],
        })),
      })
    : await text({
        ...streams,
        message,
        placeholder: initial,
        validate: (typed) => problem(typed || initial, answers)?.[locale],
        defaultValue: initial,
      });
  return isCancel(value) ? undefined : value;
}

/** True where the user agrees; to cancel means no. */
export async function agrees(message: string, locale: Locale, streams: Streams = {}): Promise<boolean> {
  const { confirm, isCancel } = await prompts();
  const [active, inactive] = locale === "ko" ? ["예", "아니요"] : ["Yes", "No"];
  const answer = await confirm({ ...streams, message, active, inactive, initialValue: false });
  return !isCancel(answer) && answer;
}
