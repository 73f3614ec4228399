import { groupBy } from "../base/group-by.ts";
import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import type { Edit, Span } from "../base/span.ts";
import type { ClusterSite } from "../config/site.ts";
import type { Fix, NodeFinding, RelatedPlace, Report } from "./rule.ts";

/** So many related places show what differs; more would only be a longer list. */
export const MOST_RELATED = 3;

/** What a rule compares between nodes. */
export interface Comparison {
  /** Undefined where it is not knowable: such a node is left out. */
  readonly valueOf: (site: ClusterSite) => string | undefined;
  /** The place of it in a node, beside the value another has. */
  readonly at: (site: ClusterSite, elsewhere: string) => Span;
  /** A finding for a node whose value is `own`, while `other` has `value`. */
  readonly finding: (
    site: ClusterSite,
    own: string,
    other: ClusterSite,
    value: string,
  ) => Omit<NodeFinding, "file" | "at" | "related">;
}

/**
 * One finding for each node that differs from most of the others; where no value has a majority, for every node. The
 * related places are nodes that have it otherwise.
 */
export function differing(sites: readonly ClusterSite[], report: Report<NodeFinding>, comparison: Comparison): void {
  const byValue = groupBy(sites, comparison.valueOf);
  const values = [...byValue].flatMap(([value, having]) => (value === undefined ? [] : [[value, having] as const]));
  const known = values.flatMap(([, having]) => having).length;
  const most = values.find(([, having]) => having.length * 2 > known);
  for (const [own, having] of values) {
    if (own === most?.[0]) continue;
    const others = (most ? [most] : values.filter(([value]) => value !== own)).slice(0, MOST_RELATED);
    const [first] = others;
    if (!first) continue;
    const [value, [other]] = first;
    for (const site of having) {
      report({
        ...comparison.finding(site, own, other, value),
        file: site.file,
        at: comparison.at(site, value),
        related: others.map(([, [each]]) => placeIn(each, comparison.at(each, own))),
      });
    }
  }
}

/** A place in another node's file. */
export function placeIn(site: ClusterSite, at: Span, text?: Localized): RelatedPlace {
  return { file: site.file, at, text: text ?? { en: `The node ${site.label}.`, ko: `노드 ${site.label}입니다.` } };
}

/** Where a finding about something that is not written in a Channel points. */
export function channelSpan({ channel, cluster }: ClusterSite): Span {
  return (channel ?? cluster).nameSpan;
}

/** Nodes whose clusters have different names, where the name matters. */
export function differingNames(
  sites: readonly ClusterSite[],
  report: Report<NodeFinding>,
  textOf: (own: string, other: ClusterSite, value: string) => Localized,
): void {
  differing(sites, report, {
    valueOf: ({ clusterName }) => clusterName,
    at: ({ cluster, container }) =>
      cluster.has("clusterName") ? cluster.spanOf("clusterName") : container.spanOf("name"),
    finding: ({ cluster }, own, other, value) => ({
      text: textOf(own, other, value),
      fix: {
        title: { en: `Set clusterName to ${value}`, ko: `clusterName을 ${josa(value, "으로")} 설정` },
        edits: [cluster.setAttribute("clusterName", value)],
      },
    }),
  });
}

/**
 * A fix that makes the same change on every node that does not have it; it is shown before it is made. The edits of the
 * others are made when asked for: each node of a cluster may offer it.
 */
export function onAllNodes(
  title: Localized,
  site: ClusterSite,
  sites: readonly ClusterSite[],
  editsOf: (site: ClusterSite) => readonly Edit[],
): Fix {
  return {
    title,
    edits: editsOf(site),
    get elsewhere() {
      return sites
        .filter(({ file }) => file !== site.file)
        .map((each) => ({ file: each.file, edits: editsOf(each) }))
        .filter(({ edits }) => edits.length > 0);
    },
  };
}
