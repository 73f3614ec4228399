/** A network interface of this machine with an address, which is one of IPv6 only where it has no other. */
export interface Interface {
  readonly name: string;
  readonly address: string;
  readonly loopback: boolean;
  /** Its addresses of IPv6 without their zones, and what a socket of IPv6 calls it: `::%eth0`. */
  readonly ipv6?: { readonly addresses: readonly string[]; readonly choice: string };
}

export interface Listening {
  readonly group: string;
  readonly port: number;
  /** The interface's address, or `::%eth0` for a group of IPv6; undefined leaves the choice to the system, as Tomcat does. */
  readonly interface: string | undefined;
  /** Ends by itself after so many milliseconds. */
  readonly milliseconds: number;
  /** What to send once a second, and how far; undefined only listens. */
  readonly send: { readonly packet: Uint8Array; readonly ttl: number | undefined } | undefined;
}

/** Where in the work it failed: each has causes of its own. */
export type MulticastStep = "bind" | "join" | "send" | "receive";

export interface Failure {
  readonly step: MulticastStep;
  /** The name of the system's error: `ENODEV`. */
  readonly code: string;
}

export interface Listener {
  packet(bytes: Uint8Array, from: string, now: number): void;
  /** About once a second; `now` in milliseconds, of a clock that only goes forward. */
  tick(now: number): void;
  /** Called once: nothing comes any more, and the socket is closed. */
  ended(failure: Failure | undefined): void;
}

/** The machine's side of a test. Nothing throws; what fails is told to `ended`. */
export interface MulticastPort {
  interfaces(): readonly Interface[];
  /** Listens from now on. Stopping twice, or after the end, does nothing. */
  listen(what: Listening, listener: Listener): { stop(): void };
}
