import { Browser, Sessions, type Visit } from "./browser.ts";
import type { Miss } from "./facts.ts";
import type { ProveHost, Target } from "./port.ts";

const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 500;

/** What a look came to: the visit that satisfied, or what was in its place when the time was over. */
export interface Look {
  readonly visit: Visit | undefined;
  readonly miss: Miss | undefined;
  /** Milliseconds. */
  readonly took: number;
  /** How often it was looked. */
  readonly looks: number;
}

/** A proof on its way: who asks, and which sessions there are. */
export class Walk {
  readonly host: ProveHost;
  readonly sessions: Sessions;
  /** How long anything may take until it is seen, in milliseconds. */
  readonly patience: number;
  #values = 0;

  constructor(host: ProveHost, patience: number) {
    this.host = host;
    this.patience = patience;
    this.sessions = new Sessions(host);
  }

  browser(): Browser {
    return new Browser(this.host, this.sessions);
  }

  /** A value that no other write of this proof has. */
  value(): string {
    return `value-${++this.#values}`;
  }

  /** Visits a node, with pauses that grow, until what it shows satisfies, the time is over, or the user stops. */
  async until(
    visit: () => Promise<Visit>,
    satisfies: (visit: Visit) => boolean,
    patience = this.patience,
  ): Promise<Look> {
    const begin = this.host.now();
    for (let pause = FIRST_PAUSE, looks = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE), looks++) {
      const seen = await visit();
      const took = this.host.now() - begin;
      if (satisfies(seen)) return { visit: seen, miss: undefined, took, looks };
      if (took > patience || this.host.stopped()) return { visit: undefined, miss: missOf(seen), took, looks };
      await this.host.sleep(pause);
    }
  }

  /** Waits until a node shows a value in the session of a browser. */
  sees(browser: Browser, target: Target, value: string, patience?: number): Promise<Look> {
    return this.until(
      () => browser.visit(target),
      (visit) => visit.kind === "own" && visit.page.entries.includes(value),
      patience,
    );
  }

  /**
   * Writes a value on a node. A node that does not know the session yet is asked again: after the route in its id
   * changed, it is known there by its old id until the others have told.
   */
  writes(browser: Browser, target: Target, value: string, patience?: number): Promise<Look> {
    return this.until(
      () => browser.visit(target, { entry: value }),
      (visit) => visit.kind === "own",
      patience,
    );
  }
}

function missOf(visit: Visit): Miss {
  if (visit.kind === "other") return "unknown";
  if (visit.kind === "own") return "missing";
  return visit.why.kind === "silent" ? "silent" : "error";
}
