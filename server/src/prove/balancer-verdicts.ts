import { arrives, type ProofFacts } from "./facts.ts";
import type { ProofVerdict } from "./verdict.ts";

/** Verdicts on sessions that go through the load balancer. */
export function* balancerVerdicts({ balancer, nodes, links }: ProofFacts): Generator<ProofVerdict> {
  if (!balancer || balancer.why || balancer.visits === 0) return;
  const { target, answered, visits, lost } = balancer;
  const works = links.every(arrives);
  if (!works && lost === 0 && answered.size === 1) {
    yield {
      ...{ id: "stickiness-hides", level: "failed" },
      text: {
        en: `Through ${target.name} it seems to work: the same node answers each time. Only stickiness hides that the sessions are nowhere else.`,
        ko: `${target.name} 주소를 거치면 늘 같은 노드가 응답해 잘 되는 것처럼 보입니다. 세션이 다른 노드에 없다는 사실을 세션 고정이 가릴 뿐입니다.`,
      },
      next: [],
    };
  }
  if (lost > 0) {
    yield {
      ...{ id: "lost-through-balancer", level: "failed" },
      text: {
        en: `Through ${target.name} the session or its last value was lost at ${lost} of ${visits} visits.`,
        ko: `${target.name} 주소를 거친 요청 ${visits}번 가운데 ${lost}번 세션이나 마지막 값을 잃었습니다.`,
      },
      next: [
        {
          en: "Does the load balancer send every request of a session to the same node, by the route or by a cookie?",
          ko: "로드 밸런서가 route나 쿠키에 따라 한 세션의 모든 요청을 같은 노드로 보냅니까?",
        },
      ],
    };
  } else if (answered.size > 1) {
    yield {
      ...{ id: "not-sticky", level: "note" },
      text: {
        en: `${target.name} sends the requests of one session to ${answered.size} nodes: each change must have arrived before the next request.`,
        ko: `${target.name} 주소는 한 세션의 요청을 노드 ${answered.size}개로 나누어 보냅니다. 다음 요청 전에 변경이 도착해야 합니다.`,
      },
      next: [],
    };
  }
  const strangers = [...answered.keys()].filter((run) => !nodes.some((node) => node.run === run)).length;
  if (strangers > 0) {
    yield {
      ...{ id: "node-not-named", level: "note" },
      text: {
        en: `Behind ${target.name} a node answers that was not named here.`,
        ko: `${target.name} 주소 뒤에서 여기에 지정하지 않은 노드가 응답합니다.`,
      },
      next: [],
    };
  }
}
