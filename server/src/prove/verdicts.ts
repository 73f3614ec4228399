import { balancerVerdicts } from "./balancer-verdicts.ts";
import type { ProofFacts } from "./facts.ts";
import { failoverVerdicts } from "./failover-verdicts.ts";
import { identityVerdicts } from "./identity-verdicts.ts";
import { refusalVerdict } from "./refusal.ts";
import { replicationVerdicts } from "./replication-verdicts.ts";
import { endingVerdicts, routeVerdicts } from "./session-verdicts.ts";
import type { ProofVerdict } from "./verdict.ts";

/** All verdicts on the observations, the gravest first. */
export function verdictsOf(facts: ProofFacts): readonly ProofVerdict[] {
  const verdicts = [
    ...facts.unreached.map(({ target, why }) => refusalVerdict(target.name, why)),
    ...(facts.balancer?.why ? [refusalVerdict(facts.balancer.target.name, facts.balancer.why)] : []),
    ...identityVerdicts(facts),
    ...replicationVerdicts(facts),
    ...routeVerdicts(facts),
    ...endingVerdicts(facts),
    ...balancerVerdicts(facts),
    ...(facts.failover ? failoverVerdicts(facts.failover) : []),
    ...leftovers(facts),
  ];
  return verdicts.sort((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level));
}

const LEVELS: readonly ProofVerdict["level"][] = ["failed", "partly", "unknown", "passed", "note"];

function* leftovers({ interrupted, left, targets, nodes }: ProofFacts): Generator<ProofVerdict> {
  if (interrupted) {
    yield {
      ...{ id: "interrupted", level: "unknown" },
      text: { en: "Stopped before the end.", ko: "끝나기 전에 중단되었습니다." },
      next: [],
    };
  } else if (nodes.length < 2 && targets.length > 1) {
    yield {
      ...{ id: "too-few", level: "unknown" },
      text: {
        en: "Less than two nodes are there to prove it between.",
        ko: "서로 비교할 노드가 두 개 이상 있어야 합니다.",
      },
      next: [],
    };
  }
  if (left > 0) {
    yield {
      ...{ id: "sessions-left", level: "note" },
      text: {
        en: `${left} ${left === 1 ? "session" : "sessions"} could not be ended; they expire by themselves.`,
        ko: `세션 ${left}개를 끝내지 못했습니다. 세션 만료 시간이 지나면 없어집니다.`,
      },
      next: [],
    };
  }
}
