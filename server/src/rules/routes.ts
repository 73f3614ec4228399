import { type AtLeastOne, groupBy } from "../base/group-by.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { heldPath } from "../config/launch/held-path.ts";
import { type ClusterSite, decodeURIComponentSafely } from "../config/site.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import { parseIpv4 } from "../config/values.ts";
import { MOST_CHANGED, overNodes } from "./nodes.ts";
import type { FileEdits, Fix } from "./rule.ts";

/**
 * A route that cookies, mod_jk and HAProxy accept unchanged; without a dot, because the first dot of a session id ends
 * the id.
 */
const ROUTE = /^[A-Za-z0-9_-]{1,40}$/;

/** Names of folders and files after their content, which do not identify a node. */
const NO_NAME =
  /^(conf|config|src|base|bin|opt|usr|var|lib|srv|etc|home|app|apps|server|servers|cluster|instances?|nodes?|localhost|(apache-?)?tomcat\d*|catalina|main|test|resources|templates)$/i;

type Routes = ReadonlyMap<ConfigFile, string>;

const made = new WeakMap<TomcatCluster, Routes | undefined>();

/**
 * A jvmRoute of its own for each node of a cluster that needs one, by its server.xml: what the balancer in front of it
 * takes for its route, else its folder's name, else its host's, else the next free of `node1`, `node2`, … or of the
 * numbering the other nodes have. Nodes whose route only they have keep it, and so does the one a doubled route names.
 * Made once for each cluster.
 *
 * Undefined where the route of a node that needs another stands behind a placeholder: what fills it in is to be changed.
 */
export function ownRoutes(cluster: TomcatCluster): Routes | undefined {
  if (!made.has(cluster)) made.set(cluster, makeRoutes(cluster));
  return made.get(cluster);
}

function makeRoutes({ sites, fronts }: TomcatCluster): Routes | undefined {
  // What several nodes read can hold no route of one of them.
  if (sites.some(({ run }) => run)) return undefined;
  const nodes = [...nodesIn(sites)];
  const names = countedSegments(nodes);
  const inFront = routesInFront(fronts);
  const wishes = new Map(nodes.map((site) => [site, wishesOf(site, names, inFront)]));
  const taken = new Set<string>();
  const needing = new Set<ClusterSite>();
  for (const [route, having] of groupBy(nodes, ({ jvmRoute }) => jvmRoute)) {
    if (route === undefined) continue;
    const named = having.length === 1 ? having[0] : having.find((site) => wishes.get(site)?.[0] === route);
    const keeps = route === "" ? undefined : named;
    if (keeps) taken.add(route);
    for (const site of having) if (site !== keeps) needing.add(site);
  }
  const free = freeNames(taken);
  const routes = new Map<ConfigFile, string>();
  for (const site of nodes.filter((each) => needing.has(each))) {
    const written = site.engine?.written("jvmRoute");
    if (!site.engine || (written !== undefined && written !== site.jvmRoute)) return undefined;
    const own = wishes.get(site)?.find((each) => !taken.has(each)) ?? free.next().value;
    taken.add(own);
    routes.set(site.file, own);
  }
  return routes;
}

/** One site for each node: several Clusters of one Tomcat share its Engine's route. */
function nodesIn(sites: readonly ClusterSite[]): Iterable<ClusterSite> {
  return new Map(sites.map((site) => [site.file, site])).values();
}

const byEngine = new WeakMap<TomcatCluster, ReadonlyMap<Component | undefined, AtLeastOne<ClusterSite>>>();

/** The first site of a cluster in an Engine; collected once for each cluster. */
export function siteInEngine(engine: Component, cluster: TomcatCluster): ClusterSite | undefined {
  const known = byEngine.get(cluster) ?? groupBy(cluster.sites, (site) => site.engine);
  byEngine.set(cluster, known);
  return known.get(engine)?.[0];
}

/** The route for a node of which only the file is known. */
export function routeForFile({ path }: Pick<ConfigFile, "path">): string {
  return segmentsOf(path).find(isName) ?? "node1";
}

/** A fix that sets the route of every node without one; none where this node is the only one. */
export function onEachNode({ file }: ClusterSite, cluster: TomcatCluster, routes: Routes): readonly Fix[] {
  if (routes.size === 0 || routes.size > MOST_CHANGED || (routes.size === 1 && routes.has(file))) return [];
  const known = changes.get(routes) ?? changesOf(cluster, routes);
  changes.set(routes, known);
  return [overNodes({ en: "Give each node its own jvmRoute", ko: "노드마다 고유한 jvmRoute 지정" }, file, known)];
}

const changes = new WeakMap<Routes, readonly FileEdits[]>();

function changesOf({ sites }: TomcatCluster, routes: Routes): readonly FileEdits[] {
  return [...nodesIn(sites)].flatMap(({ file, engine }) => {
    const route = routes.get(file);
    return route === undefined || !engine ? [] : [{ file, edits: [engine.setAttribute("jvmRoute", route)] }];
  });
}

/** The possible routes of a node, the preferred first. `names` counts the nodes with each name in their path. */
function wishesOf(
  site: ClusterSite,
  names: ReadonlyMap<string, number>,
  inFront: ReadonlyMap<ConfigFile, readonly string[]>,
): readonly string[] {
  const folder = segmentsOf(site.file.path).find((name) => isName(name) && names.get(name) === 1);
  const { host } = site.endpoint;
  const machine = host === undefined || parseIpv4(host) ? [] : host.split(".", 1).filter(isName);
  return [...(inFront.get(site.file) ?? []), ...(folder === undefined ? [] : [folder]), ...machine];
}

/** The routes in balancers' files for nodes that are identified by something else. */
function routesInFront(fronts: TomcatCluster["fronts"]): ReadonlyMap<ConfigFile, readonly string[]> {
  const found = new Map<ConfigFile, string[]>();
  for (const { balancer, backends } of fronts) {
    for (const { member, site, evidence } of balancer.affinity.kind === "route" ? backends : []) {
      const route = member.route?.text;
      if (!site || evidence === "route" || !route || !ROUTE.test(route)) continue;
      const known = found.get(site.file);
      if (known) known.push(route);
      else found.set(site.file, [route]);
    }
  }
  return found;
}

function countedSegments(nodes: readonly ClusterSite[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of nodes) {
    for (const name of new Set(segmentsOf(file.path))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The names in a path that may be a node's, the nearest first: `server-a` of `server-a.xml`, then its folders. */
function segmentsOf(path: string): readonly string[] {
  const held = heldPath(path);
  // Folders around a manifest tell nothing of what it holds.
  if (held) return [decodeURIComponentSafely(held.name)];
  const [file = "", ...folders] = decodeURIComponentSafely(path).split("/").reverse();
  const own = /^(?:server[-_.])(.+)\.xml$/i.exec(file)?.[1];
  return [...(own === undefined ? [] : [own]), ...folders];
}

function isName(text: string): boolean {
  return ROUTE.test(text) && !NO_NAME.test(text);
}

/** The free names of the existing numbering, or else of `node1` and on; `taken` may grow meanwhile. */
function* freeNames(taken: ReadonlySet<string>): Generator<string, never> {
  const [stem = "node"] = [...taken].flatMap((route) => /^(.*[^\d])\d{1,4}$/.exec(route)?.[1] ?? []);
  for (let number = 1; ; number++) if (!taken.has(`${stem}${number}`)) yield `${stem}${number}`;
}
