import { groupBy } from "../base/group-by.ts";
import type { Locale } from "../base/localized.ts";
import { contains, type Span } from "../base/span.ts";
import { DOMAIN_FILTER } from "../config/classes.ts";
import { managerClassOf } from "../config/cluster.ts";
import type { ConfigFile } from "../config/file.ts";
import { parseSendOptions } from "../config/options.ts";
import { type ClusterSite, comparable, type SiteMember } from "../config/site.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import type { Diagnostic } from "../lint/lint.ts";
import { SEVERITIES, type Severity } from "../rules/rule.ts";
import { groupsOf } from "./groups.ts";
import { groupOf, hasBoth } from "./membership.ts";
import type { Place, Topology, TopologyLink, TopologyNode, TopologyProblem, TopologyStranger } from "./model.ts";
import { namesOf } from "./names.ts";
import { AUTO_ADDRESS, KINDS, sendWords } from "./words.ts";

/** What is found in a file. */
export type DiagnosticsOf = (file: ConfigFile) => readonly Diagnostic[];

export interface TopologyOptions {
  readonly locale: Locale;
  /** How the host names a path of ours. */
  readonly uriOf: (path: string) => string;
}

/** Rules over nodes whose finding means that nothing of a node arrives at another; the others warn of lesser harm. */
const ONE_WAY = new Set(["member-not-mutual", "member-port-differs"]);
const BOTH_WAYS = new Set([
  "multicast-group-differs",
  "membership-kind-differs",
  "static-service-name-differs",
  "domain-filtered-out",
  "interceptor-stack-differs",
  "encrypt-setting-differs",
  "encrypt-across-releases",
  "gzip-across-lines",
  "loopback-disabled-on-machine",
  "cluster-level-differs",
  "manager-kind-differs",
]);
/** All rules that break a link. */
export const BREAKING: ReadonlySet<string> = new Set([...ONE_WAY, ...BOTH_WAYS]);

/** The nodes of a cluster, how they find each other, and where they do not. */
export function topologyOf(cluster: TomcatCluster, diagnosticsOf: DiagnosticsOf, options: TopologyOptions): Topology {
  const { locale, uriOf } = options;
  const placeIn = ({ path, lines }: ConfigFile, span: Span): Place => ({
    path: uriOf(path),
    range: lines.rangeOf(span),
  });
  const { sites } = cluster;
  const names = namesOf(sites);
  const nodes = sites.map((site, index) => nodeOf(site, names[index] ?? site.label));
  const broken = brokenLinks();
  const { links, strangers } = listed(broken);
  return {
    name: cluster.name,
    how: cluster.how[locale],
    nodes,
    groups: groupsOf(nodes, sites, links, locale),
    links,
    strangers,
  };

  function nodeOf(site: ClusterSite, name: string): TopologyNode {
    const { file, endpoint, receiver } = site;
    const kind = site.membershipKind;
    const sends = maskOf(site);
    return {
      name,
      path: uriOf(file.path),
      tomcat: file.version.release?.text ?? file.version.line,
      receiver: `${endpoint.host ?? AUTO_ADDRESS[locale]}:${endpoint.port ?? "?"}`,
      kind,
      membership: hasBoth(site)
        ? `${KINDS.multicast[locale]} ${groupOf(site) ?? ""} + ${KINDS.static[locale]}`
        : [KINDS[kind][locale], site.multicastGroup].filter((part) => part !== undefined).join(" "),
      manager: managerClassOf(site.cluster)?.split(".").at(-1),
      sends: sends === undefined ? undefined : sendWords(sends)[locale],
      domain: domainOf(site),
      findings: counted(site, diagnosticsOf),
      place: placeIn(file, site.cluster.nameSpan),
      receiverPlace: placeIn(file, (receiver ?? site.channel ?? site.cluster).spanOf("address", "port")),
    };
  }

  /** What the findings say of pairs of nodes; several of one pair are one link. */
  function brokenLinks(): TopologyLink[] {
    const found = new Map<string, TopologyLink>();
    const byFile = groupBy([...sites.keys()], (index) => sites[index]?.file);
    for (const [index, site] of sites.entries()) {
      for (const diagnostic of diagnosticsOf(site.file)) {
        const { code, at, severity, text, related = [] } = diagnostic;
        if (!BREAKING.has(code) || ownerOf(site.file, at) !== index) continue;
        const problem: TopologyProblem = { code, severity, text: text[locale], place: placeIn(site.file, at) };
        const others = new Set(related.map((place) => ownerOf(place.file, place.at)));
        for (const other of others) {
          if (other === undefined || other === index) continue;
          const mutual = BOTH_WAYS.has(code);
          // What holds both ways is one link, whichever node it is said of.
          const [from, to] = mutual && other < index ? [other, index] : [index, other];
          const key = `${from} ${to} ${mutual}`;
          const known = found.get(key);
          if (known) found.set(key, { ...known, problems: [...known.problems, problem] });
          else found.set(key, { from, to, mutual, place: problem.place, problems: [problem] });
        }
      }
    }
    return [...found.values()];

    /** The site whose Cluster, else whose container, a place is in; a file may have several. */
    function ownerOf(file: ConfigFile, at: Span): number | undefined {
      const here = byFile.get(file) ?? [];
      const inside = (element: { readonly span: Span } | undefined) => element && contains(element.span, at);
      return (
        here.find((index) => inside(sites[index]?.cluster.element)) ??
        here.find((index) => inside(sites[index]?.container.element)) ??
        here[0]
      );
    }
  }

  /** What the lists of static members say, together with what is broken. */
  function listed(brokenOnes: readonly TopologyLink[]) {
    const whole = new Map<string, TopologyLink>();
    const unknown = new Map<string, { node: number; place: Place }[]>();
    for (const [from, site] of sites.entries()) {
      for (const member of site.members) {
        const place = placeIn(site.file, member.component.spanOf("host", "className"));
        const to = reachedBy(member, sites);
        if (to === from || explained(placeIn(site.file, member.component.element.span), brokenOnes)) continue;
        if (to !== undefined) {
          const link = { from, to, mutual: false, place, problems: [] };
          if (!brokenOnes.some((each) => joins(each, link)) && !whole.has(`${from} ${to}`)) {
            whole.set(`${from} ${to}`, link);
          }
        } else if (member.host !== undefined && member.port !== undefined) {
          const address = `${member.host}:${member.port}`;
          unknown.set(address, [...(unknown.get(address) ?? []), { node: from, place }]);
        }
      }
    }
    const links = [...whole.values(), ...brokenOnes].sort((a, b) => a.from - b.from || a.to - b.to);
    const strangers = [...unknown].map(([address, listedBy]): TopologyStranger => ({ address, listedBy }));
    return { links, strangers };
  }
}

/** True when a problem is about this very Member, so that it needs no link of its own. */
function explained(member: Place, links: readonly TopologyLink[]): boolean {
  return links.some(({ problems }) =>
    problems.some(({ code, place }) => code === "member-port-differs" && includes(member, place)),
  );
}

function includes(outer: Place, { path, range: { start } }: Place): boolean {
  const { start: from, end: to } = outer.range;
  const after = start.line > from.line || (start.line === from.line && start.character >= from.character);
  const before = start.line < to.line || (start.line === to.line && start.character <= to.character);
  return outer.path === path && after && before;
}

function joins(broken: TopologyLink, { from, to }: TopologyLink): boolean {
  return (broken.from === from && broken.to === to) || (broken.mutual && broken.from === to && broken.to === from);
}

/**
 * The node a Member leads to: the one that listens there, else the only one that may slip there, else the one of its
 * uniqueId where a host is a name, which no file resolves.
 */
function reachedBy({ host, port, uniqueId }: SiteMember, sites: readonly ClusterSite[]): number | undefined {
  if (host === undefined || port === undefined) return undefined;
  const exact = sites.findIndex(({ endpoint }) => endpoint.host === host && endpoint.port === port);
  if (exact !== -1) return exact;
  const near = [...sites.keys()].filter((index) => {
    const site = sites[index];
    if (!site || site.endpoint.port === undefined) return false;
    const last = site.endpoint.port + Math.max(1, site.portTries ?? 1) - 1;
    if (port < site.endpoint.port || port > last) return false;
    if (site.endpoint.host === host) return true;
    return !comparable(site.endpoint.host, host) && uniqueId !== undefined && uniqueId === site.localId;
  });
  return near.length === 1 ? near[0] : undefined;
}

/** The mask of options sessions are sent with; a text Tomcat rejects leaves the default. */
function maskOf(site: ClusterSite): number | undefined {
  const { cluster } = site;
  const text = site.text(cluster, "channelSendOptions");
  if (text === undefined) return undefined;
  const mask = parseSendOptions(text);
  return mask === undefined || mask <= 0 ? parseSendOptions(cluster.defaultText("channelSendOptions") ?? "") : mask;
}

function domainOf(site: ClusterSite): string | undefined {
  const filter = site.interceptor(DOMAIN_FILTER);
  const { membership } = site;
  if (filter?.has("domain")) return site.text(filter, "domain");
  return membership?.has("domain") ? site.text(membership, "domain") : undefined;
}

function counted({ node }: ClusterSite, diagnosticsOf: DiagnosticsOf): Readonly<Record<Severity, number>> {
  const files = [node.server, ...node.applications.map(({ descriptor }) => descriptor)];
  const bySeverity = groupBy(files.flatMap(diagnosticsOf), ({ severity }) => severity);
  const count = (severity: Severity) => bySeverity.get(severity)?.length ?? 0;
  const [error, warning, information, hint] = SEVERITIES;
  return {
    [error]: count(error),
    [warning]: count(warning),
    [information]: count(information),
    [hint]: count(hint),
  };
}
