import type { Localized } from "../base/localized.ts";
import { arrives, type Link, type NodeFacts, overtakenOn, type ProofFacts } from "./facts.ts";
import type { ProofVerdict } from "./verdict.ts";

type Counter = "routeWritten" | "routeKept" | "stillThere" | "notEnded" | "renewed";
const sum = (links: readonly Link[], name: Counter) => links.reduce((all, link) => all + link[name], 0);

/** Verdicts on the route in the session id when another node takes the session over. */
export function* routeVerdicts({ links, nodes }: ProofFacts): Generator<ProofVerdict> {
  const [written, kept] = [sum(links, "routeWritten"), sum(links, "routeKept")];
  const withRoute = nodes.filter(({ route }) => route !== undefined);
  if (nodes.length > 1 && withRoute.length === 0) yield NO_ROUTE;
  if (kept === 0 || kept < written) return;
  yield {
    ...{ id: "route-not-rewritten", level: "failed" },
    text: {
      en: "The node that takes a session over leaves the other node's route in its id: a load balancer goes on asking for the node that is gone.",
      ko: "세션을 이어받은 노드가 ID에 다른 노드의 route를 그대로 둡니다. 로드 밸런서는 사라진 노드를 계속 찾습니다.",
    },
    next: [
      {
        en: "Is there a JvmRouteBinderValve in the Cluster beside the ReplicationValve, and is it enabled?",
        ko: "Cluster에 ReplicationValve와 함께 JvmRouteBinderValve가 있고 켜져 있습니까?",
      },
      ...(withRoute.length === nodes.length ? [] : [missingRoute(nodes)]),
    ],
  };
}

const NO_ROUTE: ProofVerdict = {
  ...{ id: "no-route", level: "note" },
  text: {
    en: "No session id carries a route: a load balancer must stick by its own means, or not at all.",
    ko: "세션 ID에 route가 없습니다. 로드 밸런서가 다른 방법으로 세션을 유지해야 합니다.",
  },
  next: [],
};

function missingRoute(nodes: readonly NodeFacts[]): Localized {
  const without = nodes
    .filter(({ route }) => route === undefined)
    .map(({ target }) => target.name)
    .join(", ");
  return { en: `The Engine of ${without} has no jvmRoute.`, ko: `${without} 노드의 Engine에 jvmRoute가 없습니다.` };
}

/** Verdicts on removed values and ended sessions. */
export function* endingVerdicts({ links }: ProofFacts): Generator<ProofVerdict> {
  // Where nothing arrives, removals do not either.
  if (links.some((link) => link.tried > 0 && !arrives(link))) return;
  const [still, kept, renewed] = [sum(links, "stillThere"), sum(links, "notEnded"), sum(links, "renewed")];
  // Where first changes are overtaken, so may these be.
  const level = links.some((link) => overtakenOn(link) > 0) ? "partly" : "failed";
  if (still > 0) {
    yield {
      ...{ id: "removal-lost", level },
      text: {
        en: `A value that was removed was still there on the other node (${still} times).`,
        ko: `제거한 값이 다른 노드에 남아 있었습니다(${still}번).`,
      },
      next: [],
    };
  }
  if (kept > 0) {
    yield {
      ...{ id: "ending-lost", level },
      text: {
        en: `A session that was invalidated went on living on the other node (${kept} times).`,
        ko: `무효화한 세션이 다른 노드에 살아 있었습니다(${kept}번).`,
      },
      next: [],
    };
  }
  if (renewed > 0) {
    yield {
      ...{ id: "renewed", level: "note" },
      text: {
        en: `The other node showed a session as new, or with another time of creation (${renewed} times).`,
        ko: `다른 노드가 세션을 새 세션으로, 또는 다른 생성 시각으로 표시했습니다(${renewed}번).`,
      },
      next: [],
    };
  }
}
