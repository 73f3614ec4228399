import { printable } from "../base/printable.ts";
import type { Topology, TopologyLink } from "./model.ts";

/**
 * A Mermaid flowchart for documents: a group is a further node that all its members are joined to; links in both
 * directions are drawn once; broken ones are crossed out.
 */
export function topologyMermaid(topologies: readonly Topology[]): string {
  const lines = topologies.flatMap(({ name, nodes, groups, links, fronts }, cluster) => {
    const id = (index: number) => `c${cluster}n${index}`;
    const whole = (link: TopologyLink) => link.problems.length === 0;
    const ways = new Set(links.filter(whole).map(({ from, to }) => `${from} ${to}`));
    const isBack = ({ from, to }: TopologyLink) => ways.has(`${to} ${from}`);
    const listed = new Map(
      groups.flatMap(({ kind, members }, group) =>
        kind === "list" ? members.map((member) => [member, group] as const) : [],
      ),
    );
    /** True for a link that its nodes' group already shows. */
    const isInList = ({ from, to }: TopologyLink) => listed.has(from) && listed.get(from) === listed.get(to);
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
        if (isInList(link)) return [];
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

/** Mermaid takes `#name;` for an entity, and a text that begins with a backquote for Markdown. */
function quoted(text: string): string {
  return printable(text)
    .replaceAll("#", "#35;")
    .replaceAll("`", "#96;")
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;");
}
