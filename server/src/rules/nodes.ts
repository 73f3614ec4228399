import { groupBy } from "../base/group-by.ts";
import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import type { Edit, Span } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import type { ClusterSite } from "../config/site.ts";
import type { FileEdits, Fix, NodeFinding, RelatedPlace, Report } from "./rule.ts";

/** The most related places of a finding; more would only be a longer list. */
export const MOST_RELATED = 3;

/** The Cluster that a finding in a file around a server.xml rests on. */
export function clusterOfTomcat(server: ConfigFile, cluster: Component): RelatedPlace {
  return {
    file: server,
    at: cluster.nameSpan,
    text: { en: "The Cluster of this Tomcat.", ko: "이 Tomcat의 Cluster입니다." },
  };
}

/** A comparison between nodes. */
export interface Comparison {
  /** The compared value. Undefined where it cannot be known: such a node is left out. */
  readonly valueOf: (site: ClusterSite) => string | undefined;
  /** The place of the value in a node; `elsewhere` is another node's value. */
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
 * One finding for each node that differs from the majority; without a majority, for every node. The related places are
 * nodes with another value.
 */
export function differing(sites: readonly ClusterSite[], report: Report<NodeFinding>, comparison: Comparison): void {
  const byValue = groupBy(sites, comparison.valueOf);
  const values = [...byValue].flatMap(([value, having]) => (value === undefined ? [] : [[value, having] as const]));
  const known = values.flatMap(([, having]) => having).length;
  const most = values.find(([, having]) => having.length * 2 > known);
  for (const [own, having] of values) {
    if (own === most?.[0]) continue;
    // One of the first may be the node's own.
    const first = values.slice(0, MOST_RELATED + 1);
    const others = (most ? [most] : first.filter(([value]) => value !== own)).slice(0, MOST_RELATED);
    const [next] = others;
    if (!next) continue;
    const [value, [other]] = next;
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

/** The place of a finding about something missing in a Channel. */
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

/** The most files that a fix changes: more could not be reviewed. */
export const MOST_CHANGED = 100;

/**
 * Makes fixes that give all nodes the same value, and that are reviewed before they are applied. Nodes whose value
 * cannot be known are left as they are. There is no fix where too many files would change, or where one has no place
 * for the value.
 *
 * @param editsOf what gives one node the value; undefined where it has no place for it
 */
export function onAllNodes(
  sites: readonly ClusterSite[],
  knownOf: (site: ClusterSite) => string | undefined,
  editsOf: (site: ClusterSite, value: string) => readonly Edit[] | undefined,
): (site: ClusterSite, value: string, title: Localized) => readonly Fix[] {
  const byValue = groupBy(
    sites.filter((site) => knownOf(site) !== undefined),
    knownOf,
  );
  const known = [...byValue.values()].reduce((sum, having) => sum + having.length, 0);
  const made = new Map<string, readonly FileEdits[] | undefined>();
  const changesTo = (value: string): readonly FileEdits[] | undefined => {
    const changes: FileEdits[] = [];
    for (const [other, having] of byValue) {
      for (const each of other === value ? [] : having) {
        const edits = editsOf(each, value);
        if (!edits) return undefined;
        changes.push({ file: each.file, edits });
      }
    }
    return changes;
  };
  return (site, value, title) => {
    if (known - (byValue.get(value)?.length ?? 0) > MOST_CHANGED) return [];
    if (!made.has(value)) made.set(value, changesTo(value));
    const changes = made.get(value);
    return changes ? [overNodes(title, site.file, changes)] : [];
  };
}

/** A fix of a finding in one node's file that changes these files, its own among them or not. */
export function overNodes(title: Localized, own: ConfigFile, changes: readonly FileEdits[]): Fix {
  return {
    title,
    edits: changes.flatMap(({ file, edits }) => (file === own ? edits : [])),
    elsewhere: changes.filter(({ file }) => file !== own),
  };
}
