import { groupBy } from "../base/group-by.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import { liveNodes } from "../live/of-node.ts";
import { brokenLinks } from "./broken.ts";
import { topologyFronts } from "./fronts.ts";
import { groupsOf } from "./groups.ts";
import { listedLinks } from "./listed.ts";
import type { Topology } from "./model.ts";
import { named } from "./names.ts";
import type { DiagnosticsOf, Survey, TopologyOptions } from "./survey.ts";
import { topologyNode } from "./topology-node.ts";

/** The nodes of a cluster, how they find each other, and where they do not. */
export function topologyOf(cluster: TomcatCluster, diagnosticsOf: DiagnosticsOf, options: TopologyOptions): Topology {
  const { name, how, sites } = cluster;
  const { locale, uriOf, live } = options;
  /** By path: a cluster has a place for each link. */
  const uris = new Map<string, string>();
  const survey: Survey = {
    sites,
    byFile: groupBy([...sites.entries()], ([, { file }]) => file),
    diagnosticsOf,
    locale,
    live: live && { time: live.time, nodeOf: liveNodes(sites, live, locale) },
    placeIn: ({ path, lines }, span) => {
      const uri = uris.get(path) ?? uriOf(path);
      uris.set(path, uri);
      return { path: uri, range: lines.rangeOf(span) };
    },
  };
  const nodes = named(sites).map(({ site, name: unique }) => topologyNode(site, unique, survey));
  const broken = brokenLinks(survey);
  const { whole, strangers } = listedLinks(survey, broken);
  const links = [...whole, ...broken].sort((a, b) => a.from - b.from || a.to - b.to);
  const fronts = topologyFronts(cluster.fronts, survey);
  return { name, how: how[locale], nodes, groups: groupsOf(nodes, sites, links, locale), links, strangers, fronts };
}
