import { type AtLeastOne, groupBy } from "../../base/group-by.ts";
import { josa } from "../../base/josa.ts";
import type { ClusterSite } from "../../config/site.ts";
import { parseIpv4 } from "../../config/values.ts";
import { placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/** The most findings about a cluster's lists; of more, each node reports the number. */
const MOST_FINDINGS = 5000;

/**
 * A node sends only to the members it lists: where the other does not list it back, replication goes one way.
 *
 * Source: SimpleTcpCluster.send over StaticMembershipInterceptor.getMembers, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "member-not-mutual",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "Static members must list each other.",
    ko: "정적 멤버는 서로를 목록에 넣어야 합니다.",
  },
  scope: "cluster",
  breaksLink: "to-other",

  check({ sites }, report) {
    const listing = sites.filter(({ membershipKind }) => membershipKind === "static");
    const missing = missingAmong(listing);
    const most = Math.max(1, Math.floor(MOST_FINDINGS / listing.length));
    for (const site of listing) {
      const { first, count } = missing(site, most);
      const at = site.memberList?.spanOf("className") ?? site.cluster.nameSpan;
      for (const other of first) {
        const { host, port } = other.endpoint;
        const last = site.members.at(-1);
        const id = other.localId === undefined ? "" : ` uniqueId="${other.localId}"`;
        report({
          file: site.file,
          at,
          text: {
            en: `${other.label} (${host}:${port}) is no Member here, so this node sends it nothing. List it.`,
            ko: `${josa(`${other.label}(${host}:${port})`, "이")} 이 목록에 없어 그 노드로는 아무것도 보내지 않습니다. Member로 추가하십시오.`,
          },
          related: [placeIn(other, (other.receiver ?? other.cluster).spanOf("address"))],
          ...(last
            ? {
                fix: {
                  title: { en: `Add ${other.label} as a Member`, ko: `${josa(other.label, "을")} Member로 추가` },
                  edits: [
                    last.component.insertBehind(
                      `<Member className="${last.component.className}" host="${host}" port="${port}"${id}/>`,
                    ),
                  ],
                },
              }
            : {}),
        });
      }
      const others = count - first.length;
      if (others === 0) continue;
      report({
        file: site.file,
        at,
        text: {
          en: `${others} more nodes of this cluster are no Members here, so this node sends them nothing. List them.`,
          ko: `이 클러스터의 노드 ${others}개도 이 목록에 없어 그 노드들로는 아무것도 보내지 않습니다. Member로 추가하십시오.`,
        },
      });
    }
  },
};

/** The nodes that a list lacks: some of them, and their number. */
interface Missing {
  readonly first: readonly ClusterSite[];
  readonly count: number;
}

/**
 * Finds the nodes that are certainly no Members of a node. Only plain addresses are compared, because names may resolve
 * to any. The listed nodes are subtracted from all nodes, so the cost of a node depends on its list and not on the
 * cluster.
 */
function missingAmong(listing: readonly ClusterSite[]): (site: ClusterSite, most: number) => Missing {
  const reachable = listing.filter(({ endpoint: { host, port } }) => host !== undefined && port !== undefined);
  const all = new Reachable(reachable);
  const plain = new Reachable(reachable.filter(({ endpoint: { host } }) => parseIpv4(host ?? "") !== undefined));
  return (site, most) => {
    const { members } = site;
    if (members.some(({ host }) => host === undefined || parseIpv4(host) === undefined)) return { first: [], count: 0 };
    const hosts = new Set(members.map(({ host }) => host));
    const ids = new Set(members.flatMap(({ uniqueId }) => uniqueId ?? []));
    return (members.length === 0 ? all : plain).without(site, hosts, ids, most);
  };
}

/** Nodes by the attributes a Member identifies them with. */
class Reachable {
  readonly #count: number;
  readonly #byHost: ReadonlyMap<string | undefined, SameHost>;
  readonly #byId: ReadonlyMap<string | undefined, AtLeastOne<ClusterSite>>;

  constructor(sites: readonly ClusterSite[]) {
    this.#count = sites.length;
    const byHost = groupBy(sites, ({ endpoint }) => endpoint.host);
    this.#byHost = new Map([...byHost].map(([host, there]) => [host, sameHost(there)]));
    this.#byId = groupBy(sites, ({ localId }) => localId);
  }

  /**
   * The nodes on none of these hosts and with none of these ids. One with the address and port of the own node is left
   * out: a Member for it would be this node itself, and `port-taken-by-node` says what is wrong.
   */
  without(
    { endpoint: own }: ClusterSite,
    hosts: ReadonlySet<string | undefined>,
    ids: ReadonlySet<string>,
    most: number,
  ): Missing {
    const passed = ({ endpoint: { host, port } }: ClusterSite) =>
      hosts.has(host) || (host === own.host && port === own.port);
    const named = new Set([...ids].flatMap((id) => this.#byId.get(id) ?? []).filter((site) => !passed(site)));
    const alike = hosts.has(own.host) ? undefined : this.#byHost.get(own.host)?.byPort.get(own.port);
    let count = this.#count - named.size - (alike?.length ?? 0);
    for (const host of hosts) count -= this.#byHost.get(host)?.count ?? 0;
    const first: ClusterSite[] = [];
    for (const [host, { byPort }] of this.#byHost) {
      if (hosts.has(host)) continue;
      for (const [port, there] of byPort) {
        if (host === own.host && port === own.port) continue;
        for (const site of there) {
          if (first.length === most) return { first, count };
          if (!named.has(site)) first.push(site);
        }
      }
    }
    return { first, count };
  }
}

/** The nodes of one host. */
interface SameHost {
  readonly count: number;
  readonly byPort: ReadonlyMap<number | undefined, AtLeastOne<ClusterSite>>;
}

function sameHost(sites: readonly ClusterSite[]): SameHost {
  return { count: sites.length, byPort: groupBy(sites, ({ endpoint }) => endpoint.port) };
}
