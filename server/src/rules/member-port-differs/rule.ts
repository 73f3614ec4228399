import { firstIndex } from "../../base/first-index.ts";
import { groupBy } from "../../base/group-by.ts";
import type { ClusterSite } from "../../config/site.ts";
import { placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * A Member is reached where the other node's Receiver listens, and nowhere else.
 *
 * Source: StaticMember, ReceiverBase.bind, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "member-port-differs",
  group: "nodes",
  severity: "error",
  summary: {
    en: "A Member's port must be the one the other node's Receiver listens at.",
    ko: "Member의 포트는 상대 노드의 Receiver가 수신 대기하는 포트여야 합니다.",
  },
  scope: "cluster",
  breaksLink: "to-other",

  check({ sites }, report) {
    const byHost = groupBy(
      sites.flatMap((site) => site.reachedBy.map((host) => ({ site, host }))),
      ({ host }) => host,
    );
    const listeners = new Map<string, Listeners>();
    for (const site of sites) {
      for (const member of site.members) {
        const { host, port: named } = member;
        if (host === undefined || named === undefined) continue;
        const there = listeners.get(host) ?? new Listeners((byHost.get(host) ?? []).map((each) => each.site));
        listeners.set(host, there);
        const { other, alone } = there.besides(site);
        // With autoBind a Receiver may use a later port: only a port outside of all it tries is certainly wrong.
        if (!other || there.mayListenAt(named, site)) continue;
        const port = other.endpoint.port;
        report({
          file: site.file,
          at: member.component.spanOf("port"),
          text: {
            en: `No Receiver of this cluster listens at ${host}:${named}: that of ${other.label} has port ${port}. Use that.`,
            ko: `${host}:${named}에서는 이 클러스터의 어느 Receiver도 수신 대기하지 않습니다. ${other.label}의 Receiver 포트는 ${port}입니다. 그 포트를 쓰십시오.`,
          },
          related: [placeIn(other, (other.receiver ?? other.cluster).spanOf("port"))],
          ...(alone
            ? {
                fix: {
                  title: { en: `Change the port to ${port}`, ko: `포트를 ${port}번으로 변경` },
                  edits: [member.component.setAttribute("port", `${port}`)],
                },
              }
            : {}),
        });
      }
    }
  },
};

/** A port with the following ones that a Receiver tries: `end` is the first that it does not. */
interface Tried {
  readonly site: ClusterSite;
  readonly start: number;
  readonly end: number;
}

/** The Receivers on one machine, by the ports where they may listen. */
class Listeners {
  /** The first nodes, enough to find another node and whether there is a third. */
  readonly #first: readonly ClusterSite[];
  /** At most two nodes with unknown ports: at least one of them is another node. */
  readonly #anywhere: readonly ClusterSite[];
  /** Sorted by the first port. */
  readonly #tried: readonly Tried[];
  /** For each of `#tried`, the two among it and those before it that try the last ports. */
  readonly #furthest: readonly (readonly Tried[])[];

  constructor(sites: readonly ClusterSite[]) {
    this.#first = sites.slice(0, 3);
    const known = sites.map((site) => ({ site, ...portsOf(site) }));
    this.#anywhere = known.flatMap(({ site, start }) => (start === undefined ? [site] : [])).slice(0, 2);
    this.#tried = known
      .flatMap(({ site, start, end }) => (start === undefined || end === undefined ? [] : [{ site, start, end }]))
      .sort((a, b) => a.start - b.start);
    let furthest: readonly Tried[] = [];
    this.#furthest = this.#tried.map((each) => {
      furthest = [...furthest, each].sort((a, b) => b.end - a.end).slice(0, 2);
      return furthest;
    });
  }

  /** The first other node, and whether it is the only one. */
  besides(site: ClusterSite): { readonly other: ClusterSite | undefined; readonly alone: boolean } {
    const [other, another] = this.#first.filter((each) => each !== site);
    return { other, alone: another === undefined };
  }

  /** True when another node's Receiver listens at a port, may move to it, or has an unknown port. */
  mayListenAt(port: number, besides: ClusterSite): boolean {
    if (this.#anywhere.some((site) => site !== besides)) return true;
    const last = firstIndex(this.#tried, ({ start }) => start > port) - 1;
    return this.#furthest[last]?.some(({ site, end }) => site !== besides && port < end) ?? false;
  }
}

function portsOf({ endpoint, portTries }: ClusterSite): { readonly start?: number; readonly end?: number } {
  if (endpoint.port === undefined || portTries === undefined) return {};
  return { start: endpoint.port, end: endpoint.port + Math.max(1, portTries) };
}
