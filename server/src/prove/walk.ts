import { Browser, Sessions, type Visit } from "./browser.ts";
import type { Miss } from "./facts.ts";
import type { ProofTarget, ProveHost } from "./port.ts";

const FIRST_PAUSE = 5;
const LONGEST_PAUSE = 500;
/** Between two changes on one node, so that neither overtakes the other on its way, in milliseconds. */
const BETWEEN_CHANGES = 500;

/** The result of repeated visits: the one that satisfied, or the last one when the time was over. */
export interface Look {
  readonly visit: Visit | undefined;
  readonly miss: Miss | undefined;
  /** Milliseconds. */
  readonly took: number;
  /** The number of visits. */
  readonly looks: number;
}

/** The state of a running proof: the machine it runs on, and its sessions. */
export class Walk {
  readonly host: ProveHost;
  readonly sessions: Sessions;
  /** How long a value may take to be seen, in milliseconds. */
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

  /** A value that is unique within this proof. */
  value(): string {
    return `value-${++this.#values}`;
  }

  /** Visits a node, with growing pauses, until the visit satisfies, the time is over, or the user stops. */
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
  sees(browser: Browser, target: ProofTarget, value: string, patience?: number): Promise<Look> {
    return this.until(
      () => browser.visit(target),
      (visit) => visit.kind === "own" && visit.page.entries.includes(value),
      patience,
    );
  }

  /**
   * Writes a value on a node. A node that does not know the session yet is tried again: after the route in the id
   * changed, a node knows the session by its old id until the change has been replicated.
   */
  writes(browser: Browser, target: ProofTarget, value: string, patience?: number): Promise<Look> {
    return this.until(
      () => browser.visit(target, { entry: value }),
      (visit) => visit.kind === "own",
      patience,
    );
  }

  /**
   * Writes a value ahead of another change on a node, so that the other one is not the first since the session came
   * there. Asynchronous sending loses first changes: they overtake what tells the other nodes that the session began, or
   * that its id has another route.
   */
  async writesAhead(browser: Browser, target: ProofTarget): Promise<void> {
    await this.writes(browser, target, this.value());
    await this.host.sleep(BETWEEN_CHANGES);
  }
}

/** True where the node answered, without what was expected: another change may arrive. */
export const mayBeOvertaken = (miss: Miss | undefined): boolean => miss === "missing" || miss === "unknown";

function missOf(visit: Visit): Miss {
  if (visit.kind === "other") return "unknown";
  if (visit.kind === "own") return "missing";
  return visit.why.kind === "silent" ? "silent" : "error";
}
