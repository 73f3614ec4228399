/** A node, or a balancer, as the user named it. */
export interface Target {
  /** What it is called in a report: `192.168.56.7:8080`. */
  readonly name: string;
  /** Where its test page is. */
  readonly url: string;
}

export interface Question {
  readonly url: string;
  /** By their names. */
  readonly cookies: ReadonlyMap<string, string>;
  /** Fields of a form, which is then posted. */
  readonly form?: Readonly<Record<string, string>>;
}

/** What a request got. */
export interface Answer {
  readonly status: number;
  /** Where it came from: redirections to the same host are followed. */
  readonly url: string;
  /** Where it leads, if to another host or too far. */
  readonly location: string | undefined;
  readonly cookies: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Why a request got nothing: a code of the system (`ECONNREFUSED`), of TLS (`CERT_HAS_EXPIRED`), or `TIMEOUT`. */
export interface Silence {
  readonly code: string;
}

/** What a proof needs of the machine. */
export interface ProveHost {
  /** One request; never throws. */
  request(question: Question): Promise<Answer | Silence>;
  /** Milliseconds of a clock that only goes on. */
  now(): number;
  /** Ends early when the user stops the proof. */
  sleep(milliseconds: number): Promise<void>;
  /** True once the user has stopped it. */
  stopped(): boolean;
  /** Rounds that are done. */
  onRound?(done: number, all: number): void;
  /** Asks the user to stop a node, or to start it again; absent where nobody is asked. */
  ask?(what: "stop" | "start", node: Target): void;
}

/** Which certificates are taken. */
export interface ProveTrust {
  /** Those of an authority that is trusted besides the usual ones, as PEM. */
  readonly ca: string | undefined;
  /** True where the user takes any. */
  readonly insecure: boolean;
}

/** A machine that can ask. */
export interface ProveMachine {
  /** Addresses as they are asked, with names that tell them apart and show no user; what is no address stays a text. */
  targets(addresses: readonly string[]): readonly (Target | string)[];
  begin(trust: ProveTrust): { readonly host: ProveHost; stop(): void };
}
