import type { Localized } from "../base/localized.ts";
import type { ConfigFile } from "../config/file.ts";
import { distributableOf } from "../config/node.ts";
import { decodeURIComponentSafely, nodeLabel } from "../config/site.ts";
import { hostsIn } from "../create/hosts.ts";
import { nodeQuestions } from "../create/node-answers.ts";
import { type Answers, type Choice, type Question, questionsFor } from "../create/questions.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Files of the workspace that a cluster can be put into. */
export interface FilesToExtend {
  /** Paths of every server.xml with an Engine and no Cluster yet. */
  readonly servers: readonly string[];
  /** Paths of every web.xml of an application without `<distributable/>`. */
  readonly applications: readonly string[];
}

/** A question of the editor, which also asks where; several answers are joined with line feeds. */
export interface EditorQuestion extends Question {
  readonly several?: boolean;
}

/** The default folder of a new cluster, in the first folder of the workspace. */
const FOLDER_NAME = "tomcat-cluster";

export async function filesToExtend(workspace: Workspace): Promise<FilesToExtend> {
  const servers: string[] = [];
  const applications: string[] = [];
  for (const path of await workspace.configurationFiles()) {
    const file = await workspace.fileAt(path);
    if (file?.kind === "server" && takesCluster(file)) servers.push(path);
    const ofApplication = /\/WEB-INF\/web\.xml$/.test(path);
    if (file?.kind === "web" && ofApplication && !distributableOf(file.document)) applications.push(path);
  }
  return { servers: servers.sort(), applications: applications.sort() };
}

function takesCluster({ root }: ConfigFile): boolean {
  const names = new Set(root && [...root.descendants()].map(({ name }) => name));
  return names.has("Engine") && !names.has("Cluster");
}

/** All questions in their order: where, the plan's own, and which applications. */
export function editorQuestions(answers: Answers, { servers, applications }: FilesToExtend): readonly EditorQuestion[] {
  const into = intoExisting(answers);
  const chosen = pathsIn(answers["servers"]);
  const ofNodes = nodeQuestions(answers, into ? chosen.map(nodeLabel) : undefined);
  const ofPlan = questionsFor(answers).flatMap((question): readonly EditorQuestion[] => {
    if (question.id !== "hosts") return [question];
    return [into ? forFiles(question) : question, ...ofNodes];
  });
  function forFiles(question: Question): EditorQuestion {
    return {
      ...question,
      title: {
        en: `Addresses of the nodes, in the order of the files: ${chosen.map(short).join(", ")}`,
        ko: `노드의 주소를 파일 순서대로 쓰십시오: ${chosen.map(short).join(", ")}`,
      },
      problem: (value, known) => question.problem(value, known) ?? countProblem(value, chosen.length),
    };
  }
  return [
    ...(servers.length > 0 ? [TARGET] : []),
    ...(into ? [several("servers", SERVERS_TITLE, servers, 1)] : [FOLDER]),
    ...ofPlan,
    ...(into && applications.length > 0 ? [several("applications", APPLICATIONS_TITLE, applications, 0)] : []),
  ];
}

/** True where the cluster goes into files that are there. */
export function intoExisting(answers: Answers): boolean {
  return answers["target"] === "existing";
}

/** The paths of an answer with several. */
export function pathsIn(answer: string | undefined): readonly string[] {
  return (answer ?? "").split("\n").filter((path) => path !== "");
}

function countProblem(value: string, files: number): Localized | undefined {
  const hosts = hostsIn(value).length;
  return hosts === files
    ? undefined
    : { en: `${files} files, but ${hosts} addresses.`, ko: `파일은 ${files}개인데 주소는 ${hosts}개입니다.` };
}

const TARGETS: readonly Choice[] = [
  {
    value: "existing",
    label: { en: "Into the server.xml files that are here", ko: "있는 server.xml에 추가" },
    detail: { en: "Everything else in them stays as it is.", ko: "나머지 내용은 그대로 둡니다." },
  },
  {
    value: "new",
    label: { en: "As new files", ko: "새 파일로" },
    detail: {
      en: "A folder for each node, with a page to test it.",
      ko: "노드마다 폴더를 만들고 테스트 페이지를 넣습니다.",
    },
  },
];

const TARGET: EditorQuestion = {
  id: "target",
  title: { en: "Where does the cluster go?", ko: "클러스터를 어디에 만듭니까?" },
  choices: TARGETS,
  initial: "existing",
  problem: (value) =>
    TARGETS.some((each) => each.value === value) ? undefined : { en: "No such choice.", ko: "없는 항목입니다." },
};

const FOLDER: EditorQuestion = {
  id: "folder",
  title: { en: "Name of the folder for the new files", ko: "새 파일을 넣을 폴더 이름" },
  choices: undefined,
  initial: FOLDER_NAME,
  problem: (value) =>
    /^[\w-][\w .-]*$/.test(value)
      ? undefined
      : {
          en: "A name without / and not beginning with a dot.",
          ko: "/가 없고 점으로 시작하지 않는 이름이어야 합니다.",
        },
};

const SERVERS_TITLE: Localized = {
  en: "Which Tomcats are the nodes? One server.xml for each, in this order",
  ko: "어느 Tomcat이 노드입니까? 노드마다 server.xml 하나씩, 이 순서대로입니다",
};
const APPLICATIONS_TITLE: Localized = {
  en: "Whose sessions are replicated? These get <distributable/>",
  ko: "어느 애플리케이션의 세션을 복제합니까? <distributable/>을 추가합니다",
};

function several(id: string, title: Localized, paths: readonly string[], least: number): EditorQuestion {
  return {
    id,
    title,
    several: true,
    choices: paths.map((path) => ({ value: path, label: same(short(path)), detail: same(path) })),
    initial: paths.join("\n"),
    problem: (value) => {
      const chosen = pathsIn(value);
      if (!chosen.every((path) => paths.includes(path))) return { en: "No such file.", ko: "없는 파일입니다." };
      return chosen.length < least ? { en: "Choose at least one.", ko: "하나 이상 고르십시오." } : undefined;
    },
  };
}

/** A name that is not ours is the same in every language. */
function same(text: string): Localized {
  return { en: text, ko: text };
}

/** `node1/conf/server.xml` of a longer path. */
function short(path: string): string {
  return decodeURIComponentSafely(path).split("/").slice(-3).join("/");
}
