import { NotificationType, RequestType } from "vscode-languageserver-protocol";

/**
 * Client to server: proves that running nodes replicate, through their test pages. It writes into sessions of its own on
 * the addresses named, so a client asks only where the user has named them. Cancelling ends it, and its sessions.
 */
export const PROVE_REQUEST = new RequestType<ProveParams, ProveAnswer, void>("tomcatCluster/prove");

export interface ProveParams {
  /** The test page on each node, two or more. */
  readonly urls: readonly string[];
  /** The same through the load balancer; null where there is none. */
  readonly balancer: string | null;
  /** True where the user takes any certificate. */
  readonly insecure: boolean;
  /** True to ask for a node to be stopped and started. */
  readonly failover: boolean;
  /** Comes back with each step. */
  readonly token: string;
}

export interface ProveAnswer {
  readonly outcome: "passed" | "partly" | "failed" | "unknown";
  /** Ids of what was found, the gravest first. */
  readonly verdicts: readonly string[];
  /** Markdown, in the client's language. */
  readonly page: string;
}

/** Server to client: how far a proof is, or what the user is asked to do with a node, in the client's language. */
export const PROVE_STEP_NOTIFICATION = new NotificationType<ProveStepParams>("tomcatCluster/prove/step");

export interface ProveStepParams {
  readonly token: string;
  readonly text: string;
}
