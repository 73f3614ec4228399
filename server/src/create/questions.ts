import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import { CLOUD_SERVICE } from "../config/classes.ts";
import { catalogOf } from "../schema/catalog.ts";
import { ASSUMED_LINE, LINES, lineFacts, lineOf } from "../schema/lines.ts";
import { hostsIn, hostsProblem } from "./hosts.ts";
import { type ClusterPlan, isCloud, MEMBERSHIPS } from "./plan.ts";

/** The answers so far, by question, as typed or chosen. */
export type Answers = Readonly<Record<string, string>>;

/** The addresses that are written so far; none before they are asked for. */
export function hostsOf(answers: Answers): readonly string[] {
  const written = answers["hosts"];
  return written === undefined ? [] : hostsIn(written);
}

export interface Choice {
  readonly value: string;
  readonly label: Localized;
  readonly detail: Localized;
}

/** One question, the same in the shell and in the editor. */
export interface Question {
  /** The key of its answer; in the shell also the flag. */
  readonly id: string;
  readonly title: Localized;
  /** The possible answers; undefined for free text. */
  readonly choices: readonly Choice[] | undefined;
  /** The suggested answer. */
  readonly initial: string;
  /** Why a value is no valid answer; undefined when it is. */
  problem(value: string, answers: Answers): Localized | undefined;
}

/** All questions in order, as far as the answers so far determine them. */
export function questionsFor(answers: Answers): readonly Question[] {
  const cloud = isCloud({ membership: membershipIn(answers) ?? "multicast" });
  return [
    TOMCAT,
    membership(answers),
    ...(cloud ? [] : [HOSTS]),
    ...(answers["membership"] === "dns" ? [SERVICE] : []),
    SENDING,
    MANAGER,
    ENCRYPTION,
    // In Kubernetes an Ingress balances the load; the ports in existing files are not known.
    ...(cloud || answers["target"] === "existing" ? [] : [BALANCER]),
  ];
}

export function isAnswered(question: Question, answers: Answers): boolean {
  const value = answers[question.id];
  return value !== undefined && question.problem(value, answers) === undefined;
}

function membershipIn(answers: Answers): ClusterPlan["membership"] | undefined {
  return MEMBERSHIPS.find((each) => each === answers["membership"]);
}

const MILESTONES: Localized = { en: "Milestones only, so far.", ko: "아직 마일스톤 릴리스만 있습니다." };

const TOMCAT = choice(
  "tomcat",
  { en: "Which Tomcat?", ko: "어느 Tomcat입니까?" },
  ASSUMED_LINE,
  [...LINES].reverse().map((line) => ({
    value: line,
    label: { en: `Tomcat ${line}`, ko: `Tomcat ${line}` },
    detail: lineFacts(line).milestone ? MILESTONES : { en: "", ko: "" },
  })),
);

const MULTICAST: Choice = {
  value: "multicast",
  label: { en: "Multicast", ko: "멀티캐스트" },
  detail: {
    en: "Nodes of one network find each other. Most clouds do not carry it.",
    ko: "한 네트워크의 노드가 서로를 찾습니다. 대부분의 클라우드에서는 쓸 수 없습니다.",
  },
};
const STATIC: Choice = {
  value: "static",
  label: { en: "Static members", ko: "정적 멤버" },
  detail: {
    en: "Every node names the others by address and port.",
    ko: "노드마다 다른 노드의 주소와 포트를 적습니다.",
  },
};
const KUBERNETES: Choice = {
  value: "kubernetes",
  label: { en: "Kubernetes", ko: "Kubernetes" },
  detail: {
    en: "Asks the API for pods; the service account must be allowed to list them.",
    ko: "API에서 파드를 찾습니다. 서비스 계정에 파드 목록 권한이 필요합니다.",
  },
};
const DNS: Choice = {
  value: "dns",
  label: { en: "DNS of Kubernetes", ko: "Kubernetes DNS" },
  detail: { en: "Looks up a headless Service.", ko: "헤드리스 서비스를 조회합니다." },
};
function membership(answers: Answers): Question {
  const tomcat = answers["tomcat"];
  const line = tomcat === undefined ? undefined : lineOf(tomcat);
  const cloud = !line || catalogOf(line).classNamed(CLOUD_SERVICE) !== undefined;
  return choice(
    "membership",
    { en: "How do the nodes find each other?", ko: "노드가 서로를 어떻게 찾습니까?" },
    "static",
    [STATIC, MULTICAST, ...(cloud ? [KUBERNETES, DNS] : [])],
  );
}

const HOSTS: Question = {
  id: "hosts",
  title: {
    en: "Addresses of the nodes, with commas; the same one twice for two Tomcats on one machine",
    ko: "노드의 주소를 쉼표로 구분해 쓰십시오. 한 장비에 Tomcat이 둘이면 같은 주소를 두 번 씁니다",
  },
  choices: undefined,
  initial: "192.168.56.7, 192.168.56.8",
  problem: (value, answers) => hostsProblem(value, membershipIn(answers)),
};

const SERVICE: Question = {
  id: "service",
  title: { en: "Name of the headless Service", ko: "헤드리스 서비스의 이름" },
  choices: undefined,
  initial: "tomcat",
  problem: (value) =>
    /^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/.test(value)
      ? undefined
      : {
          en: "A DNS name: small letters, digits, - and dots.",
          ko: "DNS 이름이어야 합니다. 영문 소문자, 숫자, -, 점만 쓰십시오.",
        },
};

const SENDING = choice("sending", { en: "How are changes sent?", ko: "변경을 어떻게 전송합니까?" }, "sync", [
  {
    value: "sync",
    label: { en: "Synchronous (6)", ko: "동기(6)" },
    detail: {
      en: "A request ends when the other nodes have its changes.",
      ko: "다른 노드가 변경을 반영한 뒤에 요청이 끝납니다.",
    },
  },
  {
    value: "async",
    label: { en: "Asynchronous (14)", ko: "비동기(14)" },
    detail: {
      en: "A request does not wait; what is not sent yet is lost with its node.",
      ko: "요청이 기다리지 않습니다. 노드가 죽으면 아직 보내지 않은 변경은 사라집니다.",
    },
  },
]);

const MANAGER = choice("manager", { en: "Where are sessions kept?", ko: "세션을 어디에 보관합니까?" }, "delta", [
  {
    value: "delta",
    label: { en: "On every node (DeltaManager)", ko: "모든 노드(DeltaManager)" },
    detail: { en: "For up to four nodes or so.", ko: "노드가 4개 정도까지일 때 알맞습니다." },
  },
  {
    value: "backup",
    label: { en: "On one other node (BackupManager)", ko: "다른 노드 하나(BackupManager)" },
    detail: { en: "For many nodes.", ko: "노드가 많을 때 알맞습니다." },
  },
]);

const ENCRYPTION = choice(
  "encryption",
  { en: "Encrypt what the nodes send?", ko: "노드 사이의 통신을 암호화합니까?" },
  "on",
  [
    {
      value: "on",
      label: { en: "Yes, with a new random key", ko: "예, 새 무작위 키로" },
      detail: {
        en: "AES/GCM; the key goes to conf/catalina.properties (from 7.0.100, 8.5.38, 9.0.14)",
        ko: "AES/GCM. 키는 conf/catalina.properties에 씁니다(7.0.100, 8.5.38, 9.0.14부터).",
      },
    },
    {
      value: "off",
      label: { en: "No", ko: "아니요" },
      detail: {
        en: "Only in a network nobody else can reach.",
        ko: "다른 사람이 접근할 수 없는 네트워크에서만 쓰십시오.",
      },
    },
  ],
);

const BALANCER = choice("balancer", { en: "And a load balancer?", ko: "로드 밸런서도 만듭니까?" }, "none", [
  {
    value: "none",
    label: { en: "No", ko: "아니요" },
    detail: { en: "Or one that is there.", ko: "또는 이미 있습니다." },
  },
  {
    value: "httpd",
    label: { en: "Apache httpd", ko: "Apache httpd" },
    detail: { en: "Finds the node by the end of the session id.", ko: "세션 ID의 끝을 보고 노드를 찾습니다." },
  },
  {
    value: "mod_jk",
    label: { en: "Apache httpd with mod_jk", ko: "Apache httpd와 mod_jk" },
    detail: {
      en: "The same over AJP, with a secret on each node.",
      ko: "AJP로 똑같이 하며, 노드마다 secret을 둡니다.",
    },
  },
  {
    value: "nginx",
    label: { en: "nginx", ko: "nginx" },
    detail: { en: "Finds the node by the end of the session id.", ko: "세션 ID의 끝을 보고 노드를 찾습니다." },
  },
  {
    value: "haproxy",
    label: { en: "HAProxy", ko: "HAProxy" },
    detail: { en: "Remembers the node in a cookie of its own.", ko: "자체 쿠키에 노드를 기억합니다." },
  },
]);

function choice(id: string, title: Localized, initial: string, choices: readonly Choice[]): Question {
  return {
    id,
    title,
    choices,
    initial,
    problem: (value) => {
      if (choices.some((each) => each.value === value)) return undefined;
      const known = choices.map((each) => each.value).join(", ");
      return { en: `${id} is one of ${known}.`, ko: `${josa(id, "은")} ${known} 중 하나입니다.` };
    },
  };
}
