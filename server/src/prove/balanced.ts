import type { BalancerFacts } from "./facts.ts";
import type { ProofTarget } from "./port.ts";
import type { Walk } from "./walk.ts";

const VISITS = 20;

/** Visits a balancer with one session, as a browser does: which nodes answer, and whether the session stays. */
export async function visitBalancer(
  target: ProofTarget,
  nodes: readonly ProofTarget[],
  walk: Walk,
): Promise<BalancerFacts> {
  const answered = new Map<string, number>();
  const browser = walk.browser();
  let visits = 0;
  let lost = 0;
  const facts = (why: BalancerFacts["why"]): BalancerFacts => ({ target, why, answered, visits, lost });
  let value: string | undefined;
  for (; visits < VISITS && !walk.host.stopped(); visits++) {
    const next = walk.value();
    const visit = await browser.visit(target, { entry: next });
    if (visit.kind === "refused") {
      if (visits === 0) return facts(visit.why);
      lost++;
      continue;
    }
    answered.set(visit.page.run, (answered.get(visit.page.run) ?? 0) + 1);
    if (visit.kind === "other" || (value !== undefined && !visit.page.entries.includes(value))) lost++;
    if (visit.kind === "own") value = next;
  }
  await browser.endEverywhere([target, ...nodes]);
  return facts(undefined);
}
