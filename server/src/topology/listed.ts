import { groupBy } from "../base/group-by.ts";
import { type ClusterSite, comparable } from "../config/site.ts";
import type { SiteMember } from "../config/site-values.ts";
import type { Place, TopologyLink, TopologyStranger } from "./model.ts";
import type { Survey } from "./survey.ts";

/** The links of static members besides broken ones: which node lists which, and addresses of no node here. */
export function listedLinks(
  { sites, placeIn }: Survey,
  broken: readonly TopologyLink[],
): { readonly whole: readonly TopologyLink[]; readonly strangers: readonly TopologyStranger[] } {
  const whole = new Map<string, TopologyLink>();
  const strangers = new Map<string, TopologyStranger["listedBy"][number][]>();
  const addresses = new Addresses(sites);
  const pairs = new Set(
    broken.flatMap(({ from, to, mutual }) => [`${from} ${to}`, ...(mutual ? [`${to} ${from}`] : [])]),
  );
  const portsDiffer = placesOf("member-port-differs", broken);
  for (const [from, site] of sites.entries()) {
    for (const member of site.members) {
      const { component, host, port } = member;
      const to = addresses.reachedBy(member);
      if (to === from || explained(placeIn(site.file, component.element.span), portsDiffer)) continue;
      const place = placeIn(site.file, component.spanOf("host", "className"));
      if (to !== undefined) {
        const link: TopologyLink = { from, to, mutual: false, place, problems: [] };
        const key = `${from} ${to}`;
        if (!whole.has(key) && !pairs.has(key)) whole.set(key, link);
      } else if (host !== undefined && port !== undefined && addresses.isElsewhere(host, from)) {
        const address = `${host}:${port}`;
        const listedBy = strangers.get(address);
        if (listedBy) listedBy.push({ node: from, place });
        else strangers.set(address, [{ node: from, place }]);
      }
    }
  }
  return {
    whole: [...whole.values()],
    strangers: [...strangers].map(([address, listedBy]) => ({ address, listedBy })),
  };
}

/** A site with its index in the cluster. */
type Numbered = readonly [index: number, site: ClusterSite];

/** Where the nodes of a cluster listen, found without a walk over all of them for each Member. */
class Addresses {
  readonly #all: readonly Numbered[];
  readonly #byHost: ReadonlyMap<string | undefined, readonly Numbered[]>;
  /** The first node of each `host:port`. */
  readonly #exact = new Map<string, number>();
  /** The nodes that may slip to a port, by blocks of ports and by host or uniqueId: see `keysOf`. */
  readonly #slipping: ReadonlyMap<string, readonly Numbered[]>;
  /** Nodes at a name, or at an address that Tomcat finds out itself. */
  readonly #anywhere: readonly Numbered[];

  constructor(sites: readonly ClusterSite[]) {
    const all = [...sites.entries()];
    this.#all = all;
    this.#byHost = groupBy(all, ([, { endpoint }]) => endpoint.host);
    const keys = all.flatMap((each) => keysOf(each[1]).map((key) => ({ each, key })));
    this.#slipping = new Map(
      [...groupBy(keys, ({ key }) => key)].map(([key, entries]) => [key, entries.map(({ each }) => each)]),
    );
    this.#anywhere = all.filter(([, { endpoint }]) => !isPlain(endpoint.host));
    for (const [index, { endpoint, reachedBy }] of all) {
      for (const host of reachedBy) {
        const key = `${host}:${endpoint.port}`;
        if (endpoint.port !== undefined && !this.#exact.has(key)) this.#exact.set(key, index);
      }
    }
  }

  /**
   * The node a Member leads to: the one that listens at its address; else the only one whose Receiver may move to that
   * port; else, where a host is a name that no file resolves, the one with its uniqueId.
   */
  reachedBy({ host, port, uniqueId }: SiteMember): number | undefined {
    if (host === undefined || port === undefined) return undefined;
    const exact = this.#exact.get(`${host}:${port}`);
    if (exact !== undefined) return exact;
    const block = blockOf(port);
    const near = [
      ...this.#slippingAt(`host ${host} ${block}`, port),
      // A name and an address may be one, two addresses are not.
      ...this.#slippingAt(`name ${uniqueId} ${block}`, port),
      ...(isPlain(host) ? [] : this.#slippingAt(`address ${uniqueId} ${block}`, port)),
    ];
    const [first, second] = new Set(near);
    return second === undefined ? first : undefined;
  }

  /** The first two of some nodes that may listen at a port: of more than one, none is meant. */
  #slippingAt(key: string, port: number): readonly number[] {
    const found: number[] = [];
    for (const [index, site] of this.#slipping.get(key) ?? []) {
      const ports = portsOf(site);
      if (ports && port >= ports.first && port <= ports.last) found.push(index);
      if (found.length === 2) break;
    }
    return found;
  }

  /**
   * True when an address certainly belongs to no other node. A name, or an address that Tomcat determines itself, may
   * belong to any.
   */
  isElsewhere(host: string, from: number): boolean {
    const possible = isPlain(host) ? this.#anywhere : this.#all;
    const isFrom = ([index]: Numbered) => index === from;
    return possible.every(isFrom) && (this.#byHost.get(host) ?? []).every(isFrom);
  }
}

const LAST_PORT = 65_535;
const blockOf = (port: number) => port >> 10;

/** The ports a node may listen at. */
function portsOf({ endpoint, portTries }: ClusterSite): { readonly first: number; readonly last: number } | undefined {
  const first = endpoint.port;
  if (first === undefined) return undefined;
  return { first, last: first + Math.max(1, portTries ?? 1) - 1 };
}

/** `host 10.0.0.1 31`, and `address ID 31` or `name ID 31` by what its host is, for each block of ports it may slip to. */
function keysOf(site: ClusterSite): readonly string[] {
  const ports = portsOf(site);
  if (!ports) return [];
  const [first, last] = [blockOf(ports.first), blockOf(Math.min(ports.last, LAST_PORT))];
  const blocks = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const { host } = site.endpoint;
  return blocks.flatMap((block) => [
    ...site.reachedBy.map((each) => `host ${each} ${block}`),
    ...(site.localId === undefined ? [] : [`${isPlain(host) ? "address" : "name"} ${site.localId} ${block}`]),
  ]);
}

const isPlain = (host: string | undefined) => comparable(host, host);

/** The places of one rule's problems, by their files. */
function placesOf(rule: string, links: readonly TopologyLink[]): ReadonlyMap<string, readonly Place[]> {
  const places = links.flatMap(({ problems }) => problems.filter(({ code }) => code === rule));
  return groupBy(
    places.map(({ place }) => place),
    ({ path }) => path,
  );
}

/** True when a problem is about this Member, which then needs no link of its own. */
function explained(member: Place, problems: ReadonlyMap<string, readonly Place[]>): boolean {
  return (problems.get(member.path) ?? []).some((place) => includes(member, place));
}

function includes(outer: Place, { path, range: { start } }: Place): boolean {
  const { start: from, end: to } = outer.range;
  const after = start.line > from.line || (start.line === from.line && start.character >= from.character);
  const before = start.line < to.line || (start.line === to.line && start.character <= to.character);
  return outer.path === path && after && before;
}
