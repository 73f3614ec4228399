import type { Place, TopologyAnswer } from "../../../server/src/protocol.ts";
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
