import { type AtLeastOne, groupBy } from "../base/group-by.ts";
import type { Component } from "./component.ts";
import type { ClusterSite } from "./site.ts";
import { type Endpoint, memberHost } from "./site-values.ts";
import type { TomcatCluster } from "./tomcat-cluster.ts";

/**
 * The first id to propose: its bytes count up to 15, and the last one tells nodes apart, as in Tomcat's documentation.
 */
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
  for (let last = 1 + same.reduce((highest, bytes) => Math.max(highest, bytes.at(-1) ?? 0), 0); last <= 127; last++) {
    const id = writtenId([...pattern.slice(0, -1), last]);
    if (!used.has(id)) free.push(id);
    if (free.length === PROPOSALS) break;
  }
  return free;
}

/** How many bytes a uniqueId has. */
export const ID_LENGTH = 16;

/**
 * The bytes of a text in braces; undefined where Java takes it for none. Only the first brace is asked for, and what is
 * empty between two separators does not count (Arrays.fromString, all lines).
 */
export function bytesIn(text: string): readonly number[] | undefined {
  if (!text.startsWith("{")) return undefined;
  const bytes = text.split(/[{},]/).filter((each) => each !== "");
  return bytes.every(isByte) ? bytes.map(Number) : undefined;
}

/** The bytes of a uniqueId; undefined where Tomcat would drop it (StaticMember.setUniqueId). */
export function bytesOf(uniqueId: string): readonly number[] | undefined {
  const bytes = bytesIn(uniqueId);
  return bytes?.length === ID_LENGTH ? bytes : undefined;
}

/** True for what Byte.parseByte takes, in digits of ASCII. */
export function isByte(text: string): boolean {
  return /^[+-]?\d+$/.test(text) && Number(text) >= -128 && Number(text) <= 127;
}

/** True for ids of the same bytes: signs, leading zeros and spare separators make no difference. */
export function sameId(one: readonly number[], other: readonly number[]): boolean {
  return writtenId(one) === writtenId(other);
}

/** What an id is that is not written, or that Tomcat drops (MemberImpl.uniqueId). */
export const NO_ID: readonly number[] = Array<number>(ID_LENGTH).fill(0);

/** The id of a Member or LocalMember as Tomcat has it; undefined where that is not known. */
export function idOf(member: Component): readonly number[] | undefined {
  if (!member.has("uniqueId")) return NO_ID;
  const text = member.text("uniqueId");
  return text === undefined ? undefined : (bytesOf(text) ?? NO_ID);
}

export function writtenId(bytes: readonly number[]): string {
  return `{${bytes.join()}}`;
}

/**
 * The id a Member or LocalMember should have: of a Member what the node at its address calls itself, of a LocalMember
 * what the others call this node; else the next that is free.
 */
export function idFor(member: Component, clusters: readonly TomcatCluster[]): string | undefined {
  return idBelow(member.parent, member.name === "LocalMember" ? undefined : member, clusters);
}

/** The id for a LocalMember that a list of members lacks. */
export function localIdFor(list: Component, clusters: readonly TomcatCluster[]): string | undefined {
  return idBelow(list, undefined, clusters);
}

/** @param member of the list; undefined for the node itself */
function idBelow(
  list: Component | undefined,
  member: Component | undefined,
  clusters: readonly TomcatCluster[],
): string | undefined {
  for (const cluster of clusters) {
    const known = knownId(list, member, placesIn(cluster));
    if (known !== undefined) return known;
  }
  const made = list && proposed.get(list);
  if (made?.clusters === clusters) return made.id;
  const sites = clusters.flatMap((cluster) => cluster.sites);
  const taken = sites.flatMap(({ localId, members }) => [localId, ...members.map(({ uniqueId }) => uniqueId)]);
  const [id] = freeIds(
    list,
    taken.filter((each) => each !== undefined),
  );
  if (list) proposed.set(list, { clusters, id });
  return id;
}

/** The free ids for the Members below a list. Worked out once a list, because thousands of them may need one. */
const proposed = new WeakMap<
  Component,
  { readonly clusters: readonly TomcatCluster[]; readonly id: string | undefined }
>();

/** An id that a node uses for what is at a place. */
interface UsedId {
  readonly site: ClusterSite;
  readonly id: string | undefined;
}

/** The ids of a cluster by their places, and its nodes by their lists. */
interface Places {
  readonly byList: ReadonlyMap<Component | undefined, AtLeastOne<ClusterSite>>;
  /** What nodes call themselves. */
  readonly own: ReadonlyMap<string | undefined, AtLeastOne<UsedId>>;
  /** What others call them. */
  readonly listed: ReadonlyMap<string | undefined, AtLeastOne<UsedId>>;
}

const places = new WeakMap<TomcatCluster, Places>();

/** Made once for each cluster. */
function placesIn(cluster: TomcatCluster): Places {
  const known = places.get(cluster);
  if (known) return known;
  const { sites } = cluster;
  const own = sites.map((site) => ({ site, id: site.localId, place: keyOf(site.endpoint) }));
  const listed = sites.flatMap((site) =>
    site.members.map((member) => ({ site, id: member.uniqueId, place: keyOf(member) })),
  );
  const made = {
    byList: groupBy(sites, ({ memberList }) => memberList),
    own: groupBy(own, ({ place }) => place),
    listed: groupBy(listed, ({ place }) => place),
  };
  places.set(cluster, made);
  return made;
}

function keyOf({ host, port }: Endpoint): string | undefined {
  return host === undefined || port === undefined ? undefined : `${host} ${port}`;
}

/** Where more nodes than these use ids for one place, none of the ids is taken for the right one. */
const MOST_AT_PLACE = 100;

/** The only id the other nodes use for a member of a list, or for the node itself. */
function knownId(
  list: Component | undefined,
  member: Component | undefined,
  { byList, own, listed }: Places,
): string | undefined {
  const [site] = byList.get(list) ?? [];
  if (!site) return undefined;
  const place = keyOf(member ? { host: memberHost(member), port: member.number("port") } : site.endpoint);
  const used = (place !== undefined && (member ? own : listed).get(place)) || [];
  if (used.length > MOST_AT_PLACE) return undefined;
  const [id, another] = new Set(used.flatMap((each) => (each.site === site ? [] : [each.id])));
  return id !== undefined && another === undefined && bytesOf(id) ? id : undefined;
}
