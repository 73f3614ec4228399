import type { Localized } from "../base/localized.ts";
import { type NodeChoices, nodesProblem, plannedNodes } from "./answers.ts";
import { hostsIn } from "./hosts.ts";
import { BALANCERS, nodesAt, type Ports } from "./plan.ts";
import { type Answers, hostsOf, type Question } from "./questions.ts";

/** The order in which a node's ports are typed. */
const PORTS = ["http", "shutdown", "receiver"] as const satisfies readonly (keyof Ports)[];

/**
 * The names and ports typed for single nodes, by index: nodes are separated by commas, the ports of one node by
 * slashes.
 */
export function nodeChoices(answers: Answers): NodeChoices {
  const names = answers["names"] === undefined ? undefined : hostsIn(answers["names"]);
  const written = answers["ports"] === undefined ? undefined : portsIn(answers["ports"]);
  if (!written) return names ? { names } : {};
  // One port for each node is the Receiver's: an existing file has the others.
  const kinds = written.every((ports) => ports.length === 1) ? (["receiver"] as const) : PORTS;
  const ports = Object.fromEntries(
    kinds.map((kind, place) => [kind, written.map((each) => each[place] ?? Number.NaN)]),
  );
  return { ...(names ? { names } : {}), ports };
}

function portsIn(text: string): readonly (readonly number[])[] {
  return hostsIn(text).map((node) => node.split("/").map((port) => (/^\d+$/.test(port) ? Number(port) : Number.NaN)));
}

/** The questions about single nodes. `known` are names suggested by existing files. */
export function nodeQuestions(answers: Answers, known: readonly string[] | undefined): readonly Question[] {
  const nodes = nodesAt(hostsOf(answers));
  const onlyReceivers = known !== undefined;
  const names = known && new Set(known).size === nodes.length && known.every(isName) ? known : nodes.map((n) => n.name);
  const ports = nodes.map((node) =>
    onlyReceivers ? `${node.ports.receiver}` : PORTS.map((kind) => node.ports[kind]).join("/"),
  );
  return [
    {
      id: "names",
      title: {
        en: "Names of the nodes, with commas: each is a folder and the jvmRoute",
        ko: "노드의 이름을 쉼표로 구분해 쓰십시오. 폴더 이름과 jvmRoute가 됩니다",
      },
      choices: undefined,
      initial: names.join(", "),
      problem: (value, all) => problemOf({ ...all, names: value }, nodes.length, hostsIn(value).length),
    },
    {
      id: "ports",
      title: onlyReceivers
        ? {
            en: "Ports of the Receivers, with commas: where the nodes listen for each other",
            ko: "Receiver의 포트를 쉼표로 구분해 쓰십시오. 노드끼리 주고받는 포트입니다",
          }
        : {
            en: "Ports of the nodes, with commas: HTTP/shutdown/Receiver",
            ko: "노드의 포트를 쉼표로 구분해 쓰십시오: HTTP/종료/Receiver",
          },
      choices: undefined,
      initial: ports.join(", "),
      problem: (value, all) => {
        const written = portsIn(value);
        const each = onlyReceivers ? 1 : PORTS.length;
        if (written.some((node) => node.length !== each)) return FORM;
        return problemOf({ ...all, ports: value }, nodes.length, written.length);
      },
    },
  ];
}

const FORM: Localized = {
  en: "Write the three ports of a node like 8080/8005/4000, and commas between nodes.",
  ko: "노드마다 8080/8005/4000처럼 포트 세 개를 쓰고 노드 사이에는 쉼표를 쓰십시오.",
};

function problemOf(answers: Answers, nodes: number, written: number): Localized | undefined {
  if (written !== nodes) {
    return { en: `${nodes} nodes, but ${written} are written.`, ko: `노드는 ${nodes}개인데 ${written}개를 썼습니다.` };
  }
  const balancer = BALANCERS.find((each) => each === answers["balancer"]);
  return nodesProblem(plannedNodes(hostsOf(answers), nodeChoices(answers)), balancer);
}

function isName(text: string): boolean {
  return nodesProblem([{ name: text, host: "", ports: { shutdown: 1, http: 2, receiver: 3, ajp: 4 } }]) === undefined;
}
