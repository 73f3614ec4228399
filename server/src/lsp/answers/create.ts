import type { Localized } from "../../base/localized.ts";
import { planOf } from "../../create/answers.ts";
import { type DraftedChange, draft, type Found, nextSteps } from "../../create/draft.ts";
import { insertions, newFiles } from "../../create/files.ts";
import { nodeChoices } from "../../create/node-answers.ts";
import { isCloud } from "../../create/plan.ts";
import { isAnswered } from "../../create/questions.ts";
import { madeWith, openToAll } from "../../create/secret.ts";
import type {
  CreateCheckParams,
  CreatedFile,
  CreateFiles,
  CreateFilesParams,
  CreateQuestion,
  CreateQuestionParams,
  CreateSecrets,
  CreateSecretsParams,
} from "../../protocol.ts";
import { join } from "../../workspace/files.ts";
import { editorQuestions, filesToExtend, intoExisting, pathsIn } from "../create-questions.ts";
import type { Session } from "../session.ts";

const NO_DISK: Localized = {
  en: "The server has no files of its own here, so it writes none.",
  ko: "서버가 이 환경에서는 파일을 쓸 수 없습니다.",
};

/** The first question that is open. */
export async function questionFor(
  { workspace, locale }: Session,
  { answers }: CreateQuestionParams,
): Promise<CreateQuestion | null> {
  const questions = editorQuestions(answers, await filesToExtend(workspace));
  const step = questions.findIndex((each) => !isAnswered(each, answers));
  const question = questions[step];
  if (!question) return null;
  const { id, title, choices = [], several, initial } = question;
  const [server] = pathsIn(answers["servers"]);
  // The files may tell which Tomcat they are for.
  const detected =
    id === "tomcat" && server !== undefined ? (await workspace.versionOf(server)).version?.line : undefined;
  return {
    id,
    title: title[locale],
    step: step + 1,
    steps: questions.length,
    kind: several ? "several" : question.choices ? "one" : "text",
    initial: detected ?? initial,
    choices: choices.map(({ value, label, detail }) => ({ value, label: label[locale], detail: detail[locale] })),
  };
}

/** What is wrong with an answer. */
export async function problemOf({ workspace, locale }: Session, params: CreateCheckParams): Promise<string | null> {
  const { answers, id, value } = params;
  const questions = editorQuestions(answers, await filesToExtend(workspace));
  return questions.find((each) => each.id === id)?.problem(value, answers)?.[locale] ?? null;
}

/** The files that the answers become; a problem where they do not. */
export async function filesFor(
  { workspace, host, locale }: Session,
  { answers, key }: CreateFilesParams,
): Promise<CreateFiles> {
  const refuse = (problem: string): CreateFiles => ({ files: null, problem, open: null, next: "", membership: null });
  const targets = await filesToExtend(workspace);
  const open = editorQuestions(answers, targets).find((each) => !isAnswered(each, answers));
  if (open) return refuse(open.title[locale]);
  const made = planOf(answers, key, nodeChoices(answers));
  if ("problem" in made) return refuse(made.problem[locale]);
  const [root = ""] = workspace.roots;
  const into = intoExisting(answers);
  const planned = into
    ? insertions(made.plan, {
        servers: pathsIn(answers["servers"]),
        applications: pathsIn(answers["applications"]),
        replace: false,
      })
    : newFiles(made.plan).map((file) => ({ ...file, path: join(root, answers["folder"] ?? "", file.path) }));
  const { changes, problems } = await draft(
    planned,
    async (path): Promise<Found> => ({
      text: await workspace.textOf(path),
    }),
  );
  const [problem] = problems;
  if (problem) return refuse(`${problem.path}: ${problem.text[locale]}`);
  const first = changes.find(({ path }) => path.endsWith(".xml"));
  return {
    files: changes.map((change) => ({
      uri: host.uriOf(change.path),
      text: change.text,
      kind: kindOf(change),
      secret: change.secret,
    })),
    problem: null,
    open: first ? host.uriOf(first.path) : null,
    next: nextSteps(planned, isCloud(made.plan))[locale],
    membership: made.plan.membership,
  };
}

function kindOf({ before, overwrites }: DraftedChange): CreatedFile["kind"] {
  if (before === undefined) return "new";
  return overwrites ? "overwritten" : "changed";
}

/** Makes files with the key for their owner alone; tells which others everybody can read. */
export async function makeSecrets({ host, locale }: Session, { files }: CreateSecretsParams): Promise<CreateSecrets> {
  const secrets = await host.secrets?.();
  const made: string[] = [];
  const warnings: string[] = [];
  let note: string | null = null;
  // A host without rights of files is not asked.
  if (!secrets) return { made, problem: NO_DISK[locale], note, warnings };
  for (const { uri, text } of files) {
    const path = host.pathOf(uri);
    const problem = text === null ? undefined : await secrets.create(path, text);
    if (problem) return { made, problem: `${secrets.shown(path)}: ${problem[locale]}`, note, warnings };
    const rights = await secrets.rightsOf(path);
    if (text !== null) {
      made.push(uri);
      note = madeWith(rights)[locale];
    }
    const warning = openToAll(secrets.shown(path), rights);
    if (warning) warnings.push(warning[locale]);
  }
  return { made, problem: null, note, warnings };
}
