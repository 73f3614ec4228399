import { type AtLeastOne, groupBy } from "../../base/group-by.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import type { Release } from "../../schema/release.ts";
import { AJP_CLOSED, AJP_PROTOCOL } from "../ajp.ts";
import type { Component } from "../component.ts";
import type { ConfigFile } from "../file.ts";
import type { ClusterSite } from "../site.ts";
import { isLoopback } from "../values.ts";

/** An address at which a node takes requests. */
export interface NodeConnector {
  readonly component: Component;
  /** Undefined where it cannot be known. */
  readonly port: number | undefined;
  readonly protocol: "http" | "https" | "ajp" | undefined;
  /** True where it listens on the loopback address only, undefined where that cannot be known. */
  readonly loopback: boolean | undefined;
  /**
   * The first release of its line that listens there where no address is written, if that decides it and is not known.
   */
  readonly loopbackSince: Release | undefined;
}

const HTTP = /^(?:HTTP\/1\.1|org\.apache\.coyote\.http11\.Http11\w*Protocol)$/;

const known = new WeakMap<ClusterSite, readonly NodeConnector[]>();

/** The Connectors of the Service a node's Cluster is in, made once. */
export function connectorsOf(site: ClusterSite): readonly NodeConnector[] {
  const made = known.get(site) ?? makeConnectors(site);
  known.set(site, made);
  return made;
}

const byPort = new WeakMap<ClusterSite, ReadonlyMap<number | undefined, AtLeastOne<NodeConnector>>>();

/** The first Connector of a node at a port. */
export function connectorAt(site: ClusterSite, port: number | undefined): NodeConnector | undefined {
  return connectorsAt(site, port)[0];
}

/** The Connectors of a node at a port: several where each has an address of its own. */
export function connectorsAt(site: ClusterSite, port: number | undefined): readonly NodeConnector[] {
  if (port === undefined) return [];
  const known = byPort.get(site) ?? groupBy(connectorsOf(site), (connector) => connector.port);
  byPort.set(site, known);
  return known.get(port) ?? [];
}

const ofOthers = new WeakMap<ClusterSite, ReadonlySet<number | undefined>>();

/** True where another Service of the node's Tomcat takes requests at a port, or may. */
export function isOfOtherService(site: ClusterSite, port: number): boolean {
  const ports = ofOthers.get(site) ?? portsOfOthers(site);
  ofOthers.set(site, ports);
  return ports.has(port) || ports.has(undefined);
}

/** The ports of the Connectors in other Services; undefined stands for one that cannot be known. */
function portsOfOthers(site: ClusterSite): ReadonlySet<number | undefined> {
  const offset = portOffsetOf(site);
  const others = (site.file.root?.childrenNamed("Service") ?? []).filter((each) => each !== site.engine?.parent);
  const numbers = others.flatMap((service) => service.childrenNamed("Connector").map((each) => each.number("port")));
  return new Set(numbers.map((each) => (each === undefined || offset === undefined ? undefined : each + offset)));
}

/** What is added to all ports of a Server; undefined where it cannot be known. */
function portOffsetOf({ file: { root } }: ClusterSite): number | undefined {
  return root?.has("portOffset") ? root.number("portOffset") : 0;
}

function makeConnectors(site: ClusterSite): readonly NodeConnector[] {
  const { version } = site.file;
  const offset = portOffsetOf(site);
  return (site.engine?.parent?.childrenNamed("Connector") ?? []).map((component): NodeConnector => {
    const port = component.number("port");
    const protocol = protocolOf(component);
    const byDefault = isOnLoopbackByDefault(protocol, version);
    return {
      component,
      port: port === undefined || offset === undefined || port <= 0 ? undefined : port + offset,
      protocol,
      loopback: loopbackOf(component, byDefault),
      loopbackSince:
        byDefault === undefined && !component.has("address") ? AJP_CLOSED.firstIn(version.line) : undefined,
    };
  });
}

/** True for a Connector that listens on the loopback address only, undefined where that cannot be known. */
export function isOnLoopback(connector: Component, { version }: ConfigFile): boolean | undefined {
  return loopbackOf(connector, isOnLoopbackByDefault(protocolOf(connector), version));
}

function isOnLoopbackByDefault(protocol: NodeConnector["protocol"], version: TomcatVersion): boolean | undefined {
  if (protocol !== "ajp") return false;
  // A line that is read as its neighbour may differ.
  return version.standsFor === undefined ? AJP_CLOSED.isIn(version) : undefined;
}

/** Undefined where it cannot be known. */
export function protocolOf(connector: Component): NodeConnector["protocol"] {
  const protocol = connector.has("protocol") ? connector.text("protocol") : "HTTP/1.1";
  if (protocol === undefined) return undefined;
  if (AJP_PROTOCOL.test(protocol)) return "ajp";
  if (!HTTP.test(protocol)) return undefined;
  if (!connector.has("SSLEnabled")) return "http";
  const secured = connector.boolean("SSLEnabled");
  return secured === undefined ? undefined : secured ? "https" : "http";
}

function loopbackOf(connector: Component, otherwise: boolean | undefined): boolean | undefined {
  if (!connector.has("address")) return otherwise;
  const address = connector.text("address");
  return address === undefined ? undefined : isLoopback(address);
}
