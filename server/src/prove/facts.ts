import type { PageRefusal } from "./browser.ts";
import type { ProofTarget } from "./port.ts";

/** A node as its test page describes it. */
export interface NodeFacts {
  readonly target: ProofTarget;
  readonly run: string;
  /** The address and port that accepted the request. */
  readonly served: string;
  readonly route: string | undefined;
}

/** An address without a test page. */
export interface Unreached {
  readonly target: ProofTarget;
  readonly why: PageRefusal;
}

/** What a node showed in place of what was expected. */
export type Miss =
  /** It did not know the session and began another one. */
  | "unknown"
  /** It knew the session, without the value. */
  | "missing"
  /** It did not answer. */
  | "silent"
  /** It answered with an error. */
  | "error";

/** Observations on one node of what happened on another. */
export interface Link {
  readonly from: ProofTarget;
  readonly to: ProofTarget;
  tried: number;
  seen: number;
  /** For each value seen, the milliseconds until then, including the request that showed it. */
  readonly took: number[];
  readonly misses: Miss[];
  /**
   * Those of the misses after which a later change of the writer arrived: what was lost is the first change after the
   * session began there or came there from another node.
   */
  overtaken: number;
  /** Visits with another node's route in the session id, after which this node put its own there. */
  routeWritten: number;
  routeKept: number;
  /** Visits at which the session was new, or had another creation time. */
  renewed: number;
  /** Removed values that were gone here in time, and those that were not. */
  cleared: number;
  stillThere: number;
  /** Removals that were not, while a later one arrived; `stillThere` does not count them. */
  overtakenRemovals: number;
  /** Ended sessions that were gone here in time, and those that were not. */
  ended: number;
  notEnded: number;
}

/** The changes of which only a later one arrived. */
export const overtakenOn = ({ overtaken, overtakenRemovals }: Link): number => overtaken + overtakenRemovals;

/** True where anything written arrived. */
export const arrives = ({ seen, overtaken }: Link): boolean => seen + overtaken > 0;

/** The observations of a failover. */
export interface FailoverFacts {
  readonly node: ProofTarget;
  /** Why the failover did not take place, or how far it came. */
  readonly state: "not-asked" | "not-ready" | "not-stopped" | "not-started" | "done";
  /** The session on each other node after the stop. */
  readonly kept: readonly Sight[];
  /** Values written meanwhile, on the other nodes. */
  readonly written: readonly Sight[];
  /** The session through the balancer, where there is one. */
  readonly balanced: Sight | undefined;
  /** The session on the node itself after its start. */
  readonly returned: Sight | undefined;
  /** Values written on the node after its start, on the other nodes. */
  readonly after: readonly Sight[];
  /** How often the first change on a node was lost and the next one arrived, which the sights then show. */
  readonly overtaken: number;
}

export interface Sight {
  readonly node: ProofTarget;
  /** Undefined where the expected value was seen. */
  readonly miss: Miss | undefined;
  readonly took: number;
}

export interface BalancerFacts {
  readonly target: ProofTarget;
  readonly why: PageRefusal | undefined;
  /** The number of answers of each node, by its run; some nodes may have no address here. */
  readonly answered: ReadonlyMap<string, number>;
  readonly visits: number;
  /** Visits that lost the session or its value. */
  readonly lost: number;
}

/** All observations of a proof. */
export interface ProofFacts {
  readonly targets: readonly ProofTarget[];
  readonly nodes: readonly NodeFacts[];
  readonly unreached: readonly Unreached[];
  /** Pairs of addresses that lead to the same node. */
  readonly same: readonly (readonly [ProofTarget, ProofTarget])[];
  /** Addresses behind which several nodes answer. */
  readonly several: readonly ProofTarget[];
  readonly rounds: number;
  readonly links: readonly Link[];
  /** Writes that a node refused although the session began there. */
  readonly refusedWrites: number;
  readonly balancer: BalancerFacts | undefined;
  readonly failover: FailoverFacts | undefined;
  readonly interrupted: boolean;
  /** The number of sessions that could not be ended. */
  readonly left: number;
}
