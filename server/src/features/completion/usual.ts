import {
  CLUSTER_SESSION_LISTENER,
  DELTA_MANAGER,
  FARM_WAR_DEPLOYER,
  GROUP_CHANNEL,
  JVM_ROUTE_BINDER_VALVE,
  MCAST_SERVICE,
  NIO_RECEIVER,
  REPLICATION_VALVE,
  SIMPLE_TCP_CLUSTER,
  STATIC_MEMBER,
  STATIC_MEMBERSHIP,
  TCP_FAILURE_DETECTOR,
} from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import { lineFacts } from "../../schema/lines.ts";
import type { ElementFacts, TomcatVersion } from "../../schema/model.ts";

const SENDER = "org.apache.catalina.tribes.transport.ReplicationTransmitter";
const TRANSPORT = "org.apache.catalina.tribes.transport.nio.PooledParallelSender";

/** Children in the order people write them; those that are not here come after them. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  Server: ["Listener", "GlobalNamingResources", "Service"],
  Service: ["Connector", "Engine", "Executor"],
  Engine: ["Host", "Cluster", "Realm", "Valve"],
  Host: ["Context", "Valve", "Cluster", "Alias"],
  Context: ["Resource", "ResourceLink", "Manager", "Valve", "Parameter", "Environment", "Loader", "Resources"],
  GlobalNamingResources: ["Resource", "Environment"],
  Cluster: ["Manager", "Channel", "Valve", "ClusterListener", "Deployer"],
  Channel: ["Membership", "Receiver", "Sender", "Interceptor"],
  Interceptor: ["LocalMember", "Member"],
  Membership: ["LocalMember", "Member"],
  Connector: ["SSLHostConfig", "UpgradeProtocol"],
};

/** The place of an element among those that people write below a parent; behind them all for others. */
export function usualOrder(parent: string, child: string): number {
  const known = CHILDREN[parent] ?? [];
  const index = known.indexOf(child);
  return index < 0 ? known.length : index;
}

/** The class that is nearly always meant, by element, and by its parent where that decides. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  Cluster: [SIMPLE_TCP_CLUSTER],
  "Cluster/Manager": [DELTA_MANAGER],
  "Cluster/Valve": [REPLICATION_VALVE, JVM_ROUTE_BINDER_VALVE],
  ClusterListener: [CLUSTER_SESSION_LISTENER],
  Deployer: [FARM_WAR_DEPLOYER],
  Channel: [GROUP_CHANNEL],
  Membership: [MCAST_SERVICE],
  Receiver: [NIO_RECEIVER],
  Sender: [SENDER],
  Transport: [TRANSPORT],
  Member: [STATIC_MEMBER],
  LocalMember: [STATIC_MEMBER],
  "Host/Valve": ["org.apache.catalina.valves.AccessLogValve"],
};

/** What the interceptors of a usual cluster are, from top to bottom; a dispatcher is another class on 7.0. */
function interceptors({ line }: TomcatVersion): readonly string[] {
  return [TCP_FAILURE_DETECTOR, lineFacts(line).dispatcher];
}

/**
 * The class that is most likely meant for an element below `parent`, of those that fit; undefined where none is. One
 * that stands there already is not meant again.
 */
export function usualClass(
  parent: Component | undefined,
  { name, classes }: Pick<ElementFacts, "name" | "classes">,
  version: TomcatVersion,
  self?: Component,
): string | undefined {
  const known =
    name === "Interceptor" ? interceptors(version) : (CLASSES[`${parent?.name}/${name}`] ?? CLASSES[name] ?? []);
  const only = known.length === 1;
  const there = new Set(
    parent?.childrenNamed(name).flatMap((each) => (each === self ? [] : (each.className ?? []))) ?? [],
  );
  return known.find((each) => classes.includes(each) && (only || !there.has(each)));
}

/** Attributes that are written nearly always, with the values most files have. */
export const USUAL_ATTRIBUTES: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = {
  Server: { port: "8005", shutdown: "SHUTDOWN" },
  Service: { name: "Catalina" },
  Engine: { name: "Catalina", defaultHost: "localhost" },
  Host: { name: "localhost", appBase: "webapps" },
  Context: { path: "", docBase: "" },
  Connector: { port: "8080", protocol: "HTTP/1.1" },
  Executor: { name: "tomcatThreadPool" },
  Cluster: { channelSendOptions: ["6", "8"] },
  Membership: { address: "", port: "45564" },
  Receiver: { address: "", port: "4000" },
  Deployer: { tempDir: "", deployDir: "", watchDir: "" },
  Member: { host: "", port: "4000", uniqueId: "" },
  LocalMember: { uniqueId: "" },
  Resource: { name: "", auth: "Container", type: "" },
  ResourceLink: { name: "", global: "", type: "" },
  Environment: { name: "", type: "java.lang.String", value: "" },
  Parameter: { name: "", value: "" },
};

/** Classes whose usual attributes are not those of their element. */
export const USUAL_ONLY_WITH: Readonly<Record<string, string>> = { Membership: MCAST_SERVICE };

/** Elements that are written to hold others, and the child without which they have no effect. */
export const CONTAINERS: Readonly<Record<string, string | undefined>> = {
  Server: undefined,
  Service: undefined,
  Engine: undefined,
  Host: undefined,
  GlobalNamingResources: undefined,
  Cluster: undefined,
  Channel: undefined,
  Sender: "Transport",
};

/** Classes that are written to hold others. */
export const CONTAINER_CLASSES: ReadonlySet<string> = new Set([
  STATIC_MEMBERSHIP,
  "org.apache.catalina.tribes.membership.StaticMembershipService",
]);
