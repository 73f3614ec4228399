import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import { LINES } from "../schema/lines.ts";
import {
  BALANCERS,
  type BalancerKind,
  type ClusterPlan,
  isCloud,
  MANAGERS,
  MEMBERSHIPS,
  type NodePlan,
  nodesAt,
  type Ports,
  SENDINGS,
} from "./plan.ts";
import { type Answers, hostsOf, isAnswered, type Question, questionsFor } from "./questions.ts";

/** Names and ports that the user sets for single nodes, by the node's index; undefined where the usual ones apply. */
export interface NodeChoices {
  readonly names?: readonly string[];
  readonly ports?: Readonly<Partial<Record<keyof Ports, readonly number[]>>>;
}

/** The plan made from complete answers, or the first problem with them. `key` is used where encryption is chosen. */
export function planOf(
  answers: Answers,
  key: string,
  choices: NodeChoices = {},
): { readonly plan: ClusterPlan } | { readonly problem: Localized } {
  for (const question of questionsFor(answers)) {
    const value = answers[question.id];
    // Without the question about a load balancer, the plan has none.
    if (value === undefined && question.id === "balancer") continue;
    if (value === undefined) return { problem: question.title };
    const problem = question.problem(value, answers);
    if (problem) return { problem };
  }
  const line = LINES.find((each) => each === answers["tomcat"]);
  const membership = MEMBERSHIPS.find((each) => each === answers["membership"]);
  const sending = SENDINGS.find((each) => each === answers["sending"]);
  const manager = MANAGERS.find((each) => each === answers["manager"]);
  // The checks above make this unreachable; it narrows the types.
  if (!line || !membership || !sending || !manager) return { problem: { en: "incomplete", ko: "불완전합니다" } };
  const nodes = plannedNodes(isCloud({ membership }) ? ["localhost"] : hostsOf(answers), choices);
  const balancer = isCloud({ membership }) ? undefined : BALANCERS.find((each) => each === answers["balancer"]);
  const plan: ClusterPlan = {
    line,
    membership,
    sending,
    manager,
    nodes,
    encryptionKey: answers["encryption"] === "on" ? key : undefined,
    service: answers["service"],
    balancer,
    ...(balancer === "mod_jk" ? { ajpSecret: ajpSecretOf(key) } : {}),
  };
  const problem = nodesProblem(nodes, balancer);
  return problem ? { problem } : { plan };
}

/** A secret beside the key of the cluster, which tells nothing of it. */
function ajpSecretOf(key: string): string {
  return bytesToHex(sha256(utf8ToBytes(`AJP ${key}`))).slice(0, 32);
}

/** The nodes at these addresses, with the names and ports set for each. */
export function plannedNodes(hosts: readonly string[], choices: NodeChoices): readonly NodePlan[] {
  return nodesAt(hosts).map((node, index) => chosen(node, index, choices));
}

function chosen(node: NodePlan, index: number, { names, ports }: NodeChoices): NodePlan {
  const { shutdown, http, receiver, ajp } = node.ports;
  return {
    name: names?.[index] ?? node.name,
    host: node.host,
    ports: {
      shutdown: ports?.shutdown?.[index] ?? shutdown,
      http: ports?.http?.[index] ?? http,
      receiver: ports?.receiver?.[index] ?? receiver,
      ajp: ports?.ajp?.[index] ?? ajp,
    },
  };
}

/**
 * Why names or ports cannot be used: names become folders and parts of session ids, and nodes of one machine share its
 * ports.
 */
export function nodesProblem(nodes: readonly NodePlan[], balancer?: BalancerKind): Localized | undefined {
  const names = new Set<string>();
  const taken = new Map<string, string>();
  for (const { name, host, ports } of nodes) {
    if (!/^[A-Za-z\d][\w-]*$/.test(name)) {
      return {
        en: `"${name}" cannot be a node's name: letters, digits, - and _ only.`,
        ko: `${josa(`"${name}"`, "은")} 노드 이름으로 쓸 수 없습니다. 영문자, 숫자, -, _만 쓰십시오.`,
      };
    }
    if (names.has(name)) return { en: `Two nodes are called ${name}.`, ko: `이름이 ${name}인 노드가 둘입니다.` };
    names.add(name);
    const ajp = balancer === "mod_jk" ? [ports.ajp] : [];
    for (const port of [ports.shutdown, ports.http, ports.receiver, ...ajp]) {
      if (!(Number.isInteger(port) && port >= 1 && port <= 65_535)) {
        return {
          en: `${port} is no port: 1 to 65535.`,
          ko: `${josa(port, "은")} 포트 번호가 아닙니다. 1~65535여야 합니다.`,
        };
      }
      const other = taken.get(`${host}:${port}`);
      if (other !== undefined) {
        return {
          en: `${other} and ${name} would both want port ${port} of ${host}.`,
          ko: `${josa(other, "과")} ${josa(name, "이")} 모두 ${host}의 포트 ${josa(port, "을")} 쓰게 됩니다.`,
        };
      }
      taken.set(`${host}:${port}`, name);
    }
  }
  return undefined;
}

/** The questions without an answer, the next one first. */
export function openQuestions(answers: Answers): readonly Question[] {
  return questionsFor(answers).filter((question) => !isAnswered(question, answers));
}
