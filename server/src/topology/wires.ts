import { itemAt } from "../base/item-at.ts";
import type { Topology } from "./model.ts";

/** What a line stands for, by index: links, ways to strangers, or ways from a balancer to its members. */
export type EdgeOf =
  | { readonly links: readonly number[] }
  | { readonly strangers: readonly number[] }
  | { readonly front: number; readonly members: readonly number[] };

/** A line between two items; what is alike between the same two is one line. */
export interface Wire {
  /** The ids of its ends. */
  readonly from: string;
  readonly to: string;
  readonly of: EdgeOf;
  readonly arrows: "to" | "both" | "none";
  readonly broken: boolean;
  /** The rule that says why it is broken; empty for a whole line. */
  readonly code: string;
}

export const groupId = (index: number) => `group ${index}`;
export const frontId = (index: number) => `front ${index}`;
export const strangerId = (index: number) => `stranger ${index}`;

/** The text at a broken line: the rule that says why, and for how many links or members. */
export function wireLabel({ of, broken, code }: Wire): string {
  const count = "links" in of ? of.links.length : "members" in of ? of.members.length : 1;
  return broken && count > 1 ? `${code} ×${count}` : code;
}

/**
 * The lines between items. Nodes of one group have none: the group's title or their cards show the link.
 *
 * @param groupOf the group of each node
 * @param strange the cards of strangers, with the strangers that each stands for
 */
export function wiresOf(
  topology: Topology,
  groupOf: ReadonlyMap<number, number>,
  strange: readonly { readonly of: readonly number[] }[],
): readonly Wire[] {
  const itemOf = (node: number) => {
    const group = groupOf.get(node);
    return group === undefined ? undefined : groupId(group);
  };
  return [...frontWires(topology, itemOf), ...linkWires(topology, itemOf), ...strangerWires(topology, itemOf, strange)];
}

type ItemOf = (node: number) => string | undefined;

function frontWires({ fronts }: Topology, itemOf: ItemOf): readonly Wire[] {
  return fronts.flatMap(({ members }, front) => {
    const from = frontId(front);
    const wires = new Map<string, Wire & { readonly of: { readonly front: number; readonly members: number[] } }>();
    members.forEach(({ node, problems }, member) => {
      const to = node === undefined ? undefined : itemOf(node);
      if (to === undefined) return;
      const broken = problems.length > 0;
      const key = `${to} ${broken}`;
      const known = wires.get(key);
      if (known) known.of.members.push(member);
      else {
        const code = problems[0]?.code ?? "";
        wires.set(key, { from, to, of: { front, members: [member] }, arrows: "to", broken, code });
      }
    });
    return [...wires.values()];
  });
}

function linkWires({ links }: Topology, itemOf: ItemOf): readonly Wire[] {
  type LinkWire = Omit<Wire, "of" | "arrows"> & { readonly of: { readonly links: number[] }; arrows: Wire["arrows"] };
  const wires = new Map<string, LinkWire>();
  links.forEach(({ from, to, mutual, problems }, index) => {
    const [a, b] = [itemOf(from), itemOf(to)];
    if (a === undefined || b === undefined || a === b) return;
    const broken = problems.length > 0;
    const back = broken ? undefined : wires.get(`${b} ${a} whole`);
    const key = `${a} ${b} ${broken ? mutual : "whole"}`;
    const known = back ?? wires.get(key);
    if (known) {
      known.of.links.push(index);
      if (back) known.arrows = "both";
      return;
    }
    const code = problems[0]?.code ?? "";
    wires.set(key, { from: a, to: b, of: { links: [index] }, arrows: mutual ? "none" : "to", broken, code });
  });
  return [...wires.values()];
}

function strangerWires(
  { strangers }: Topology,
  itemOf: ItemOf,
  strange: readonly { readonly of: readonly number[] }[],
): readonly Wire[] {
  const wires = new Map<string, Wire & { readonly of: { readonly strangers: number[] } }>();
  strange.forEach(({ of }, card) => {
    for (const stranger of of) {
      for (const { node } of itemAt(strangers, stranger).listedBy) {
        const from = itemOf(node);
        if (from === undefined) continue;
        const key = `${from} ${card}`;
        const known = wires.get(key);
        if (known) known.of.strangers.push(stranger);
        else {
          const to = strangerId(card);
          wires.set(key, { from, to, of: { strangers: [stranger] }, arrows: "to", broken: false, code: "" });
        }
      }
    }
  });
  return [...wires.values()];
}
