import type { Topology } from "../../../server/src/protocol.ts";

/** The name of the node that a link, a member or an address refers to by its index. */
export function nodeName({ nodes }: Pick<Topology, "nodes">, index: number): string {
  const node = nodes[index];
  if (!node) throw new RangeError(`no node ${index} in a cluster of ${nodes.length}`);
  return node.name;
}
