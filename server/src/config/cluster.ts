import { groupBy } from "../base/group-by.ts";
import {
  BACKUP_MANAGER,
  DELTA_MANAGER,
  MCAST_SERVICE,
  MESSAGE_DISPATCH,
  MESSAGE_DISPATCH_15,
  NON_BLOCKING_COORDINATOR,
  STATIC_SERVICE,
} from "./classes.ts";
import type { Component } from "./component.ts";
import { parseSendOptions, START } from "./options.ts";
import { parseInteger } from "./values.ts";

/** The Cluster whose sessions and valves a component below an Engine has: its Host's, else its Engine's. */
export function clusterAround(component: Component): Component | undefined {
  return component.ancestor("Host")?.child("Cluster") ?? component.ancestor("Engine")?.child("Cluster");
}

/** The class of a Cluster's Manager, DeltaManager where none is written; undefined when not knowable. */
export function managerClassOf(cluster: Component): string | undefined {
  const manager = cluster.child("Manager");
  return manager ? manager.className : DELTA_MANAGER;
}

/** Attributes that the copy of the Cluster's Manager, which each application gets, does not take over. */
export const LOST_IN_COPY: readonly string[] = [
  "persistAuthentication",
  "persistAuthenticationNotes",
  "notifyAttributeListenerOnUnchangedValue",
  "notifyBindingListenerOnUnchangedValue",
  "sessionActivityCheck",
  "sessionLastAccessAtStart",
];

/**
 * The services of its channel that a Cluster starts, as bits; undefined when not knowable. NonBlockingCoordinator starts
 * all below it, whatever is asked for (its `startsvc`, all lines).
 */
export function startOptionsOf(cluster: Component): number | undefined {
  const startsAll = ofClass(interceptorsOf(cluster), NON_BLOCKING_COORDINATOR).length > 0;
  return startsAll ? START.all : cluster.number("channelStartOptions");
}

/**
 * True where the Cluster starts a membership by multicast, false where it certainly does not; undefined when not
 * knowable (ChannelCoordinator.internalStart, all lines).
 */
export function multicastRuns(cluster: Component): boolean | undefined {
  const options = startOptionsOf(cluster);
  if (options === undefined || !cluster.type) return undefined;
  if ((options & START.membership) === 0) return false;
  const membership = cluster.child("Channel")?.child("Membership");
  if (!membership || membership.className === MCAST_SERVICE) return true;
  return membership.type ? false : undefined;
}

/** True for a multicast Membership that its Cluster certainly does not start: nothing in it takes effect. */
export function neverStarts(membership: Component): boolean {
  const cluster = membership.ancestor("Cluster");
  return cluster !== undefined && multicastRuns(cluster) === false;
}

/** The interceptors of a Cluster or Channel from top to bottom, as messages pass them on their way out. */
export function interceptorsOf(component: Component): readonly Component[] {
  const channel = component.name === "Cluster" ? component.child("Channel") : component;
  return channel?.childrenNamed("Interceptor") ?? [];
}

/** Lists of components by their classes: a rule asks for the same list once for each of its components. */
const sorted = new WeakMap<readonly Component[], ReadonlyMap<string | undefined, readonly Component[]>>();

function byClass(components: readonly Component[]): ReadonlyMap<string | undefined, readonly Component[]> {
  components[0]?.parent?.readWhole();
  const known = sorted.get(components);
  if (known) return known;
  const made = groupBy(components, ({ className }) => className);
  sorted.set(components, made);
  return made;
}

/**
 * True when every one is of a class the schema knows: only then it is certain what is missing. 7.0's dispatcher does on
 * any other line what it does there.
 */
export function allKnown(components: readonly Component[]): boolean {
  return [...byClass(components).values()].every(
    ([first]) => first?.type !== undefined || first?.className === MESSAGE_DISPATCH_15,
  );
}

/** Those of these classes, in the order of the file. */
export function ofClass(components: readonly Component[], ...classNames: readonly string[]): readonly Component[] {
  const [one = [], ...others] = classNames.flatMap((name) => {
    const found = byClass(components).get(name);
    return found ? [found] : [];
  });
  return others.length === 0 ? one : [...one, ...others.flat()].sort((a, b) => (isBefore(a, b) ? -1 : 1));
}

/** True where the first component begins before the other one in the same file. */
export function isBefore(one: Component, other: Component): boolean {
  return one.element.span.start < other.element.span.start;
}

/** True for both forms of the interceptor that sends in the background. */
export function isDispatcher({ className }: Component): boolean {
  return className === MESSAGE_DISPATCH || className === MESSAGE_DISPATCH_15;
}

/**
 * True for a dispatcher that sends one message after the other. 7.0's MessageDispatchInterceptor has a single thread and no
 * attribute for more.
 */
export function sendsInOrder(interceptor: Component): boolean {
  if (!isDispatcher(interceptor) || !interceptor.type) return false;
  return !interceptor.attributeFacts("maxThreads") || interceptor.number("maxThreads") === 1;
}

/**
 * The send options that take effect. A text Tomcat rejects leaves the default; undefined when not knowable.
 *
 * Zero and negative numbers are dropped where names are taken (SimpleTcpCluster.setChannelSendOptions, from 9.0.0-M23 on).
 */
export function sendOptions(component: Component, attribute: string): number | undefined {
  const fallback = parseInteger(component.defaultText(attribute));
  if (!component.has(attribute)) return fallback;
  const text = component.text(attribute);
  if (text === undefined) return undefined;
  // ClusterSingleSignOn, and all of 8.5 and earlier, take numbers only.
  if (component.attributeFacts(attribute)?.type === "int") return component.number(attribute);
  const mask = parseSendOptions(text);
  return mask === undefined || mask <= 0 ? fallback : mask;
}

/** The send options of a session's changes; undefined where the manager, and so what it sends with, is not known. */
export function sessionSendOptions(cluster: Component): number | undefined {
  const manager = cluster.child("Manager");
  if (manager?.className === BACKUP_MANAGER) return sendOptions(manager, "mapSendOptions");
  return managerClassOf(cluster) === DELTA_MANAGER ? sendOptions(cluster, "channelSendOptions") : undefined;
}

/** True for a StaticMembershipService that finds its own node by the Receiver's address: it has no LocalMember. */
export function looksForItself({ className, children }: Component): boolean {
  return className === STATIC_SERVICE && !children.some(({ name }) => name === "LocalMember");
}
