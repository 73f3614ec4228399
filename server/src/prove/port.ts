import type { Silence } from "../base/silence.ts";

/** A node, or a balancer, as the user named it. */
export interface ProofTarget {
  /** Its name in a report: `192.168.56.7:8080`. */
  readonly name: string;
  /** The address of its test page. */
  readonly url: string;
}

export interface PageRequest {
  readonly url: string;
  /** By their names. */
  readonly cookies: ReadonlyMap<string, string>;
  /** Fields of a form to post; without them the request is a GET. */
  readonly form?: Readonly<Record<string, string>>;
}

/** A response. */
export interface PageResponse {
  readonly status: number;
  /** The final address: redirections to the same host are followed. */
  readonly url: string;
  /** The target of a redirection that is not followed: to another host, or after too many. */
  readonly location: string | undefined;
  readonly cookies: ReadonlyMap<string, string>;
  readonly body: string;
}

/** What a proof needs of the machine. */
export interface ProveHost {
  /** One request; never throws. */
  request(question: PageRequest): Promise<PageResponse | Silence>;
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Waits; returns early when the user stops the proof. */
  sleep(milliseconds: number): Promise<void>;
  /** Waits, also where the user has stopped the proof. */
  rest(milliseconds: number): Promise<void>;
  /** True once the user has stopped the proof. */
  stopped(): boolean;
  /** Called with the number of rounds done and of all rounds. */
  onRound?(done: number, all: number): void;
  /** Asks the user to stop a node, or to start it again; absent where there is no failover. */
  ask?(what: "stop" | "start", node: ProofTarget): void;
}

/** Which TLS certificates are accepted. */
export interface ProveTrust {
  /** Certificates of a further trusted authority, as PEM. */
  readonly ca: string | undefined;
  /** True where any certificate is accepted. */
  readonly insecure: boolean;
}

/** A machine from which nodes can be reached. */
export interface ProveMachine {
  /**
   * Turns addresses into targets, with names that differ and contain no user. A text that is no address stays a text.
   */
  targets(addresses: readonly string[]): readonly (ProofTarget | string)[];
  begin(trust: ProveTrust): { readonly host: ProveHost; stop(): void };
}
