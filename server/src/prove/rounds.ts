import type { Browser, Visit } from "./browser.ts";
import { arrives, type Link, type NodeFacts } from "./facts.ts";
import type { ProofTarget } from "./port.ts";
import { type Look, mayBeOvertaken, type Walk } from "./walk.ts";

/**
 * Rounds of one session. Several sessions are used, because the first change of a new one is the most likely to be
 * lost.
 */
const ROUNDS_OF_A_SESSION = 5;
/**
 * The number of misses after which a link is no longer waited for: on a link that never passed anything, and on any
 * other.
 */
const NEVER = 2;
const ENOUGH = 6;

/** How many later changes are tried before a miss counts as more than the loss of a first change. */
const LATER_CHANGES = 2;

export interface Played {
  readonly links: readonly Link[];
  readonly rounds: number;
  readonly refusedWrites: number;
}

/** In each round, writes a value on one node and looks for it on each other node with the same cookie. */
export async function playRounds(nodes: readonly NodeFacts[], rounds: number, walk: Walk): Promise<Played> {
  const game = new Game(nodes, walk);
  for (let session = 0; game.rounds < rounds && !walk.host.stopped(); session++) {
    if (!(await game.playSession(session, rounds))) break;
  }
  return { links: game.links, rounds: game.rounds, refusedWrites: game.refusedWrites };
}

class Game {
  readonly #nodes: readonly NodeFacts[];
  readonly #walk: Walk;
  readonly links: readonly Link[];
  rounds = 0;
  refusedWrites = 0;

  constructor(nodes: readonly NodeFacts[], walk: Walk) {
    this.#nodes = nodes;
    this.#walk = walk;
    this.links = nodes.flatMap(({ target: from }) =>
      nodes.filter(({ target }) => target !== from).map(({ target }) => newLink(from, target)),
    );
  }

  /** One session from its begin to its end; false where no node begins a session any more. */
  async playSession(number: number, rounds: number): Promise<boolean> {
    const walk = this.#walk;
    const count = this.#nodes.length;
    const home = this.#nodes[number % count];
    const browser = walk.browser();
    const first = home && (await browser.visit(home.target));
    if (!home || first?.kind !== "own") {
      this.refusedWrites++;
      return this.#goesOn;
    }
    let last = home;
    for (let round = 0; round < ROUNDS_OF_A_SESSION && this.rounds < rounds && !walk.host.stopped(); round++) {
      const writer = this.#nodes[(number + round) % count];
      if (!writer || (writer !== home && this.#isBroken(home, writer))) continue;
      if (!(await this.#playRound(browser, writer, home, first.page.created))) {
        if (writer !== home) continue;
        await browser.endEverywhere(this.#targets);
        return this.#goesOn;
      }
      last = writer;
      this.rounds++;
      walk.host.onRound?.(this.rounds, rounds);
    }
    if (!walk.host.stopped()) await this.#clear(browser, last);
    await this.#end(browser);
    return true;
  }

  get #goesOn(): boolean {
    return this.refusedWrites < (this.rounds === 0 ? NEVER : ENOUGH);
  }

  get #targets(): readonly ProofTarget[] {
    return this.#nodes.map(({ target }) => target);
  }

  #link(from: NodeFacts, to: NodeFacts): Link | undefined {
    return this.links.find((link) => link.from === from.target && link.to === to.target);
  }

  #isBroken(from: NodeFacts, to: NodeFacts): boolean {
    const link = this.#link(from, to);
    return link !== undefined && link.misses.length >= (arrives(link) ? ENOUGH : NEVER);
  }

  /** Links from a node to the others that have not been given up. */
  *#linksFrom(from: NodeFacts): Generator<{ readonly to: NodeFacts; readonly link: Link }> {
    for (const to of this.#nodes) {
      const link = this.#link(from, to);
      if (link && !this.#isBroken(from, to)) yield { to, link };
    }
  }

  /** False where the value could not be written. */
  async #playRound(browser: Browser, writer: NodeFacts, home: NodeFacts, created: number): Promise<boolean> {
    const walk = this.#walk;
    const value = walk.value();
    const { miss } = await walk.writes(browser, writer.target, value);
    if (miss !== undefined) {
      const link = this.#link(home, writer);
      if (link && !walk.host.stopped()) {
        link.tried++;
        link.misses.push(miss);
      } else this.refusedWrites++;
      return false;
    }
    for (const { to, link } of this.#linksFrom(writer)) {
      if (walk.host.stopped()) break;
      const look = await walk.until(
        () => noticing(browser, to, link, created),
        (visit) => visit.kind === "own" && visit.page.entries.includes(value),
      );
      this.#count(link, look);
      if (mayBeOvertaken(look.miss) && (await this.#arrivesLater(browser, writer, to))) link.overtaken++;
    }
    return true;
  }

  /** Whether a change arrives that is not the first since the session came to the node. */
  async #arrivesLater(browser: Browser, writer: NodeFacts, to: NodeFacts): Promise<boolean> {
    const walk = this.#walk;
    for (let time = 0; time < LATER_CHANGES && !walk.host.stopped(); time++) {
      await walk.writesAhead(browser, writer.target);
      const next = walk.value();
      await walk.writes(browser, writer.target, next);
      if ((await walk.sees(browser, to.target, next)).miss === undefined) return true;
    }
    return false;
  }

  #count(link: Link, { miss, took }: Look): void {
    if (miss !== undefined && this.#walk.host.stopped()) return;
    link.tried++;
    if (miss === undefined) {
      link.seen++;
      link.took.push(took);
    } else link.misses.push(miss);
  }

  /** Removes the values, and checks that they are gone everywhere. */
  async #clear(browser: Browser, writer: NodeFacts): Promise<void> {
    const walk = this.#walk;
    const clears = () =>
      walk.until(
        () => browser.visit(writer.target, { clear: "yes" }),
        (visit) => visit.kind === "own",
      );
    const isEmpty = (target: ProofTarget) =>
      walk.until(
        () => browser.visit(target),
        (visit) => visit.kind === "own" && visit.page.entries.length === 0,
      );
    if ((await clears()).miss !== undefined) return;
    for (const { to, link } of this.#linksFrom(writer)) {
      if (walk.host.stopped()) return;
      const { miss } = await isEmpty(to.target);
      if (miss === undefined) link.cleared++;
      if (miss !== "missing" || walk.host.stopped()) continue;
      await walk.writesAhead(browser, writer.target);
      await clears();
      if ((await isEmpty(to.target)).miss === undefined) link.overtakenRemovals++;
      else if (!walk.host.stopped()) link.stillThere++;
    }
  }

  /** Ends the session, and checks that it is gone everywhere. */
  async #end(browser: Browser): Promise<void> {
    const walk = this.#walk;
    const where = await browser.end(this.#targets);
    const from = this.#nodes.find(({ target }) => target === where);
    for (const { to, link } of from ? this.#linksFrom(from) : []) {
      if (walk.host.stopped()) break;
      const { miss } = await walk.until(
        () => browser.visit(to.target),
        (visit) => visit.kind === "other",
      );
      if (miss === undefined) link.ended++;
      else if (miss === "missing" && !walk.host.stopped()) link.notEnded++;
    }
    await browser.endEverywhere(this.#targets);
  }
}

/** Visits a node, and records the route and creation time it shows. */
async function noticing(browser: Browser, { target, route }: NodeFacts, link: Link, created: number): Promise<Visit> {
  const sent = browser.route;
  const visit = await browser.visit(target);
  if (visit.kind !== "own") return visit;
  const { page } = visit;
  if (sent !== undefined && sent !== route) {
    if (page.route === sent) link.routeKept++;
    else link.routeWritten++;
  }
  if (page.isNew || page.created !== created) link.renewed++;
  return visit;
}

function newLink(from: ProofTarget, to: ProofTarget): Link {
  const none = { tried: 0, seen: 0, routeWritten: 0, routeKept: 0, renewed: 0, cleared: 0, stillThere: 0 };
  const overtaken = { overtaken: 0, overtakenRemovals: 0 };
  return { from, to, ...none, ...overtaken, ended: 0, notEnded: 0, took: [], misses: [] };
}
