import type {
  Place,
  Topology,
  TopologyApplication,
  TopologyFront,
  TopologyNode,
} from "../../../server/src/protocol.ts";
import { nodeName } from "../node-name.ts";

/** A row of the view. */
export type Row = ClusterRow | NodeRow | ApplicationRow | FrontRow | BrokenRow;

export interface ClusterRow {
  readonly kind: "cluster";
  readonly topology: Topology;
}

export interface NodeRow {
  readonly kind: "node";
  readonly topology: Topology;
  readonly node: TopologyNode;
}

export interface ApplicationRow {
  readonly kind: "application";
  readonly of: NodeRow;
  readonly application: TopologyApplication;
}

export interface FrontRow {
  readonly kind: "front";
  readonly topology: Topology;
  readonly front: TopologyFront;
}

/** Two nodes, one of which does not reach the other. */
export interface BrokenRow {
  readonly kind: "broken";
  readonly topology: Topology;
  /** `node1 ↛ node2` */
  readonly label: string;
  readonly text: string;
  readonly place: Place;
}

/** The rows below a row; the clusters at the top level. */
export function rowsBelow(row: Row | undefined, clusters: readonly Topology[]): Row[] {
  if (!row) return clusters.map((topology) => ({ kind: "cluster", topology }));
  if (row.kind === "cluster") {
    const { topology } = row;
    return [
      ...topology.fronts.map((front): Row => ({ kind: "front", topology, front })),
      ...topology.nodes.map((node): Row => ({ kind: "node", topology, node })),
      ...brokenRows(topology),
    ];
  }
  return row.kind === "node"
    ? row.node.applications.map((application) => ({ kind: "application", of: row, application }))
    : [];
}

function brokenRows(topology: Topology): Row[] {
  const { nodes, links } = topology;
  return links.flatMap(({ from, to, mutual, problems }) =>
    problems.map(({ text, place }): Row => {
      // The problem's text is about the node whose file it is in, so that node comes first.
      const turned = nodes[to]?.path === place.path;
      const [one, other] = turned ? [to, from] : [from, to];
      const label = `${nodeName(topology, one)} ${mutual ? "↮" : turned ? "↚" : "↛"} ${nodeName(topology, other)}`;
      return { kind: "broken", topology, label, text, place };
    }),
  );
}

/** The parent of a row, which the tree needs to reveal it. */
export function rowAbove(row: Row): Row | undefined {
  if (row.kind === "cluster") return undefined;
  return row.kind === "application" ? row.of : { kind: "cluster", topology: row.topology };
}

/** The same id for the same part of a cluster, so that rows stay expanded after a refresh. */
export function idOf(row: Row): string {
  switch (row.kind) {
    case "cluster":
      return `cluster ${row.topology.name} ${row.topology.nodes[0]?.path}`;
    case "node":
      return `node ${row.topology.name} ${row.node.path} ${row.node.name}`;
    case "application":
      return `${idOf(row.of)} ${row.application.name}`;
    case "front":
      return `front ${row.topology.name} ${row.front.place.path} ${row.front.name}`;
    default:
      return `broken ${row.topology.name} ${row.label} ${row.text} ${JSON.stringify(row.place)}`;
  }
}

/** The place a row leads to. */
export function placeOfRow(row: Row): Place | undefined {
  switch (row.kind) {
    case "node":
      return row.node.place;
    case "application":
      return row.application.place;
    case "front":
      return row.front.place;
    case "broken":
      return row.place;
    default:
      return undefined;
  }
}
