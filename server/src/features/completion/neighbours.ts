import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { type ClusterSite, sitesOf } from "../../config/site.ts";
import type { TomcatCluster } from "../../config/tomcat-cluster.ts";
import type { CompletionRequest } from "./item.ts";

/** Another node, described for a Member that represents it. */
export interface Neighbour {
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly uniqueId: string | undefined;
  /** The node's name. */
  readonly label: string;
}

/** The other nodes of the clusters a file is part of. */
export function neighboursOf(file: ConfigFile, clusters: readonly TomcatCluster[]): readonly Neighbour[] {
  return otherSites(file, clusters).map((site) => ({ ...site.endpoint, uniqueId: site.localId, label: site.label }));
}

/**
 * Ids that other nodes use for this one: those of the Members whose address is its Receiver's. Its LocalMember must
 * have the same.
 */
export function idsOthersUse(file: ConfigFile, clusters: readonly TomcatCluster[]): readonly string[] {
  const own = clusters.flatMap(({ sites }) => sites.filter((site) => site.file === file));
  const ids = otherSites(file, clusters).flatMap(({ members }) =>
    members.flatMap(({ host, port, uniqueId }) =>
      own.some(({ endpoint }) => endpoint.host === host && endpoint.port === port) ? (uniqueId ?? []) : [],
    ),
  );
  return [...new Set(ids)];
}

/** Addresses that others list as members and that belong to none of them: one of them is likely this node's. */
export function ownAddresses(file: ConfigFile, clusters: readonly TomcatCluster[]): readonly string[] {
  const others = otherSites(file, clusters);
  const taken = new Set(others.map(({ endpoint }) => endpoint.host));
  const listed = others.flatMap(({ members }) => members.flatMap(({ host }) => host ?? []));
  return [...new Set(listed)].filter((host) => !taken.has(host));
}

function otherSites(file: ConfigFile, clusters: readonly TomcatCluster[]): readonly ClusterSite[] {
  return clusters.flatMap(({ sites }) => sites.filter((site) => site.file !== file));
}

/** `host:port` of the Members below a list, `except` left out. */
export function listedMembers(list: Component | undefined, except?: Component): ReadonlySet<string> {
  const others = (list?.childrenNamed("Member") ?? []).filter((each) => each !== except);
  return new Set(others.map((each) => `${each.text("host")}:${each.text("port")}`));
}

/** The first node with a known address that a list of Members lacks. */
export function nextNeighbour(
  list: Component | undefined,
  { file, clusters = [] }: CompletionRequest,
): Neighbour | undefined {
  const listed = listedMembers(list);
  return neighboursOf(file, clusters).find(
    ({ host, port }) => host !== undefined && port !== undefined && !listed.has(`${host}:${port}`),
  );
}

/** The ids of the Clusters in this file and of the other nodes. */
export function takenIds({ file, node, clusters = [] }: CompletionRequest): readonly string[] {
  const own = node?.server === file ? sitesOf(node) : [];
  const ids = [...own, ...otherSites(file, clusters)].flatMap((site) => [
    site.localId,
    ...(site.file === file ? site.members.map(({ uniqueId }) => uniqueId) : []),
  ]);
  return ids.filter((id) => id !== undefined);
}
