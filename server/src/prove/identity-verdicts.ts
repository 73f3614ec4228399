import type { ProofFacts } from "./facts.ts";
import type { ProofTarget } from "./port.ts";
import type { ProofVerdict } from "./verdict.ts";

const names = (targets: readonly ProofTarget[]) => targets.map(({ name }) => name).join(", ");

/** Verdicts on addresses that are no distinct nodes, and on nodes that cannot be told apart. */
export function* identityVerdicts({ same, several, nodes }: ProofFacts): Generator<ProofVerdict> {
  for (const [one, other] of same) {
    yield {
      ...{ id: "same-node", level: "unknown" },
      text: {
        en: `${one.name} and ${other.name} are the same node: nothing is proved between them.`,
        ko: `${one.name} 주소와 ${other.name} 주소는 같은 노드입니다. 둘 사이의 복제는 증명할 수 없습니다.`,
      },
      next: [{ en: "Name an address of each node.", ko: "노드마다 다른 주소를 지정하십시오." }],
    };
  }
  for (const { name } of several) {
    yield {
      ...{ id: "several-nodes", level: "unknown" },
      text: {
        en: `Several nodes answer behind ${name}: it is a load balancer, not a node.`,
        ko: `${name} 주소에서 여러 노드가 응답합니다. 노드가 아니라 로드 밸런서입니다.`,
      },
      next: [
        {
          en: "Name the nodes' own addresses, and this one with --balancer.",
          ko: "노드 자신의 주소를 지정하고, 이 주소는 --balancer로 지정하십시오.",
        },
      ],
    };
  }
  const routes = nodes.flatMap(({ route }) => (route === undefined ? [] : [route]));
  const twice = routes.find((route, index) => routes.indexOf(route) !== index);
  if (twice !== undefined) {
    yield {
      ...{ id: "same-route", level: "failed" },
      text: {
        en: `${names(nodes.filter(({ route }) => route === twice).map(({ target }) => target))} have the same jvmRoute "${twice}": a load balancer cannot tell them apart.`,
        ko: `${names(nodes.filter(({ route }) => route === twice).map(({ target }) => target))} 노드의 jvmRoute가 "${twice}" 값으로 같습니다. 로드 밸런서가 노드를 구분하지 못합니다.`,
      },
      next: [
        {
          en: "Give each Engine a jvmRoute of its own, the one the load balancer knows it by.",
          ko: "Engine마다 로드 밸런서에 적힌 대로 다른 jvmRoute를 지정하십시오.",
        },
      ],
    };
  }
}
