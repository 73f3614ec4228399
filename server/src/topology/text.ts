import { groupBy } from "../base/group-by.ts";
import { itemAt } from "../base/item-at.ts";
import { printable, printableJson } from "../base/printable.ts";
import type { Topology } from "./model.ts";

/** The topology as text, with one line for each node and one for each broken link. */
export function topologyText(topologies: readonly Topology[]): string {
  return topologies
    .map(({ name, how, nodes, links, fronts }) => {
      const whole = groupBy(
        links.filter(({ problems }) => problems.length === 0),
        ({ from }) => from,
      );
      const rows = nodes.map((node, index) => {
        const names = (whole.get(index) ?? []).map(({ to }) => itemAt(nodes, to).name);
        const to = names.length > 0 ? `  → ${names.join(", ")}` : "";
        const parts = [node.name, node.receiver, node.membership, `Tomcat ${node.tomcat}${to}`];
        return `  ${parts.map(printable).join("  ")}\n`;
      });
      const broken = links.flatMap(({ from, to, mutual, problems }) =>
        problems.map(({ code, text, place }) => {
          // The problem's text is about the node whose file it is in, so that node comes first.
          const turned = itemAt(nodes, to).path === place.path;
          const [one, other] = turned ? [to, from] : [from, to];
          const pair = `${itemAt(nodes, one).name} ${mutual ? "↮" : turned ? "↚" : "↛"} ${itemAt(nodes, other).name}`;
          return `  ✕ ${printable(`${pair}  ${place.path}:${place.range.start.line + 1}: ${text} [${code}]`)}\n`;
        }),
      );
      return `${printable(name)}  (${printable(how)})\n${[...frontRows(fronts, nodes), ...rows, ...broken].join("")}`;
    })
    .join("\n");
}

/** A line for each balancer with the nodes behind it, and one for each problem on the way to them. */
function frontRows(fronts: Topology["fronts"], nodes: Topology["nodes"]): readonly string[] {
  return fronts.flatMap(({ name, product, place, members, problems }) => {
    const line = (path: string, row: number) => `${path}:${row + 1}`;
    const to = members.map((member) =>
      member.node === undefined ? `${member.name} (?)` : itemAt(nodes, member.node).name,
    );
    const where = line(place.path, place.range.start.line);
    const wrong = [
      ...problems.map((each) => ({ ...each, way: name })),
      ...members.flatMap((member) => {
        const node = member.node === undefined ? member.name : itemAt(nodes, member.node).name;
        return member.problems.map((each) => ({ ...each, way: `${name} ↛ ${node}` }));
      }),
    ];
    return [
      `  ${printable(`${product} ${name}  ${where}  ⇒ ${to.join(", ")}`)}\n`,
      ...wrong.map(({ way, code, text, place: at }) => {
        return `  ✕ ${printable(`${way}  ${line(at.path, at.range.start.line)}: ${text} [${code}]`)}\n`;
      }),
    ];
  });
}

export function topologyJson(topologies: readonly Topology[]): string {
  return printableJson({ version: 1, clusters: topologies });
}
