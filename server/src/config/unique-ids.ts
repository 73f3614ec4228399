import type { Component } from "./component.ts";
import type { ClusterSite } from "./site.ts";
import type { Endpoint } from "./site-values.ts";
import type { TomcatCluster } from "./tomcat-cluster.ts";

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

/**
 * The id a Member or LocalMember should have: of a Member what the node at its address calls itself, of a LocalMember
 * what the others call this node; else the next that is free.
 */
export function idFor(member: Component, clusters: readonly TomcatCluster[]): string | undefined {
  const known = clusters.map(({ sites }) => knownId(member, sites)).find((id) => id !== undefined);
  if (known !== undefined) return known;
  const sites = clusters.flatMap((cluster) => cluster.sites);
  const taken = sites.flatMap(({ localId, members }) => [localId, ...members.map(({ uniqueId }) => uniqueId)]);
  return freeIds(
    member.parent,
    taken.filter((id) => id !== undefined),
  )[0];
}

/** The only id the other nodes use for what a Member or LocalMember stands for. */
function knownId(member: Component, sites: readonly ClusterSite[]): string | undefined {
  const own = sites.find(({ memberList }) => memberList === member.parent);
  const local = member.name === "LocalMember";
  const place = local ? own?.endpoint : own?.members.find(({ component }) => component === member);
  if (!place || place.host === undefined || place.port === undefined) return undefined;
  const isThere = ({ host, port }: Endpoint) => host === place.host && port === place.port;
  const ids = sites
    .filter((site) => site !== own)
    .flatMap(({ members, endpoint, localId }) =>
      local ? members.filter(isThere).map(({ uniqueId }) => uniqueId) : isThere(endpoint) ? [localId] : [],
    );
  const [id, another] = new Set(ids);
  return id !== undefined && another === undefined && bytesOf(id) ? id : undefined;
}
