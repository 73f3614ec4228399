import type { Refusal } from "./browser.ts";
import type { Target } from "./port.ts";

/** A node as its page shows it. */
export interface NodeFacts {
  readonly target: Target;
  readonly run: string;
  /** Address and port that took the request. */
  readonly served: string;
  readonly route: string | undefined;
}

/** An address behind which no test page is. */
export interface Unreached {
  readonly target: Target;
  readonly why: Refusal;
}

/** What a node showed when something was not seen there in time. */
export type Miss =
  /** It did not know the session, and gave out another one. */
  | "unknown"
  /** It knew the session, without the value. */
  | "missing"
  /** It did not answer. */
  | "silent"
  /** It answered with an error. */
  | "error";

/** How something that was done on one node was seen on another. */
export interface Link {
  readonly from: Target;
  readonly to: Target;
  tried: number;
  seen: number;
  /** Milliseconds until it was seen, the request that saw it included. */
  readonly took: number[];
  readonly misses: Miss[];
  /** Visits with the route of another node in the id: whether this node put its own there. */
  routeWritten: number;
  routeKept: number;
  /** Visits at which the session was new once more, or had another time of creation. */
  renewed: number;
  /** Values that were taken away, and whether that was seen. */
  cleared: number;
  stillThere: number;
  /** Sessions that were ended, and whether that was seen. */
  ended: number;
  notEnded: number;
}

/** What came of a node that was stopped. */
export interface FailoverFacts {
  readonly node: Target;
  /** Why it was not tried, or how far it came. */
  readonly state: "not-asked" | "not-ready" | "not-stopped" | "not-started" | "done";
  /** On each of the others, once it was gone. */
  readonly kept: readonly Sight[];
  /** What was written meanwhile, on the others. */
  readonly written: readonly Sight[];
  /** Through the balancer, where there is one. */
  readonly balanced: Sight | undefined;
  /** On the node itself, once it was back. */
  readonly returned: Sight | undefined;
  /** What was then written on it, on the others. */
  readonly after: readonly Sight[];
}

export interface Sight {
  readonly node: Target;
  /** Undefined where it was seen. */
  readonly miss: Miss | undefined;
  readonly took: number;
}

export interface BalancerFacts {
  readonly target: Target;
  readonly why: Refusal | undefined;
  /** How often each node answered, by its run; some may have no address here. */
  readonly answered: ReadonlyMap<string, number>;
  readonly visits: number;
  /** Visits at which the session or its value was lost. */
  readonly lost: number;
}

/** Everything that was seen. */
export interface ProofFacts {
  readonly targets: readonly Target[];
  readonly nodes: readonly NodeFacts[];
  readonly unreached: readonly Unreached[];
  /** Addresses that lead to a node that is there already: the one, and the other. */
  readonly same: readonly (readonly [Target, Target])[];
  /** Addresses behind which several nodes answer. */
  readonly several: readonly Target[];
  readonly rounds: number;
  readonly links: readonly Link[];
  /** Writes that a node did not take although the session began there. */
  readonly refusedWrites: number;
  readonly balancer: BalancerFacts | undefined;
  readonly failover: FailoverFacts | undefined;
  readonly interrupted: boolean;
  /** Sessions that could not be ended. */
  readonly left: number;
}
