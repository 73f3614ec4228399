import type { SourceText } from "../base/source-text.ts";
import type { Edit, Span } from "../base/span.ts";

/** What stands in front of the nodes. mod_jk is read from its workers.properties. */
export type FrontProduct = "httpd" | "mod_jk" | "nginx" | "haproxy";

/** The names of the products, for readers. */
export const FRONT_NAMES: Readonly<Record<FrontProduct, string>> = {
  httpd: "Apache httpd",
  mod_jk: "mod_jk",
  nginx: "nginx",
  haproxy: "HAProxy",
};

/** A value with its place; the text is undefined where a variable or something outside of the file decides it. */
export interface Written {
  readonly text: string | undefined;
  readonly at: Span;
}

/** How a balancer finds the node that made a session. */
export type Affinity =
  /** It does not: each request goes to the next member. */
  | { readonly kind: "none" }
  /** The file does not tell. */
  | { readonly kind: "unknown" }
  /**
   * The text behind the first dot of a session id names the member. `cookie` and `parameter` are the names under which
   * it looks for the id; undefined where they are not written.
   */
  | {
      readonly kind: "route";
      readonly at: Span;
      readonly cookie: Written | undefined;
      readonly parameter: Written | undefined;
    }
  /** A cookie or a table of its own remembers the member; no session id is read. */
  | { readonly kind: "own"; readonly at: Span }
  /** Clients are told apart by their addresses. */
  | { readonly kind: "client"; readonly at: Span };

/** Connections to a backend that are kept for the next request. */
export interface IdleConnections {
  /** How long one is kept that no request uses; Infinity without a limit. */
  readonly seconds: number;
  /** True where that is written, and not what the balancer does by itself. */
  readonly isWritten: boolean;
  /** Where the file says so, or that connections are kept. */
  readonly at: Span;
  /** Keeps them no longer than so many seconds; undefined where that cannot be written. */
  readonly keepFor: (seconds: number) => Edit | undefined;
}

/** An HTTP request by which a balancer finds out whether a backend answers; it has no cookie. */
export interface HealthCheck {
  readonly method: string;
  readonly path: string;
  /** How often it is sent. */
  readonly seconds: number;
  /** Of the path. */
  readonly at: Span;
}

/** A backend as a balancer names it. */
export interface BalancerMember {
  /** For texts: `ajp://10.0.0.11:8009`, the name of a worker or a server. */
  readonly name: string;
  /** Of the directive, from its first to its last word. */
  readonly at: Span;
  /** Undefined where the file names none, or not one that can be known. */
  readonly host: Written | undefined;
  readonly port: { readonly number: number; readonly at: Span } | undefined;
  /** Undefined where the file does not tell. */
  readonly protocol: "http" | "https" | "ajp" | undefined;
  /** What the end of a session id must be for this member; undefined where nothing gives it one. */
  readonly route: Written | undefined;
  /** True where the route is not written as such: mod_jk takes a worker's name for it. */
  readonly routeImplied: boolean;
  /** The secret of AJP. */
  readonly secret: Written | undefined;
  /** True where it gets no requests while others answer, or none at all. */
  readonly standby: boolean;
  /** Undefined where it keeps none, and where the file does not tell. */
  readonly idle: IdleConnections | undefined;
  /** Absent where it is checked in another way, or not that the file tells. */
  readonly check?: HealthCheck | undefined;
  /** Writes a value into the directive; undefined where it cannot stand there as it is. */
  readonly set: (what: "route" | "secret", value: string) => Edit | undefined;
}

/** A path that a balancer passes on, under the same or another one. */
export interface MovedPath {
  /** As browsers ask for it, and as the nodes get it: `/shop`, without a slash at the end; empty for all. */
  readonly outside: string;
  readonly inside: string;
  /** Where the path for the nodes is written. */
  readonly at: Span;
  /** Adds the directive that gives cookies of one path another one; undefined where that cannot stand there. */
  readonly moveCookies: (from: string, to: string) => Edit | undefined;
}

/** TLS that ends at a balancer. */
export interface TlsEnd {
  /** Where the file says so. */
  readonly at: Span;
  /** True where the file sets X-Forwarded-Proto, by which the nodes can know. */
  readonly isTold: boolean;
  /**
   * True where the file sets, adds to or drops X-Forwarded-For, which a RemoteIpValve believes too: else a client chooses
   * its own address.
   */
  readonly tellsAddress: boolean;
}

/** Some members that one name stands for; a single backend counts as a balancer of one. */
export interface Balancer {
  readonly product: FrontProduct;
  readonly name: string;
  /** Where its name stands, or that of its only backend. */
  readonly at: Span;
  readonly members: readonly BalancerMember[];
  readonly affinity: Affinity;
  /**
   * Undefined where no request is known to come by TLS, or where the balancer may add `Secure` to cookies itself.
   */
  readonly tls: TlsEnd | undefined;
  /** Empty where the balancer may give cookies other paths itself. */
  readonly moved: readonly MovedPath[];
  /** False where an include, a condition or a variable may add to it: what seems missing may come from there. */
  readonly whole: boolean;
}

/** What a file of httpd's passes on to mod_jk. */
export interface JkMounts {
  /** The worker that each line names. */
  readonly workers: readonly Written[];
  /** The last name of the file that has these workers, where this file says which. */
  readonly from: string | undefined;
  /** True where workers are, or may be, described in httpd's own files. */
  readonly ownWorkers: boolean;
}

/** The workers that a workers.properties makes: those of `worker.list`. */
export interface JkWorkers {
  readonly listed: ReadonlySet<string>;
  /** All that the file describes. */
  readonly described: ReadonlySet<string>;
  /** Writes one more into the list. */
  readonly list: (worker: string) => Edit;
}

/** A file of a load balancer's, read once and never changed. */
export interface FrontFile extends SourceText {
  readonly product: FrontProduct;
  /** Empty in a file that only says what goes to mod_jk. */
  readonly balancers: readonly Balancer[];
  readonly mounts?: JkMounts | undefined;
  readonly workers?: JkWorkers | undefined;
}
