import { groupBy } from "../base/group-by.ts";
import type { Edit } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import type { ClusterSite } from "../config/site.ts";
import { TagTable } from "../config/tag-search.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import { behindPlaceholder } from "./fixes.ts";
import { MOST_CHANGED } from "./nodes.ts";
import type { Fix } from "./rule.ts";

/** The distance between the ports of two nodes, larger than that between the ports of one: 4000, 4100; 8005, 8105. */
const STEP = 100;
const LARGEST = 65_535;

/** The ports of a file, and whether the offset of its Server is added to them. */
const listening = new TagTable((component) => {
  const { name } = component;
  if (name !== "Server" && name !== "Connector" && name !== "Receiver") return undefined;
  const port = component.number("port");
  return port !== undefined && port > 0 ? { port, hasOffset: name !== "Receiver" } : undefined;
});

/** The ports in the files of a machine, which are not free for its Tomcats. */
export function portsNamed(files: Iterable<ConfigFile>): ReadonlySet<number> {
  const ports = new Set<number>();
  for (const file of new Set(files)) {
    const { root } = file;
    const offset = root?.has("portOffset") ? (root.number("portOffset") ?? 0) : 0;
    for (const { value } of listening.in(file)) ports.add(value.hasOffset ? value.port + offset : value.port);
  }
  return ports;
}

/** The first free port from the wanted one on; undefined where there is none. */
export function freePort(wanted: number, taken: TakenPorts): number | undefined {
  for (let port = wanted; port <= LARGEST; port += STEP) if (!taken.has(port)) return port;
  return undefined;
}

/** Ports that are taken. */
export type TakenPorts = Pick<ReadonlySet<number>, "has">;

const onMachine = new WeakMap<
  ConfigFile,
  { readonly clusters: readonly TomcatCluster[]; readonly taken: TakenPorts }
>();
const machines = new WeakMap<TomcatCluster, Machines>();

interface Machines {
  /** The ports of all files, by the host of their Receivers. */
  readonly ports: ReadonlyMap<string | undefined, ReadonlySet<number>>;
  readonly sites: ReadonlyMap<ConfigFile, readonly ClusterSite[]>;
}

/**
 * The ports taken on the machine of a file: its own, and those of the nodes that share the machine by their Receivers'
 * addresses. Collected once for each file and each cluster.
 */
export function portsOnMachine(file: ConfigFile, clusters: readonly TomcatCluster[]): TakenPorts {
  const known = onMachine.get(file);
  if (known?.clusters === clusters) return known.taken;
  const sets = [portsNamed([file])];
  for (const cluster of clusters) {
    const { ports, sites } = machinesOf(cluster);
    const hosts = new Set((sites.get(file) ?? []).flatMap(({ endpoint }) => endpoint.host ?? []));
    for (const host of hosts) sets.push(ports.get(host) ?? new Set());
  }
  const taken = { has: (port: number) => sets.some((set) => set.has(port)) };
  onMachine.set(file, { clusters, taken });
  return taken;
}

function machinesOf(cluster: TomcatCluster): Machines {
  const known = machines.get(cluster);
  if (known) return known;
  const groups = groupBy(cluster.sites, ({ endpoint }) => endpoint.host);
  const made = {
    ports: new Map([...groups].map(([host, there]) => [host, portsNamed(there.map(({ file }) => file))])),
    sites: groupBy(cluster.sites, ({ file }) => file),
  };
  machines.set(cluster, made);
  return made;
}

/** The fix that changes a Receiver's port, with the edit of its file. */
export function portFix(port: number, edits: readonly Edit[]): Fix {
  return { title: { en: `Change the port to ${port}`, ko: `포트를 ${port}번으로 변경` }, edits };
}

/**
 * Fixes that change a Receiver's port, together with the Members that stand for it, in all files of its cluster. None
 * where the port is a placeholder, or where a Member may stand for another node at the same address.
 */
export function moveReceiver(
  receiver: Component,
  port: number | undefined,
  file: ConfigFile,
  clusters: readonly TomcatCluster[],
): readonly Fix[] {
  if (port === undefined || behindPlaceholder(receiver, "port")) return [];
  // Each node of a large cluster may have the same mistake, and each other file a Member for it.
  if (clusters.some(({ sites }) => sites.length > MOST_CHANGED)) return [];
  const cluster = clusters.find(({ sites }) => sites.some((site) => site.receiver === receiver));
  const site = cluster?.sites.find((each) => each.receiver === receiver);
  const named = site ? membersFor(site, cluster?.sites ?? []) : [];
  if (!named) return [];
  const edits = groupBy(named, ({ file: at }) => at);
  const writing = (at: ConfigFile) =>
    (edits.get(at) ?? []).map(({ component }) => component.setAttribute("port", `${port}`));
  const elsewhere = [...edits.keys()].filter((at) => at !== file).map((at) => ({ file: at, edits: writing(at) }));
  return [
    {
      ...portFix(port, [receiver.setAttribute("port", `${port}`), ...writing(file)]),
      ...(elsewhere.length > 0 ? { elsewhere } : {}),
    },
  ];
}

/** The Members of a cluster that stand for a node; undefined where that is uncertain for any of them. */
function membersFor(
  site: ClusterSite,
  sites: readonly ClusterSite[],
): readonly { readonly file: ConfigFile; readonly component: Component }[] | undefined {
  const { host, port } = site.endpoint;
  const there = sites.filter(({ endpoint }) => endpoint.host === host && endpoint.port === port);
  const found: { readonly file: ConfigFile; readonly component: Component }[] = [];
  for (const { file, members } of sites) {
    for (const { component, ...member } of members) {
      if (host === undefined || member.host !== host || member.port !== port) continue;
      const owners = there.filter((each) => each.localId !== undefined && each.localId === member.uniqueId);
      if (there.length > 1 && owners.length !== 1) return undefined;
      if (there.length > 1 && owners[0] !== site) continue;
      if (behindPlaceholder(component, "port")) return undefined;
      found.push({ file, component });
    }
  }
  return found;
}
