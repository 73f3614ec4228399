import { tomcatClass } from "../schema/tomcat-classes.ts";
import { MCAST_SERVICE, STATIC_MEMBERSHIP, STATIC_SERVICE } from "./classes.ts";
import { interceptorsOf, ofClass, startOptionsOf } from "./cluster.ts";
import type { Component } from "./component.ts";
import { START } from "./options.ts";
import { canonicalHost } from "./values.ts";

/** How a node finds the other nodes; `unknown` where the file does not tell. */
export type MembershipKind = "multicast" | "static" | "static-service" | "cloud" | "none" | "unknown";

/** A Receiver's or Member's address: each part undefined where it is not knowable. */
export interface Endpoint {
  readonly host: string | undefined;
  readonly port: number | undefined;
}

export interface SiteMember extends Endpoint {
  readonly component: Component;
  readonly uniqueId: string | undefined;
}

/** Addresses that do not identify a machine. */
const NOWHERE = /^(auto|0\.0\.0\.0|::|\[::\]|0:0:0:0:0:0:0:0)$/;

/** The multicast group of a McastService without attributes. */
export const DEFAULT_GROUP = "228.0.0.4:45564";

/** What the checks over several nodes ask of a Cluster, read all at once. What is not knowable is undefined. */
export interface SiteValues {
  readonly channel: Component | undefined;
  readonly membership: Component | undefined;
  readonly receiver: Component | undefined;
  readonly interceptors: readonly Component[];
  readonly engine: Component | undefined;
  readonly known: boolean;
  readonly membershipKind: MembershipKind;
  readonly staticInterceptor: Component | undefined;
  readonly memberList: Component | undefined;
  readonly multicastGroup: string | undefined;
  readonly members: readonly SiteMember[];
  readonly endpoint: Endpoint;
  readonly portTries: number | undefined;
}

/** @param container the Engine or Host the Cluster stands in */
export function readSite(cluster: Component, container: Component): SiteValues {
  const channel = cluster.child("Channel");
  const membership = channel?.child("Membership");
  const receiver = channel?.child("Receiver");
  const interceptors = interceptorsOf(cluster);
  const engine = container.name === "Engine" ? container : container.ancestor("Engine");
  const stack = channel ? [cluster, channel, ...channel.children.filter(({ read }) => read)] : [cluster];
  const known = stack.every(isTomcats);
  const staticInterceptor = ofClass(interceptors, STATIC_MEMBERSHIP).at(-1);
  const memberList = staticInterceptor ?? (membership?.className === STATIC_SERVICE ? membership : undefined);
  const options = startOptionsOf(cluster);
  const membershipKind =
    known && options !== undefined ? kindOf(options, membership, staticInterceptor !== undefined) : "unknown";
  return {
    channel,
    membership,
    receiver,
    interceptors,
    engine,
    known,
    staticInterceptor,
    memberList,
    membershipKind,
    multicastGroup: membershipKind === "multicast" ? groupOf(membership) : undefined,
    members: (memberList?.childrenNamed("Member") ?? []).map((component) => ({
      component,
      host: memberHost(component),
      port: component.number("port"),
      uniqueId: component.effective("uniqueId"),
    })),
    endpoint: receiver ? endpointOf(receiver) : { host: undefined, port: known ? 4000 : undefined },
    portTries: receiver ? receiver.number("autoBind") : 100,
  };
}

/** True for an object whose class is Tomcat's own, in this release or in another: what it does is no guess. */
function isTomcats({ type, className }: Component): boolean {
  return type !== undefined || (className !== undefined && tomcatClass(className) !== undefined);
}

function kindOf(options: number, membership: Component | undefined, isStatic: boolean): MembershipKind {
  const className = membership?.className ?? MCAST_SERVICE;
  if (isStatic) {
    // Both at once is possible: then the file does not tell how the node finds the others.
    return options & START.membership && className === MCAST_SERVICE ? "unknown" : "static";
  }
  if ((options & START.membership) === 0) return "none";
  if (className === MCAST_SERVICE) return options & START.memberReceiver ? "multicast" : "unknown";
  if (className === STATIC_SERVICE) return "static-service";
  return className.includes(".cloud.") ? "cloud" : "unknown";
}

function groupOf(membership: Component | undefined): string | undefined {
  if (!membership) return DEFAULT_GROUP;
  const address = membership.effective("address") ?? (membership.has("address") ? undefined : "228.0.0.4");
  const port = membership.number("port") ?? (membership.has("port") ? undefined : 45564);
  return address === undefined || port === undefined ? undefined : `${address}:${port}`;
}

function endpointOf(receiver: Component): Endpoint {
  const address = receiver.has("address") ? receiver.text("address") : undefined;
  return {
    host: address === undefined || NOWHERE.test(address) ? undefined : canonicalHost(address),
    port: receiver.number("port"),
  };
}

/** A Member's host in the form in which hosts are compared; undefined where it is not knowable. */
export function memberHost(member: Component): string | undefined {
  const host = member.effective("host");
  return host === undefined ? undefined : canonicalHost(host);
}
