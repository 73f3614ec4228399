import type { Component } from "../component.ts";
import type { ClusterSite, SiteMember } from "../site.ts";
import type { TomcatCluster } from "../tomcat-cluster.ts";
import { type Mention, type NameKind, type NameSources, scopeOf, writtenText } from "./mention.ts";

/** What the nodes of a cluster name one another by: ids and addresses of static members, and the jvmRoute of each. */
export function* nodeMentions({ clusters }: NameSources): Generator<Mention> {
  for (const [index, cluster] of clusters.entries()) {
    const scope = `${index} ${cluster.name}`;
    yield* routes(cluster, scope);
    yield* ids(cluster, scope);
    for (const site of cluster.sites) yield* receiverOf(site, cluster);
  }
}

/** One name for all: whoever asks for one route wants to see the others. */
function* routes({ sites }: TomcatCluster, scope: string): Generator<Mention> {
  const seen = new Set<Component>();
  for (const site of sites) {
    const { engine } = site;
    if (!engine || seen.has(engine)) continue;
    seen.add(engine);
    yield* written("jvm-route", scope, true, site, engine, "jvmRoute", () => "");
  }
}

function* ids({ sites }: TomcatCluster, scope: string): Generator<Mention> {
  for (const site of sites) {
    const { localMember, members } = site;
    if (localMember) yield* written("member-id", scope, true, site, localMember, "uniqueId", bytesOf);
    for (const { component } of members)
      yield* written("member-id", scope, false, site, component, "uniqueId", bytesOf);
  }
}

/** The Receiver of a node, and the Members of others that mean it. */
function* receiverOf(site: ClusterSite, { sites }: TomcatCluster): Generator<Mention> {
  const { receiver } = site;
  if (!receiver) return;
  const scope = scopeOf(site.file, receiver);
  const file = site.file;
  yield { kind: "receiver", scope, name: "", text: "", defines: true, file, at: receiver.nameSpan, rewrite: undefined };
  yield* partOf("address", scope, site, receiver, "address");
  yield* partOf("port", scope, site, receiver, "port");
  for (const other of sites) {
    for (const member of other.members) {
      const how = meaning(member, site, sites);
      if (!how) continue;
      const { component } = member;
      yield {
        kind: "receiver",
        scope,
        name: "",
        text: "",
        defines: false,
        file: other.file,
        at: component.nameSpan,
        rewrite: undefined,
      };
      if (how === "id") continue;
      yield* written("address", scope, false, other, component, "host", () => "");
      yield* written("port", scope, false, other, component, "port", () => "");
    }
  }
}

/** A part of a Receiver's address; where it is not written, the Receiver itself stands for it. */
function* partOf(
  kind: NameKind,
  scope: string,
  site: ClusterSite,
  receiver: Component,
  name: string,
): Generator<Mention> {
  if (receiver.has(name)) yield* written(kind, scope, true, site, receiver, name, () => "");
  else
    yield {
      kind,
      scope,
      name: "",
      text: "",
      defines: true,
      file: site.file,
      at: receiver.nameSpan,
      rewrite: undefined,
    };
}

/** What tells that a Member is a node: its address, or else its id, where only one node has it. */
function meaning(member: SiteMember, site: ClusterSite, sites: readonly ClusterSite[]): "address" | "id" | undefined {
  if (isAt(member, site)) return sites.some((each) => each !== site && isAt(member, each)) ? undefined : "address";
  if (sites.some((each) => isAt(member, each)) || site.endpoint.host !== undefined) return undefined;
  const hasId = ({ localId }: ClusterSite) =>
    localId !== undefined && member.uniqueId !== undefined && bytesOf(localId) === bytesOf(member.uniqueId);
  return hasId(site) && !sites.some((each) => each !== site && hasId(each)) ? "id" : undefined;
}

function isAt({ host, port }: SiteMember, { endpoint }: ClusterSite): boolean {
  if (host === undefined || port === undefined) return false;
  return endpoint.host?.toLowerCase() === host.toLowerCase() && endpoint.port === port;
}

function* written(
  kind: NameKind,
  scope: string,
  defines: boolean,
  { node: { properties }, file }: ClusterSite,
  component: Component,
  attribute: string,
  nameOf: (text: string) => string,
): Generator<Mention> {
  const found = writtenText(component, attribute, properties);
  if (!found || found.text === "") return;
  yield {
    kind,
    scope,
    name: nameOf(found.text),
    text: found.text,
    defines,
    file,
    at: found.at,
    rewrite: found.rewrite,
  };
}

/** A uniqueId as the bytes Tomcat reads: blanks and leading zeros make no other id. */
export function bytesOf(uniqueId: string): string {
  const parts = uniqueId.replace(/[{}\s]/g, "").split(",");
  return parts.map((part) => (/^[+-]?\d+$/.test(part) ? String(Number(part)) : part)).join(",");
}
