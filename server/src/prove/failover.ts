import type { Browser } from "./browser.ts";
import type { FailoverFacts, NodeFacts, Sight } from "./facts.ts";
import type { ProofTarget } from "./port.ts";
import { mayBeOvertaken, type Walk } from "./walk.ts";

/** How long the user may take to stop a node, or to start it, in milliseconds. */
const USERS_PATIENCE = 15 * 60_000;
/** The shortest time given to a node after its start, and to the others after a stop, in milliseconds. */
const AFTER_CHANGE = 30_000;
const STEP = 500;

/**
 * Takes a session through a failover: its node is stopped, the session is read and written on the other nodes, the node
 * is started, and the session is read and written there.
 */
export async function failOver(
  nodes: readonly NodeFacts[],
  balancer: ProofTarget | undefined,
  walk: Walk,
): Promise<FailoverFacts | undefined> {
  const [home, ...others] = nodes;
  if (!home) return undefined;
  const attempt = new Attempt(home, others, balancer, walk);
  const facts = await attempt.run();
  await attempt.browser.endEverywhere(nodes.map(({ target }) => target));
  return facts;
}

class Attempt {
  readonly #home: NodeFacts;
  readonly #others: readonly NodeFacts[];
  readonly #balancer: ProofTarget | undefined;
  readonly #walk: Walk;
  readonly #patience: number;
  readonly browser: Browser;
  #kept: readonly Sight[] = [];
  #written: readonly Sight[] = [];
  #after: readonly Sight[] = [];
  #balanced: Sight | undefined;
  #returned: Sight | undefined;
  #overtaken = 0;

  constructor(home: NodeFacts, others: readonly NodeFacts[], balancer: ProofTarget | undefined, walk: Walk) {
    this.#home = home;
    this.#others = others;
    this.#balancer = balancer;
    this.#walk = walk;
    this.#patience = Math.max(walk.patience, AFTER_CHANGE);
    this.browser = walk.browser();
  }

  async run(): Promise<FailoverFacts> {
    const { host } = this.#walk;
    const { target } = this.#home;
    if (!host.ask) return this.#facts("not-asked");
    const { value: before, own, sights: seen } = await this.#writesFor(this.#others, target);
    if (own.miss !== undefined || seen.length === 0 || seen.some(({ miss }) => miss !== undefined))
      return this.#facts("not-ready");
    host.ask("stop", target);
    if (!(await this.#waitFor(() => this.#isGone()))) return this.#facts("not-stopped");

    this.#kept = await this.#sightsOf(this.#others, before);
    if (this.#balancer) this.#balanced = await this.#sightOf(this.#balancer, before);
    const [survivor, ...rest] = this.#others;
    let during = before;
    if (survivor) {
      const meanwhile = await this.#writesFor(rest, survivor.target);
      during = meanwhile.value;
      this.#written = [...(host.stopped() ? [] : [meanwhile.own]), ...meanwhile.sights];
    }
    host.ask("start", target);
    if (!(await this.#waitFor(() => this.#isBack()))) return this.#facts("not-started");

    this.#returned = await this.#sightOf(target, during);
    this.#after = (await this.#writesFor(this.#others, target)).sights;
    return this.#facts(host.stopped() ? "not-started" : "done");
  }

  #facts(state: FailoverFacts["state"]): FailoverFacts {
    return {
      node: this.#home.target,
      state,
      ...{ kept: this.#kept, written: this.#written, balanced: this.#balanced },
      ...{ returned: this.#returned, after: this.#after, overtaken: this.#overtaken },
    };
  }

  /**
   * Writes a value on a node, and looks for it on some others. Where it is not there but the node's next one is, the
   * proof goes on with that.
   */
  async #writesFor(others: readonly NodeFacts[], target: ProofTarget) {
    const value = this.#walk.value();
    const { miss, took } = await this.#walk.writes(this.browser, target, value, this.#patience);
    const own: Sight = { node: target, miss, took };
    const sights = await this.#sightsOf(others, value);
    const isOther = miss === undefined && sights.some((sight) => mayBeOvertaken(sight.miss));
    if (!isOther || this.#walk.host.stopped()) return { value, own, sights };
    await this.#walk.writesAhead(this.browser, target);
    const next = this.#walk.value();
    await this.#walk.writes(this.browser, target, next);
    const again = await this.#sightsOf(others, next);
    if (again.some((sight) => sight.miss !== undefined)) return { value, own, sights };
    this.#overtaken++;
    return { value: next, own, sights: again };
  }

  async #sightsOf(nodes: readonly NodeFacts[], value: string): Promise<readonly Sight[]> {
    const sights: Sight[] = [];
    for (const { target } of nodes) {
      const sight = await this.#sightOf(target, value);
      if (sight) sights.push(sight);
    }
    return sights;
  }

  /** Undefined where the user stops the proof first. */
  async #sightOf(node: ProofTarget, value: string): Promise<Sight | undefined> {
    const { miss, took } = await this.#walk.sees(this.browser, node, value, this.#patience);
    return miss !== undefined && this.#walk.host.stopped() ? undefined : { node, miss, took };
  }

  async #waitFor(holds: () => Promise<boolean>): Promise<boolean> {
    const { host } = this.#walk;
    const end = host.now() + USERS_PATIENCE;
    while (!(await holds())) {
      if (host.stopped() || host.now() > end) return false;
      await host.sleep(STEP);
    }
    return true;
  }

  /** True when no connection is accepted any more. */
  async #isGone(): Promise<boolean> {
    const { visit } = await this.#alone();
    return visit.kind === "refused" && visit.why.kind === "silent";
  }

  /** True when the page answers from another run of Tomcat. */
  async #isBack(): Promise<boolean> {
    const { visit } = await this.#alone();
    return visit.kind === "own" && visit.page.run !== this.#home.run;
  }

  /** A visit with a session of its own, which is left afterwards. */
  async #alone() {
    const browser = this.#walk.browser();
    const visit = await browser.visit(this.#home.target);
    browser.leave();
    return { visit };
  }
}
