import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { type ClusterSite, sitesOf } from "../../config/site.ts";
import type { TomcatCluster } from "../../config/tomcat-cluster.ts";
import type { CompletionRequest } from "./item.ts";

/** What is known of another node, for a Member that stands for it. */
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
 * Ids that others use for this node: those of the Members whose address is its Receiver's. Its LocalMember must have
 * the same.
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

/** Addresses that others list as members, and that none of them has itself: one of them is likely this node's. */
export function ownAddresses(file: ConfigFile, clusters: readonly TomcatCluster[]): readonly string[] {
  const others = otherSites(file, clusters);
  const taken = new Set(others.map(({ endpoint }) => endpoint.host));
  const listed = others.flatMap(({ members }) => members.flatMap(({ host }) => host ?? []));
  return [...new Set(listed)].filter((host) => !taken.has(host));
}

function otherSites(file: ConfigFile, clusters: readonly TomcatCluster[]): readonly ClusterSite[] {
  return clusters.flatMap(({ sites }) => sites.filter((site) => site.file !== file));
}

/** `host:port` of the Members below a list, but for one of them. */
export function listedMembers(list: Component | undefined, except?: Component): ReadonlySet<string> {
  const others = (list?.childrenNamed("Member") ?? []).filter((each) => each !== except);
  return new Set(others.map((each) => `${each.text("host")}:${each.text("port")}`));
}

/** The first node of the cluster that a list of Members lacks and whose address is known. */
export function nextNeighbour(
  list: Component | undefined,
  { file, clusters = [] }: CompletionRequest,
): Neighbour | undefined {
  const listed = listedMembers(list);
  return neighboursOf(file, clusters).find(
    ({ host, port }) => host !== undefined && port !== undefined && !listed.has(`${host}:${port}`),
  );
}

/** The ids the Clusters of this file and the other nodes have. */
export function takenIds({ file, node, clusters = [] }: CompletionRequest): readonly string[] {
  const own = node?.server === file ? sitesOf(node) : [];
  const ids = [...own, ...otherSites(file, clusters)].flatMap((site) => [
    site.localId,
    ...(site.file === file ? site.members.map(({ uniqueId }) => uniqueId) : []),
  ]);
  return ids.filter((id) => id !== undefined);
}

/** Ids to propose when none is written yet: like the ones of Tomcat's documentation, all but the last byte counted up. */
const FIRST_ID = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 1];
const PROPOSALS = 1;

/**
 * Ids that neither a member below `list` nor one in `taken` has, counted on from the highest of the same
 * beginning.
 */
export function freeIds(list: Component | undefined, taken: readonly string[] = []): readonly string[] {
  const written = [
    ...taken,
    ...[...(list?.childrenNamed("LocalMember") ?? []), ...(list?.childrenNamed("Member") ?? [])].flatMap(
      (member) => member.text("uniqueId") ?? [],
    ),
  ];
  const ids = written.flatMap((text) => {
    const bytes = bytesOf(text);
    return bytes ? [bytes] : [];
  });
  const pattern = ids.at(-1) ?? FIRST_ID;
  const used = new Set(ids.map(writtenId));
  const same = ids.filter((bytes) => bytes.slice(0, -1).join() === pattern.slice(0, -1).join());
  const free: string[] = [];
  for (let last = 1 + Math.max(0, ...same.map((bytes) => bytes.at(-1) ?? 0)); last <= 127; last++) {
    const id = writtenId([...pattern.slice(0, -1), last]);
    if (!used.has(id)) free.push(id);
    if (free.length === PROPOSALS) break;
  }
  return free;
}

/** The bytes of a uniqueId; undefined where Tomcat would drop it (Arrays.fromString, StaticMember.setUniqueId). */
export function bytesOf(uniqueId: string): readonly number[] | undefined {
  if (!/^\{-?\d+(,-?\d+){15}\}$/.test(uniqueId)) return undefined;
  const bytes = uniqueId.slice(1, -1).split(",").map(Number);
  return bytes.every((byte) => byte >= -128 && byte <= 127) ? bytes : undefined;
}

export function writtenId(bytes: readonly number[]): string {
  return `{${bytes.join()}}`;
}
