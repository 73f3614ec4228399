import { type ClusterSite, comparable } from "../config/site.ts";
import type { SiteMember } from "../config/site-values.ts";
import type { Place, TopologyLink, TopologyStranger } from "./model.ts";
import type { Survey } from "./survey.ts";

/** What the lists of static members say besides broken links: which node lists which, and addresses of no node here. */
export function listedLinks(
  { sites, placeIn }: Survey,
  broken: readonly TopologyLink[],
): { readonly whole: readonly TopologyLink[]; readonly strangers: readonly TopologyStranger[] } {
  const whole = new Map<string, TopologyLink>();
  const strangers = new Map<string, TopologyStranger["listedBy"]>();
  for (const [from, site] of sites.entries()) {
    for (const member of site.members) {
      const { component, host, port } = member;
      const to = reachedBy(member, sites);
      if (to === from || explained(placeIn(site.file, component.element.span), broken)) continue;
      const place = placeIn(site.file, component.spanOf("host", "className"));
      if (to !== undefined) {
        const link: TopologyLink = { from, to, mutual: false, place, problems: [] };
        const key = `${from} ${to}`;
        if (!whole.has(key) && !broken.some((each) => joins(each, link))) whole.set(key, link);
      } else if (host !== undefined && port !== undefined && isElsewhere(host, from, sites)) {
        const address = `${host}:${port}`;
        strangers.set(address, [...(strangers.get(address) ?? []), { node: from, place }]);
      }
    }
  }
  return {
    whole: [...whole.values()],
    strangers: [...strangers].map(([address, listedBy]) => ({ address, listedBy })),
  };
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

/** True when no node but the listing one can have an address: names, and addresses Tomcat finds out itself, may be any. */
function isElsewhere(host: string, from: number, sites: readonly ClusterSite[]): boolean {
  return sites.every(
    ({ endpoint }, index) => index === from || (comparable(endpoint.host, host) && endpoint.host !== host),
  );
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
