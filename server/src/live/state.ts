import { groupBy } from "../base/group-by.ts";
import { membersIn, type PrintedMember } from "../config/member-text.ts";
import type { Bean } from "./beans.ts";

/** What a running node says of itself. Numbers are undefined where its release does not tell. */
export interface NodeState {
  /** `9.0.122.0` */
  readonly release: string | undefined;
  readonly clusters: readonly ClusterState[];
  readonly applications: readonly ApplicationState[];
}

/** One Channel of a node with the Cluster it is of. */
export interface ClusterState {
  /** `Catalina`: the Channel is called after it. */
  readonly name: string;
  readonly receiver: { readonly host: string; readonly port: number; readonly listening: boolean } | undefined;
  /** Whom it sees, without itself. */
  readonly members: readonly PrintedMember[];
  /** Threads that receive, and messages they took. */
  readonly receiving: { readonly threads: number | undefined; readonly done: number | undefined };
  /** Connections that send: in use, and open. */
  readonly sending: { readonly used: number | undefined; readonly open: number | undefined };
  readonly beans: ClusterBeans;
}

/** The beans of a Cluster, for its running values. */
export interface ClusterBeans {
  readonly cluster: Bean | undefined;
  readonly receiver: Bean | undefined;
  readonly membership: Bean | undefined;
  readonly sender: Bean | undefined;
  readonly interceptors: readonly Bean[];
}

export interface ApplicationState {
  /** `localhost/shop` */
  readonly name: string;
  readonly manager: string;
  readonly sessions: number | undefined;
  /** Sessions it holds for others; undefined where the manager counts none apart. */
  readonly replicas: number | undefined;
  /** Messages about sessions. */
  readonly sent: number | undefined;
  readonly received: number | undefined;
  /** How often no sessions came when it started. */
  readonly noState: number | undefined;
}

/** What is asked of a node, one after the other. */
export const QUERIES = ["*:type=Server", "*:type=Cluster,*", "*:type=Channel,*", "*:type=Manager,*"] as const;

export function stateOf(beans: readonly Bean[]): NodeState {
  const ofType = (type: string) => beans.filter(({ keys }) => keys.get("type") === type);
  const channels = groupBy(ofType("Channel"), ({ keys }) => keys.get("channel") ?? "");
  const clusters = ofType("Cluster").filter(({ keys }) => !keys.has("component"));
  return {
    release: ofType("Server")[0]?.attributes.get("serverNumber"),
    clusters: [...channels].map(([channel, parts]) => clusterOf(channel, parts, clusters)),
    applications: ofType("Manager").flatMap((bean) => applicationOf(bean) ?? []),
  };
}

function clusterOf(channel: string, parts: readonly Bean[], clusters: readonly Bean[]): ClusterState {
  const part = (component: string) => parts.find(({ keys }) => keys.get("component") === component);
  const [receiver, sender] = [part("Receiver"), part("Sender")];
  // SimpleTcpCluster.startInternal calls a Channel without a name so.
  const name = channel.replace(/-Channel$/, "");
  const named = clusters.filter(({ attributes }) => attributes.get("clusterName") === name);
  const cluster = named.length === 1 ? named[0] : clusters.length === 1 ? clusters[0] : undefined;
  return {
    name,
    receiver: receiver && receiverOf(receiver),
    members: membersIn(part("Channel")?.attributes.get("members") ?? ""),
    receiving: { threads: numberOf(receiver, "poolSize"), done: numberOf(receiver, "completedTaskCount") },
    sending: { used: numberOf(sender, "inUsePoolSize"), open: numberOf(sender, "inPoolSize") },
    beans: {
      ...{ cluster, receiver, sender, membership: part("Membership") },
      interceptors: parts.filter(({ keys }) => keys.get("component") === "Interceptor"),
    },
  };
}

/** Undefined where a manager does not show all of it. */
function receiverOf(bean: Bean): ClusterState["receiver"] {
  const address = bean.attributes.get("address");
  const port = numberOf(bean, "port");
  if (address === undefined || port === undefined) return undefined;
  return { host: address.replace(/^.*\//, ""), port, listening: bean.attributes.get("listening") === "true" };
}

/** Only managers that replicate: others have nothing to do with a cluster. */
function applicationOf(bean: Bean): ApplicationState | undefined {
  const { attributes, keys } = bean;
  const manager = attributes.get("className")?.replace(/^.*\./, "") ?? "";
  if (!/^(?:Delta|Backup)Manager$/.test(manager)) return undefined;
  const sum = (prefix: string) => {
    const counters = [...attributes].filter(([key]) => key.startsWith(prefix));
    return counters.length === 0 ? undefined : counters.reduce((all, [, value]) => all + Number(value), 0);
  };
  const [sessions, full] = [numberOf(bean, "activeSessions"), numberOf(bean, "activeSessionsFull")];
  return {
    name: `${keys.get("host") ?? ""}${keys.get("context") ?? ""}`,
    manager,
    sessions,
    replicas: sessions === undefined || full === undefined ? undefined : full - sessions,
    sent: sum("counterSend_"),
    received: sum("counterReceive_"),
    noState: numberOf(bean, "counterNoStateTransferred"),
  };
}

function numberOf(bean: Bean | undefined, name: string): number | undefined {
  const text = bean?.attributes.get(name);
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}
