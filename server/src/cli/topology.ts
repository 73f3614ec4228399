import type { Locale } from "../base/localized.ts";
import type { ClusterSite } from "../config/site.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";

/** One node as the views of a cluster show it. */
export interface TopologyNode {
  readonly name: string;
  readonly path: string;
  readonly tomcat: string;
  /** Where the others reach it: `192.168.56.7:4000`; `auto` where the file names no address. */
  readonly receiver: string;
  readonly membership: string;
}

/** Who sends to whom, by index into the nodes. */
export interface TopologyLink {
  readonly from: number;
  readonly to: number;
}

export interface Topology {
  readonly name: string;
  readonly how: string;
  readonly nodes: readonly TopologyNode[];
  readonly links: readonly TopologyLink[];
}

/** The nodes of a cluster and who has whom as a member: everybody in a multicast group, the listed ones otherwise. */
export function topologyOf({ name, how, sites }: TomcatCluster, locale: Locale): Topology {
  const nodes = sites.map((site): TopologyNode => {
    const { host, port } = site.endpoint;
    const { version, path } = site.file;
    return {
      name: site.label,
      path,
      tomcat: version.release?.text ?? version.line,
      receiver: `${host ?? "auto"}:${port ?? "?"}`,
      membership: site.multicastGroup ? `multicast ${site.multicastGroup}` : site.membershipKind,
    };
  });
  const links = sites.flatMap((site, from) =>
    sites.flatMap((other, to) => (from !== to && reaches(site, other) ? [{ from, to }] : [])),
  );
  return { name, how: how[locale], nodes, links };
}

function reaches(site: ClusterSite, other: ClusterSite): boolean {
  if (site.multicastGroup !== undefined) return site.multicastGroup === other.multicastGroup;
  const { host, port } = other.endpoint;
  return site.members.some((member) => member.host !== undefined && member.host === host && member.port === port);
}

/** For people, with one line a node. */
export function topologyText(topologies: readonly Topology[]): string {
  return topologies
    .map(({ name, how, nodes, links }) => {
      const rows = nodes.map((node, index) => {
        const names = links.filter(({ from }) => from === index).map(({ to }) => nodes[to]?.name ?? "");
        const to = names.length > 0 ? `  → ${names.join(", ")}` : "";
        return `  ${node.name}  ${node.receiver}  ${node.membership}  Tomcat ${node.tomcat}${to}\n`;
      });
      return `${name}  (${how})\n${rows.join("")}`;
    })
    .join("\n");
}

export function topologyJson(topologies: readonly Topology[]): string {
  return `${JSON.stringify({ version: 1, clusters: topologies }, null, 2)}\n`;
}

/** A Mermaid flowchart, for documents; links both ways are drawn once. */
export function topologyMermaid(topologies: readonly Topology[]): string {
  const lines = topologies.flatMap(({ name, nodes, links }, cluster) => {
    const id = (index: number) => `c${cluster}n${index}`;
    const back = (link: TopologyLink) => links.some(({ from, to }) => from === link.to && to === link.from);
    return [
      `  subgraph c${cluster}["${quoted(name)}"]`,
      ...nodes.map((node, index) => `    ${id(index)}["${quoted(node.name)}<br>${quoted(node.receiver)}"]`),
      ...links.flatMap((link) => {
        if (!back(link)) return `    ${id(link.from)} --> ${id(link.to)}`;
        return link.from < link.to ? `    ${id(link.from)} <--> ${id(link.to)}` : [];
      }),
      "  end",
    ];
  });
  return `flowchart LR\n${lines.map((line) => `${line}\n`).join("")}`;
}

function quoted(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
