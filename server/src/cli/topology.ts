import { printable, printableJson } from "../base/printable.ts";
import type { Topology, TopologyLink } from "../topology/model.ts";

/** For people, with one line a node and one for each link that is broken. */
export function topologyText(topologies: readonly Topology[]): string {
  return topologies
    .map(({ name, how, nodes, links, fronts }) => {
      const whole = links.filter(({ problems }) => problems.length === 0);
      const rows = nodes.map((node, index) => {
        const names = whole.filter(({ from }) => from === index).map(({ to }) => nodes[to]?.name ?? "");
        const to = names.length > 0 ? `  → ${names.join(", ")}` : "";
        const parts = [node.name, node.receiver, node.membership, `Tomcat ${node.tomcat}${to}`];
        return `  ${parts.map(printable).join("  ")}\n`;
      });
      const broken = links.flatMap(({ from, to, mutual, problems }) =>
        problems.map(({ code, text, place }) => {
          // The text speaks of the node whose file it is about: that one comes first.
          const turned = nodes[to]?.path === place.path;
          const [one, other] = turned ? [to, from] : [from, to];
          const pair = `${nodes[one]?.name} ${mutual ? "↮" : turned ? "↚" : "↛"} ${nodes[other]?.name}`;
          return `  ✕ ${printable(`${pair}  ${place.path}:${place.range.start.line + 1}: ${text} [${code}]`)}\n`;
        }),
      );
      return `${printable(name)}  (${printable(how)})\n${[...frontRows(fronts, nodes), ...rows, ...broken].join("")}`;
    })
    .join("\n");
}

/** A line for each balancer with the nodes behind it, and one for each thing that is wrong on the way there. */
function frontRows(fronts: Topology["fronts"], nodes: Topology["nodes"]): readonly string[] {
  return fronts.flatMap(({ name, product, place, members, problems }) => {
    const line = (path: string, row: number) => `${path}:${row + 1}`;
    const to = members.map((member) => (member.node === undefined ? `${member.name} (?)` : nodes[member.node]?.name));
    const where = line(place.path, place.range.start.line);
    const wrong = [
      ...problems.map((each) => ({ ...each, way: name })),
      ...members.flatMap((member) => {
        const node = member.node === undefined ? member.name : nodes[member.node]?.name;
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

/**
 * A Mermaid flowchart, for documents: a group of nodes as one more node that all are joined to, links both ways drawn
 * once, broken ones crossed out.
 */
export function topologyMermaid(topologies: readonly Topology[]): string {
  const lines = topologies.flatMap(({ name, nodes, groups, links, fronts }, cluster) => {
    const id = (index: number) => `c${cluster}n${index}`;
    const whole = (link: TopologyLink) => link.problems.length === 0;
    const isBack = (link: TopologyLink) =>
      links.some((each) => whole(each) && each.from === link.to && each.to === link.from);
    return [
      `  subgraph c${cluster}["${quoted(name)}"]`,
      ...nodes.map((node, index) => `    ${id(index)}["${quoted(node.name)}<br>${quoted(node.receiver)}"]`),
      ...groups.flatMap(({ kind, title, members }, group) => {
        if (kind === "single" || kind === "apart") return [];
        const hub = `c${cluster}g${group}`;
        return [`    ${hub}(["${quoted(title)}"])`, ...members.map((member) => `    ${id(member)} --- ${hub}`)];
      }),
      ...links.flatMap((link) => {
        const { from, to, mutual, problems } = link;
        const [problem] = problems;
        if (problem) return `    ${id(from)} ${mutual ? "x" : ""}-. "${quoted(problem.code)}" .-x ${id(to)}`;
        if (isInList(link, groups)) return [];
        if (!isBack(link)) return `    ${id(from)} --> ${id(to)}`;
        return from < to ? `    ${id(from)} <--> ${id(to)}` : [];
      }),
      "  end",
      ...fronts.flatMap(({ name: balancer, product, members }, front) => {
        const from = `c${cluster}f${front}`;
        return [
          `  ${from}[["${quoted(product)}<br>${quoted(balancer)}"]]`,
          ...members.flatMap(({ node, problems: [problem] }) => {
            if (node === undefined) return [];
            return problem ? `  ${from} -. "${quoted(problem.code)}" .-x ${id(node)}` : `  ${from} ==> ${id(node)}`;
          }),
        ];
      }),
    ];
  });
  return `flowchart LR\n${lines.map((line) => `${line}\n`).join("")}`;
}

/** True for a link that the group of its nodes says already. */
function isInList({ from, to }: TopologyLink, groups: Topology["groups"]): boolean {
  return groups.some(({ kind, members }) => kind === "list" && members.includes(from) && members.includes(to));
}

function quoted(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
