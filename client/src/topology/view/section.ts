import type { Topology, TopologyMember, TopologyPicture, TopologyProblem } from "../../../../server/src/protocol.ts";
import { make } from "../../view/make.ts";
import type { Part, ViewTexts } from "../messages.ts";

/** One cluster: its name, its picture, and the picture's content as lists and a table. */
export function sectionOf(picture: TopologyPicture, cluster: number, texts: ViewTexts): HTMLElement {
  const { topology, sentence, shared } = picture;
  const heading = make("h2", { id: `cluster${cluster}` }, topology.name);
  const about = [topology.how, sentence, shared].filter((text) => text !== "").join(" · ");
  return make(
    "section",
    { "aria-labelledby": `cluster${cluster}` },
    heading,
    make("p", { class: "about" }, about),
    make("div", { class: "stage" }, drawing(picture, cluster)),
    ...broken(picture, cluster, texts),
    ...strangers(picture, cluster, texts),
    ...fronts(picture, cluster, texts),
    make("h3", {}, texts.nodes),
    make("div", { class: "scroll" }, table(picture, cluster, texts)),
  );
}

/** The SVG as nodes of this page. It comes from our server, and no script in it could run. */
function drawing({ svg }: TopologyPicture, cluster: number): Element {
  const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
  const drawn = document.importNode(documentElement, true);
  for (const element of drawn.querySelectorAll("[data-node], [data-links], [data-strangers], [data-front]")) {
    element.setAttribute("data-cluster", `${cluster}`);
    const { node, links, strangers: addresses, front, members = "" } = (element as SVGElement | HTMLElement).dataset;
    const index = node ?? links ?? addresses ?? `${front} ${members}`;
    element.setAttribute("data-key", `${cluster} ${index} ${element.getAttribute("class")?.split(" ")[0]}`);
  }
  return drawn;
}

function broken({ topology }: TopologyPicture, cluster: number, texts: ViewTexts): readonly Element[] {
  const { nodes, links } = topology;
  const item = ({ severity, text, code }: TopologyProblem, button: Element) =>
    make("li", { class: severity }, button, ` ${text} `, make("code", {}, code));
  const between = links.flatMap(({ from, to, mutual, problems }, index) =>
    problems.map((each, problem) => {
      // The problem's text is about the node whose file it is in, so that node comes first.
      const turned = nodes[to]?.path === each.place.path;
      const [one, other] = turned ? [to, from] : [from, to];
      const pair = `${nodes[one]?.name} ${mutual ? "↮" : turned ? "↚" : "↛"} ${nodes[other]?.name}`;
      return item(each, opener({ cluster, kind: "link", index, problem }, pair));
    }),
  );
  const before = topology.fronts.flatMap(({ name, members, problems }, index) => [
    ...problems.map((each, problem) => item(each, opener({ cluster, kind: "front", index, problem }, name))),
    ...members.flatMap((of, member) =>
      of.problems.map((each, problem) =>
        item(each, opener({ cluster, kind: "front", index, member, problem }, `${name} ↛ ${memberName(of, topology)}`)),
      ),
    ),
  ]);
  const items = [...before, ...between];
  return items.length === 0 ? [] : [make("h3", {}, texts.broken), make("ul", { class: "broken" }, ...items)];
}

function strangers({ topology }: TopologyPicture, cluster: number, texts: ViewTexts): readonly Element[] {
  const items = topology.strangers.map(({ address, listedBy }, index) =>
    make(
      "li",
      {},
      opener({ cluster, kind: "stranger", index }, address),
      ` ← ${listedBy.map(({ node }) => topology.nodes[node]?.name).join(", ")}`,
    ),
  );
  return items.length === 0 ? [] : [make("h3", {}, texts.strangers), make("ul", {}, ...items)];
}

/** The balancers, each with the way to its members. */
function fronts({ topology }: TopologyPicture, cluster: number, texts: ViewTexts): readonly Element[] {
  const items = topology.fronts.map(({ name, product, members }, index) =>
    make(
      "li",
      {},
      opener({ cluster, kind: "front", index }, name),
      ` ${product} → `,
      ...members.flatMap((of, member) => [
        member === 0 ? "" : ", ",
        opener({ cluster, kind: "front", index, member }, memberName(of, topology)),
      ]),
    ),
  );
  return items.length === 0 ? [] : [make("h3", {}, texts.fronts), make("ul", {}, ...items)];
}

/** The name of a member's node, or else its own. */
function memberName({ name, node }: TopologyMember, { nodes }: Topology): string {
  return (node === undefined ? undefined : nodes[node]?.name) ?? name;
}

function table({ topology }: TopologyPicture, cluster: number, texts: ViewTexts): Element {
  const { nodes, links } = topology;
  const lists = nodes.map((_, index) =>
    links
      .filter(({ from, problems }) => from === index && problems.length === 0)
      .map(({ to }) => nodes[to]?.name ?? "")
      .join(", "),
  );
  const listing = lists.some((text) => text !== "");
  const headings = [
    ...[texts.node, texts.errors, texts.warnings, texts.receiver, texts.membership],
    ...(listing ? [texts.lists] : []),
    ...["Tomcat", texts.sessions, texts.sends],
  ];
  const rows = nodes.map((node, index) => {
    const cells = [
      make("th", { scope: "row" }, opener({ cluster, kind: "node", index }, node.name)),
      make("td", { class: node.findings.error > 0 ? "number error" : "number" }, `${node.findings.error}`),
      make("td", { class: node.findings.warning > 0 ? "number warning" : "number" }, `${node.findings.warning}`),
      make("td", {}, opener({ cluster, kind: "receiver", index }, node.receiver)),
      make("td", {}, [node.membership, node.domain].filter((part) => part).join(" · ")),
      ...(listing ? [make("td", {}, lists[index] ?? "")] : []),
      ...[node.tomcat, node.manager ?? "", node.sends ?? ""].map((text) => make("td", {}, text)),
    ];
    // Where the window is narrow, each cell stands on a line of its own and says what it is.
    for (const [column, cell] of cells.entries()) cell.dataset["heading"] = headings[column] ?? "";
    return make("tr", {}, ...cells);
  });
  const head = make("tr", {}, ...headings.map((text) => make("th", { scope: "col" }, text)));
  return make("table", { "aria-labelledby": `cluster${cluster}` }, make("thead", {}, head), make("tbody", {}, ...rows));
}

/** A button that opens the place of a part. */
function opener({ cluster, kind, index, member, problem }: Part, text: string): Element {
  const key = `list ${cluster} ${kind} ${index} ${member ?? ""} ${problem ?? ""}`;
  const part = {
    "data-cluster": `${cluster}`,
    "data-kind": kind,
    "data-index": `${index}`,
    ...(member === undefined ? {} : { "data-member": `${member}` }),
    ...(problem === undefined ? {} : { "data-problem": `${problem}` }),
  };
  return make("button", { type: "button", class: "opener", ...part, "data-key": key }, text);
}
