import { NotificationType, RequestType } from "vscode-languageserver-protocol";

/** Client to server: the Clusters of a document whose multicast can be tested; null for files that are not Tomcat's. */
export const PROBE_TARGETS_REQUEST = new RequestType<ProbeTargetsParams, ProbeTargets | null, void>(
  "tomcatCluster/probe/targets",
);

export interface ProbeTargetsParams {
  readonly uri: string;
}

/** A Cluster of a document, with its group or the reason why there is nothing to test. */
export type ProbeTarget = {
  /** `Engine Catalina`. */
  readonly label: string;
  /** Lines of the Cluster's element, from 0. */
  readonly firstLine: number;
  readonly lastLine: number;
} & (
  | {
      /** `228.0.0.4:45564`. */
      readonly group: string;
      /** The Membership's `bind`; null where the system chooses the interface. */
      readonly bind: string | null;
      readonly why: null;
    }
  | {
      readonly group: null;
      readonly bind: null;
      /** In the client's language. */
      readonly why: string;
    }
);

export interface ProbeTargets {
  readonly targets: readonly ProbeTarget[];
  /** Interfaces of the server's machine with an IPv4 address; null where the server cannot use UDP. */
  readonly interfaces:
    | readonly { readonly name: string; readonly address: string; readonly loopback: boolean }[]
    | null;
}

/**
 * Client to server: listens to a document's group until the time is over or the request is cancelled, and answers with
 * what came of it either way. The address is read from the document: a client cannot name another one.
 */
export const PROBE_REQUEST = new RequestType<ProbeParams, ProbeAnswer, void>("tomcatCluster/probe");

export interface ProbeParams {
  readonly uri: string;
  /** Index into the targets. */
  readonly target: number;
  /** Address of an interface; null as the Membership says. */
  readonly interface: string | null;
  /** From 1 to 3600. */
  readonly seconds: number;
  /** True to send test packets too. */
  readonly send: boolean;
  /** Comes back with each list of members. */
  readonly token: string;
}

export interface ProbeAnswer {
  readonly outcome: "works" | "nothing" | "failed";
  /** What came of it, and what to do next, in the client's language. */
  readonly text: string;
  readonly next: readonly string[];
  readonly members: readonly ProbeMember[];
}

export interface ProbeMember {
  readonly host: string;
  readonly port: number;
  readonly domain: string;
  /** 16 bytes in hexadecimal. */
  readonly uniqueId: string;
  /** How long it has been running, in the client's language: `4m 10s`. */
  readonly alive: string;
  /** The address its packets come from. */
  readonly from: string;
  /** True where that is an address of the server's machine. */
  readonly here: boolean;
  readonly state: "alive" | "left" | "silent";
}

/** Server to client: who was heard so far, whenever that changes. */
export const PROBE_MEMBERS_NOTIFICATION = new NotificationType<ProbeMembersParams>("tomcatCluster/probe/members");

export interface ProbeMembersParams {
  readonly token: string;
  readonly members: readonly ProbeMember[];
}
