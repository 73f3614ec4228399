import type { Place, Topology, TopologyAnswer } from "../../../server/src/protocol.ts";
import type { Part } from "./messages.ts";

/** Where a part of a picture stands in the files. */
export function placeOfPart(
  { cluster, kind, index, member, problem }: Part,
  { pictures }: TopologyAnswer,
): Place | undefined {
  const topology = pictures[cluster]?.topology;
  switch (kind) {
    case "node":
      return topology?.nodes[index]?.place;
    case "receiver":
      return topology?.nodes[index]?.receiverPlace;
    case "link":
      return topology?.links[index]?.problems[problem ?? 0]?.place ?? topology?.links[index]?.place;
    case "stranger":
      return topology?.strangers[index]?.listedBy[0]?.place;
    case "front": {
      const front = topology?.fronts[index];
      const part = member === undefined ? front : front?.members[member];
      return (problem === undefined ? undefined : part?.problems[problem]?.place) ?? part?.place;
    }
    default:
      return undefined;
  }
}

/** The index of the cluster that a file belongs to: a node's own file, one below its folder, or a balancer's. */
export function clusterOf(uri: string, { pictures }: TopologyAnswer): number | null {
  const exact = pictures.findIndex(({ topology: { nodes, fronts } }) =>
    [...nodes, ...fronts].some(({ place }) => place.path === uri),
  );
  const found = exact >= 0 ? exact : pictures.findIndex(({ topology: { nodes } }) => nodes.some(isAbove));
  return found >= 0 ? found : null;

  function isAbove({ place }: Topology["nodes"][number]): boolean {
    // Tomcat's folder is above conf/server.xml.
    const [, base] = /^(.*\/)conf\/[^/]*$/.exec(place.path) ?? [];
    return base !== undefined && uri.startsWith(base);
  }
}
