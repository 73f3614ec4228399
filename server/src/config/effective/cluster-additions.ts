import { Change } from "../../schema/change.ts";
import { lineFacts } from "../../schema/lines.ts";
import {
  CLUSTER_SESSION_LISTENER,
  DELTA_MANAGER,
  GROUP_CHANNEL,
  JVM_ROUTE_BINDER_VALVE,
  MCAST_SERVICE,
  NIO_RECEIVER,
  REPLICATION_VALVE,
  SIMPLE_TCP_CLUSTER,
  TCP_FAILURE_DETECTOR,
} from "../classes.ts";
import { LOST_IN_COPY, managerClassOf } from "../cluster.ts";
import type { Component } from "../component.ts";
import { added } from "./added.ts";
import { type Reading, sortedByName } from "./attributes.ts";
import type { EffectiveAttribute, EffectiveObject } from "./model.ts";
import { ADDED, REASONS } from "./reasons.ts";

const TRANSMITTER = "org.apache.catalina.tribes.transport.ReplicationTransmitter";
const PARALLEL_SENDER = "org.apache.catalina.tribes.transport.nio.PooledParallelSender";
const ROUTE_LISTENER = "org.apache.catalina.ha.session.JvmRouteSessionIDBinderListener";

/** From here on that listener is not added any more. */
const WITHOUT_ROUTE_LISTENER = new Change("8.0.0");

/**
 * What a Cluster adds when it starts: of each kind everything or nothing.
 *
 * Source: SimpleTcpCluster.checkDefaults, 7.0 to 11.0.
 */
export function clusterParts(cluster: Component, object: EffectiveObject, reading: Reading): EffectiveObject {
  if (object.className !== SIMPLE_TCP_CLUSTER) return object;
  const of = (element: string) => object.children.filter((each) => each.element === element);
  const make = (element: string, className: string) => added(element, className, ADDED.noneWritten, reading);
  const valves = of("Valve");
  const listeners = of("ClusterListener");
  const [manager = make("Manager", DELTA_MANAGER)] = of("Manager");
  const [channel = channelAdded(reading)] = of("Channel");
  const managerClass = managerClassOf(cluster);
  const notes = [...object.notes, REASONS.runsInPipeline];
  // A third party's valve may be no ClusterValve, and then Tomcat drops it.
  if (valves.length > 0 && valves.every(({ known }) => !known)) notes.push(REASONS.perhapsValves);
  if (listeners.length === 0 && manager.known === false) notes.push(REASONS.perhapsListener);
  const binder = WITHOUT_ROUTE_LISTENER.isIn(reading.file.version) ? [] : [make("ClusterListener", ROUTE_LISTENER)];
  const addedListeners =
    listeners.length === 0 && managerClass === DELTA_MANAGER
      ? [...binder, make("ClusterListener", CLUSTER_SESSION_LISTENER)]
      : [];
  const addedValves =
    valves.length === 0 ? [make("Valve", JVM_ROUTE_BINDER_VALVE), make("Valve", REPLICATION_VALVE)] : [];
  const rest = object.children.filter(({ element }) => !PARTS.has(element));
  return {
    ...object,
    attributes: named(cluster, object),
    notes,
    children: [
      withLosses(manager),
      heartbeatOf(object, channel),
      ...valves,
      ...addedValves,
      ...of("Deployer"),
      ...listeners,
      ...addedListeners,
      ...rest,
    ],
  };
}

const PARTS = new Set(["Manager", "Channel", "Valve", "Deployer", "ClusterListener"]);

/** The parts a Channel is made with (ChannelCoordinator's constructor), in the order of the reference. */
export function channelParts(_: Component, object: EffectiveObject, reading: Reading): EffectiveObject {
  return object.className === GROUP_CHANNEL ? withParts(object, reading) : object;
}

function withParts(channel: EffectiveObject, reading: Reading): EffectiveObject {
  const of = (element: string) => channel.children.filter((each) => each.element === element);
  const make = (element: string, className: string) => added(element, className, ADDED.noneWritten, reading);
  const [membership = make("Membership", MCAST_SERVICE)] = of("Membership");
  const [receiver = make("Receiver", NIO_RECEIVER)] = of("Receiver");
  const [sender = make("Sender", TRANSMITTER)] = of("Sender");
  const transported =
    sender.className === TRANSMITTER && sender.children.length === 0
      ? { ...sender, children: [make("Transport", PARALLEL_SENDER)] }
      : sender;
  const written = of("Interceptor");
  const dispatcher = lineFacts(reading.file.version.line).dispatcher;
  const interceptors =
    written.length > 0 ? written : [make("Interceptor", dispatcher), make("Interceptor", TCP_FAILURE_DETECTOR)];
  const rest = channel.children.filter(({ element }) => !CHANNEL_PARTS.has(element));
  return { ...channel, children: [membership, receiver, transported, ...interceptors, ...rest] };
}

const CHANNEL_PARTS = new Set(["Membership", "Receiver", "Sender", "Interceptor"]);

function channelAdded(reading: Reading): EffectiveObject {
  return withParts(added("Channel", GROUP_CHANNEL, ADDED.noneWritten, reading), reading);
}

/** A Cluster without a name has that of its Engine or Host (SimpleTcpCluster.getClusterName). */
function named(cluster: Component, object: EffectiveObject): readonly EffectiveAttribute[] {
  if (cluster.has("clusterName") || !cluster.parent) return object.attributes;
  const value = cluster.parent.text("name");
  if (value === undefined) return object.attributes;
  const name = cluster.parent.name === "Host" ? value.toLowerCase() : value;
  return sortedByName([
    ...object.attributes,
    { name: "clusterName", value: name, origin: "derived", written: undefined, why: REASONS.containersName },
  ]);
}

/** A Cluster that beats in the background stops the Channel's own heartbeat (SimpleTcpCluster.checkDefaults). */
function heartbeatOf(cluster: EffectiveObject, channel: EffectiveObject): EffectiveObject {
  if (cluster.attributes.find(({ name }) => name === "heartbeatBackgroundEnabled")?.value !== "true") return channel;
  const attributes = channel.attributes.map(
    (each): EffectiveAttribute =>
      each.name === "heartbeat"
        ? { ...each, value: "false", origin: "derived", why: REASONS.backgroundHeartbeat }
        : each,
  );
  return { ...channel, attributes };
}

/** The Manager of a Cluster is a template; some of its attributes never reach the copies. */
function withLosses(manager: EffectiveObject): EffectiveObject {
  const names = manager.attributes.filter(({ name, origin }) => origin !== "default" && LOST_IN_COPY.includes(name));
  if (!manager.known || names.length === 0) return manager;
  return { ...manager, notes: [...manager.notes, REASONS.notCopied(names.map(({ name }) => name).join(", "))] };
}
