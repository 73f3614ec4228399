import type {
  Topology,
  TopologyMember,
  TopologyNode,
  TopologyPicture,
  TopologyProblem,
} from "../../../../server/src/protocol.ts";
import { nodeName } from "../../node-name.ts";
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
      const pair = `${nodeName(topology, one)} ${mutual ? "↮" : turned ? "↚" : "↛"} ${nodeName(topology, other)}`;
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
      ` ← ${listedBy.map(({ node }) => nodeName(topology, node)).join(", ")}`,
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
function memberName({ name, node }: TopologyMember, topology: Topology): string {
  return node === undefined ? name : nodeName(topology, node);
}

/** A column of the table of nodes: the texts of its cells, or more than a text. */
interface Column {
  readonly heading: string;
  readonly cell: (node: TopologyNode, index: number) => HTMLElement;
}

function table({ topology }: TopologyPicture, cluster: number, texts: ViewTexts): Element {
  const { nodes } = topology;
  const listing = topology.links.filter(({ problems }) => problems.length === 0);
  const text = (heading: string, of: (node: TopologyNode, index: number) => string | undefined): Column => ({
    heading,
    cell: (node, index) => make("td", {}, of(node, index) ?? ""),
  });
  const count = (heading: string, severity: "error" | "warning"): Column => ({
    heading,
    cell: ({ findings }) => {
      const found = findings[severity];
      return make("td", { class: found > 0 ? `number ${severity}` : "number" }, `${found}`);
    },
  });
  const listed = (_: TopologyNode, index: number) =>
    listing.flatMap(({ from, to }) => (from === index ? [nodeName(topology, to)] : [])).join(", ");
  const columns: readonly Column[] = [
    {
      heading: texts.node,
      cell: ({ name }, index) => make("th", { scope: "row" }, opener({ cluster, kind: "node", index }, name)),
    },
    count(texts.errors, "error"),
    count(texts.warnings, "warning"),
    {
      heading: texts.receiver,
      cell: ({ receiver }, index) => make("td", {}, opener({ cluster, kind: "receiver", index }, receiver)),
    },
    text(texts.membership, ({ membership, domain }) => [membership, domain].filter((part) => part).join(" · ")),
    ...(listing.length > 0 ? [text(texts.lists, listed)] : []),
    text("Tomcat", ({ tomcat }) => tomcat),
    text(texts.sessions, ({ manager }) => manager),
    text(texts.sends, ({ sends }) => sends),
  ];
  const rows = nodes.map((node, index) => {
    const cells = columns.map(({ heading, cell }) => {
      const made = cell(node, index);
      // Where the window is narrow, each cell stands on a line of its own and says what it is.
      made.dataset["heading"] = heading;
      return made;
    });
    return make("tr", {}, ...cells);
  });
  const head = make("tr", {}, ...columns.map(({ heading }) => make("th", { scope: "col" }, heading)));
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
