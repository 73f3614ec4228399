import type { Visit } from "./browser.ts";
import type { NodeFacts, Unreached } from "./facts.ts";
import type { ProofTarget } from "./port.ts";
import type { Walk } from "./walk.ts";

/** How often each address is asked for its node: behind a balancer, several nodes answer. */
const TIMES = 3;

export interface Introduced {
  readonly nodes: readonly NodeFacts[];
  readonly unreached: readonly Unreached[];
  readonly same: readonly (readonly [ProofTarget, ProofTarget])[];
  readonly several: readonly ProofTarget[];
}

/** Determines the node at each address; the sessions this begins are not needed any more. */
export async function introduce(targets: readonly ProofTarget[], walk: Walk): Promise<Introduced> {
  const nodes: NodeFacts[] = [];
  const unreached: Unreached[] = [];
  const same: (readonly [ProofTarget, ProofTarget])[] = [];
  const several: ProofTarget[] = [];
  for (const named of targets) {
    const met = await meet(named, walk);
    if ("why" in met) unreached.push(met);
    else if (met.runs > 1) several.push(met.node.target);
    else {
      const twin = nodes.find(({ run }) => run === met.node.run);
      if (twin) same.push([twin.target, met.node.target]);
      else nodes.push(met.node);
    }
    if (walk.host.stopped()) break;
  }
  return { nodes, unreached, same, several };
}

async function meet(
  named: ProofTarget,
  walk: Walk,
): Promise<Unreached | { readonly node: NodeFacts; readonly runs: number }> {
  const runs = new Set<string>();
  let node: NodeFacts | undefined;
  for (let time = 0; time < TIMES; time++) {
    const browser = walk.browser();
    let visit = await browser.visit(node?.target ?? named);
    // Jasper compiles the page at its first request, which may take longer than any other.
    if (time === 0 && isLate(visit)) visit = await browser.visit(named);
    browser.leave();
    if (visit.kind === "refused") return { target: named, why: visit.why };
    const { run, served, route } = visit.page;
    runs.add(run);
    // After a redirection, its target is used from then on.
    const url = visit.kind === "own" ? visit.url : named.url;
    node ??= { target: { ...named, url }, run, served, route };
  }
  return node ? { node, runs: runs.size } : { target: named, why: { kind: "other" } };
}

function isLate(visit: Visit): boolean {
  return visit.kind === "refused" && visit.why.kind === "silent" && visit.why.code === "TIMEOUT";
}
