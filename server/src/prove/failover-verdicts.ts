import type { FailoverFacts, Sight } from "./facts.ts";
import type { ProofVerdict } from "./verdict.ts";

const missing = (sights: readonly Sight[]) => sights.filter(({ miss }) => miss !== undefined);
const names = (sights: readonly Sight[]) => sights.map(({ node }) => node.name).join(", ");

/** The verdicts on a failover. */
export function* failoverVerdicts(facts: FailoverFacts): Generator<ProofVerdict> {
  const { node, state, kept, written, balanced, returned, after } = facts;
  if (state === "not-asked" || state === "not-stopped" || state === "not-ready") yield NOT_TRIED[state];
  const lost = missing(kept);
  if (lost.length > 0) {
    yield {
      ...{ id: "lost-with-node", level: "failed" },
      text: {
        en: `After ${node.name} was stopped, ${names(lost)} did not have the session or its value.`,
        ko: `${node.name} 노드를 중지한 뒤 ${names(lost)} 노드에 세션이나 값이 없었습니다.`,
      },
      next: [],
    };
  }
  if (balanced?.miss !== undefined && lost.length === 0) yield lostByBalancer(node.name, balanced.node.name);
  const unwritten = missing(written);
  if (unwritten.length > 0 && lost.length === 0) {
    yield {
      ...{ id: "write-lost", level: "failed" },
      text: {
        en: `What was written while ${node.name} was stopped was not seen on ${names(unwritten)}.`,
        ko: `${node.name} 노드가 중지된 동안 저장한 값이 ${names(unwritten)} 노드에서 보이지 않았습니다.`,
      },
      next: [],
    };
  }
  if (returned?.miss !== undefined) {
    yield {
      ...{ id: "lost-after-return", level: "failed" },
      text: {
        en: `${node.name} came back without what was written while it was stopped.`,
        ko: `${node.name} 노드가 중지된 동안 저장한 값 없이 다시 시작되었습니다.`,
      },
      next: [
        {
          en: "A DeltaManager asks for all sessions when it starts: its log says whether they came, or the time was over.",
          ko: "DeltaManager는 시작할 때 모든 세션을 요청합니다. 세션이 도착했는지 시간이 초과되었는지 로그에 남습니다.",
        },
      ],
    };
  }
  const unseen = missing(after);
  if (unseen.length > 0) {
    yield {
      ...{ id: "lost-from-returned", level: "failed" },
      text: {
        en: `What was written on ${node.name} after its return was not seen on ${names(unseen)}.`,
        ko: `다시 시작된 ${node.name} 노드에 저장한 값이 ${names(unseen)} 노드에서 보이지 않았습니다.`,
      },
      next: [],
    };
  }
  if (state === "not-started") {
    yield {
      ...{ id: "not-started", level: "note" },
      text: {
        en: `${node.name} was not started again: what it has after its return was not tried.`,
        ko: `${node.name} 노드가 다시 시작되지 않아 그 뒤는 테스트하지 못했습니다.`,
      },
      next: [],
    };
  }
  const failed = [...lost, ...unwritten, ...unseen].length > 0 || returned?.miss !== undefined;
  if (state === "done" && !failed && balanced?.miss === undefined) {
    yield {
      ...{ id: "survived", level: "passed" },
      text: {
        en: `The session survived ${node.name}, and ${node.name} had it when it came back.`,
        ko: `${node.name} 노드가 중지되어도 세션이 유지되었고, 다시 시작된 ${node.name} 노드에도 세션이 있습니다.`,
      },
      next: [],
    };
  }
}

/** The other nodes have the session, and the balancer does not give it. */
function lostByBalancer(stopped: string, asked: string): ProofVerdict {
  return {
    ...{ id: "balancer-lost-it", level: "failed" },
    text: {
      en: `After ${stopped} was stopped, the session was on the other nodes, but not to be had through ${asked}.`,
      ko: `${stopped} 노드를 중지한 뒤 세션이 다른 노드에는 있지만 ${asked} 주소로는 쓸 수 없었습니다.`,
    },
    next: [
      {
        en: "Does the load balancer know the other nodes, and how long does it take to notice that one is gone?",
        ko: "로드 밸런서에 다른 노드가 등록되어 있습니까? 노드가 사라진 것을 언제 알아챕니까?",
      },
    ],
  };
}

const NOT_TRIED: Readonly<Record<"not-asked" | "not-stopped" | "not-ready", ProofVerdict>> = {
  "not-asked": {
    ...{ id: "failover-not-tried", level: "note" },
    text: {
      en: "Not tried: whether a session survives when its node is stopped, and comes back with it.",
      ko: "테스트하지 않음: 노드를 중지해도 세션이 유지되는지, 다시 시작된 노드에 세션이 있는지.",
    },
    next: [],
  },
  "not-stopped": {
    ...{ id: "failover-not-tried", level: "note" },
    text: {
      en: "The node was not stopped: whether a session survives was not tried.",
      ko: "노드가 중지되지 않아 세션이 유지되는지 테스트하지 못했습니다.",
    },
    next: [],
  },
  "not-ready": {
    ...{ id: "failover-not-tried", level: "note" },
    text: {
      en: "No failover was tried: the session was not on all nodes before.",
      ko: "그 전에 모든 노드에 세션이 있지 않아 장애 조치를 테스트하지 않았습니다.",
    },
    next: [],
  },
};
