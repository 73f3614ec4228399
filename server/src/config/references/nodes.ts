import { groupBy } from "../../base/group-by.ts";
import { lineBreakOf } from "../../base/lines.ts";
import type { Component } from "../component.ts";

import { type ClusterSite, takesRouteProperty } from "../site.ts";
import type { TomcatCluster } from "../tomcat-cluster.ts";
import { addingTo, type Mention, type NameSources, scopeOf, writtenText } from "./mention.ts";

/** What the nodes of a cluster name one another by: ids and addresses of static members, and the jvmRoute of each. */
export function* nodeMentions({ clusters }: NameSources): Generator<Mention> {
  for (const [index, cluster] of clusters.entries()) {
    const scope = `${index} ${cluster.name}`;
    yield* routes(cluster, scope);
    yield* routesInFront(cluster, scope);
    yield* ids(cluster, scope);
    for (const site of cluster.sites) yield* receiverOf(site);
    yield* membersOf(cluster);
  }
}

/**
 * No node's route names another: a question about one is answered with the others, and with the balancers'. Where none is
 * written, the system property `jvmRoute` counts up to 10.0.
 */
function* routes({ sites }: TomcatCluster, scope: string): Generator<Mention> {
  const seen = new Set<Component>();
  for (const site of sites) {
    const { engine, file } = site;
    if (!engine || seen.has(engine)) continue;
    seen.add(engine);
    const byProperty = !engine.has("jvmRoute") && takesRouteProperty(file);
    const text = byProperty ? file.reading.properties.valueOf("jvmRoute") : undefined;
    if (text === undefined)
      yield* written(engine, "jvmRoute", { kind: "jvm-route", scope, defines: true, file: site.file });
    else
      yield { kind: "jvm-route", scope, name: "", text, defines: true, file, at: engine.nameSpan, rewrite: undefined };
  }
}

/** What a balancer takes for the route of one of its members; a worker of mod_jk gets one of its own with a new name. */
function* routesInFront({ fronts }: TomcatCluster, scope: string): Generator<Mention> {
  for (const { file, balancer, backends } of fronts) {
    if (balancer.affinity.kind !== "route") continue;
    for (const { member } of backends) {
      const text = member.route?.text;
      if (!text || !member.route) continue;
      const common = { kind: "jvm-route", scope, name: "", text, defines: false, file } as const;
      if (!member.routeImplied) yield { ...common, at: member.route.at, rewrite: (name) => name };
      else {
        const { start, end } = member.at;
        const line = `worker.${member.name}.route=`;
        const before = file.text.slice(start, end);
        const ownLine = file.product === "mod_jk" && !before.startsWith(line);
        const rewrite = ownLine ? (name: string) => `${line}${name}${lineBreakOf(file.text)}${before}` : undefined;
        yield { ...common, at: member.at, rewrite };
      }
    }
  }
}

function* ids({ sites }: TomcatCluster, scope: string): Generator<Mention> {
  for (const site of sites) {
    const { localMember, members } = site;
    if (localMember)
      yield* written(localMember, "uniqueId", { kind: "member-id", scope, defines: true, file: site.file }, idKey);
    for (const { component } of members)
      yield* written(component, "uniqueId", { kind: "member-id", scope, defines: false, file: site.file }, idKey);
  }
}

/** A Receiver, its address and its port; what is not written has its place at the element's name, and is added there. */
function* receiverOf(site: ClusterSite): Generator<Mention> {
  const { receiver, file } = site;
  if (!receiver) return;
  const scope = scopeOf(file, receiver);
  const itself = { scope, name: "", text: "", file, at: receiver.nameSpan, rewrite: undefined };
  yield { kind: "receiver", defines: true, ...itself };
  for (const part of ["address", "port"] as const) {
    if (receiver.has(part)) yield* written(receiver, part, { kind: part, scope, defines: true, file: site.file });
    else yield { kind: part, defines: true, ...itself, rewrite: addingTo(receiver, part) };
  }
}

/** The Members that mean the Receiver of another node. */
function* membersOf({ sites }: TomcatCluster): Generator<Mention> {
  const byAddress = groupBy(sites, ({ endpoint: { host, port } }) => addressOf(host, port));
  const byId = groupBy(sites, ({ localId }) => localId && idKey(localId));
  for (const site of sites) {
    for (const { component, host, port, uniqueId } of site.members) {
      const address = addressOf(host, port);
      const there = (address !== undefined && byAddress.get(address)) || [];
      // A node that hides its address is still known by its id; an id that two nodes could have names neither.
      const called = ((uniqueId && byId.get(idKey(uniqueId))) || []).filter(({ endpoint }) => !endpoint.host);
      const [meant, second] = there.length > 0 ? there : called;
      if (!meant?.receiver || second) continue;
      const scope = scopeOf(meant.file, meant.receiver);
      const at = component.nameSpan;
      yield { kind: "receiver", scope, name: "", text: "", defines: false, file: site.file, at, rewrite: undefined };
      if (there.length === 0) continue;
      yield* written(component, "host", { kind: "address", scope, defines: false, file: site.file });
      yield* written(component, "port", { kind: "port", scope, defines: false, file: site.file });
    }
  }
}

function addressOf(host: string | undefined, port: number | undefined): string | undefined {
  return host === undefined || port === undefined ? undefined : `${host.toLowerCase()}:${port}`;
}

/** What an attribute's value mentions: nothing where it is absent, empty or unknown. */
function* written(
  component: Component,
  attribute: string,
  mention: Pick<Mention, "kind" | "scope" | "defines" | "file">,
  nameOf: (text: string) => string = () => "",
): Generator<Mention> {
  const found = writtenText(component, attribute);
  if (!found || found.text === "") return;
  yield { ...mention, name: nameOf(found.text), text: found.text, at: found.at, rewrite: found.rewrite };
}

/** A uniqueId as the bytes Tomcat reads: blanks and leading zeros make no other id. */
export function idKey(uniqueId: string): string {
  const parts = uniqueId.replace(/[{}\s]/g, "").split(",");
  return parts.map((part) => (/^[+-]?\d+$/.test(part) ? String(Number(part)) : part)).join(",");
}
