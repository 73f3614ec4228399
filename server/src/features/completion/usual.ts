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

/** Children in their usual order; others follow them. */
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

/** The index of an element in the usual order below a parent; for others, an index after all of them. */
export function usualOrder(parent: string, child: string): number {
  const known = CHILDREN[parent] ?? [];
  const index = known.indexOf(child);
  return index < 0 ? known.length : index;
}

/** The usual class, by element, and by its parent where that decides. */
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

/** The interceptors of a usual cluster, from top to bottom; in 7.0 the dispatcher is another class. */
function interceptors({ line }: TomcatVersion): readonly string[] {
  return [TCP_FAILURE_DETECTOR, lineFacts(line).dispatcher];
}

/**
 * The likeliest class for an element below `parent`, of those that are accepted; undefined where there is none. A class
 * that the parent already has is skipped.
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

/** Attributes that are nearly always written, with their most common values. */
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
  Deployer: {
    tempDir: "work/farm-temp",
    deployDir: "webapps",
    watchDir: "farm-watch",
    watchEnabled: ["false", "true"],
  },
  Member: { host: "", port: "4000", uniqueId: "" },
  LocalMember: { uniqueId: "" },
  Resource: { name: "", auth: "Container", type: "" },
  ResourceLink: { name: "", global: "", type: "" },
  Environment: { name: "", type: "java.lang.String", value: "" },
  Parameter: { name: "", value: "" },
};

/** The class an element must have for its usual attributes to apply, where not every class has them. */
export const USUAL_ONLY_WITH: Readonly<Record<string, string>> = { Membership: MCAST_SERVICE };

/** Elements that exist to contain others, with the child without which they have no effect. */
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

/** Classes that exist to contain others. */
export const CONTAINER_CLASSES: ReadonlySet<string> = new Set([
  STATIC_MEMBERSHIP,
  "org.apache.catalina.tribes.membership.StaticMembershipService",
]);
