import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DOMParser, type Element, type Node } from "@xmldom/xmldom";
import type { Locale } from "../../../server/src/base/localized.ts";
import { textWidth } from "../../../server/src/topology/measure.ts";
import type { Topology } from "../../../server/src/topology/model.ts";
import { pictureOf, standaloneSvg } from "../../../server/src/topology/svg.ts";
import { cases } from "../../harness/effort.ts";
import { fleet } from "../../harness/fleet.ts";
import { type NodeSketch, nodeFiles } from "../../harness/nodes.ts";
import { topologiesOf } from "../../harness/topology.ts";

const GROUP = "239.1.1.1:45564";

/** Nodes `node1` and so on in one multicast group. */
function group(count: number, odd: Readonly<Record<number, Partial<NodeSketch>>> = {}) {
  return nodeFiles(
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `node${index + 1}`,
        { receiver: `10.0.0.${index + 1}:4000`, group: GROUP, ...odd[index + 1] },
      ]),
    ),
  );
}

const ONE_WAY = nodeFiles({
  node1: { receiver: "10.0.0.1:4000", members: ["10.0.0.2:4000"] },
  node2: { receiver: "10.0.0.2:4000", members: ["10.0.0.9:4000"] },
});

const FRONTED: ReadonlyMap<string, string> = new Map([
  ...group(2),
  [
    "httpd.conf",
    `<Proxy balancer://app>
  BalancerMember http://10.0.0.1:8080 route=node1
  BalancerMember http://10.0.0.2:8080 route=tc2
  BalancerMember http://10.0.0.9:8080 route=node9
</Proxy>
ProxyPass / balancer://app/ stickysession=JSESSIONID|jsessionid
`,
  ],
]);

const PICTURES: readonly (readonly [string, ReadonlyMap<string, string>])[] = [
  ["two nodes of a group", group(2)],
  ["a one-way list", ONE_WAY],
  ["eight nodes, three of them broken", group(8, { 3: { manager: "BackupManager" }, 5: { group: "239.1.1.2:45564" } })],
  ["sixty nodes of a group", group(60, { 17: { send: 6 } })],
  ["a fleet", fleet(60, 7).files],
  ["a group behind a balancer", FRONTED],
  ["no cluster", new Map()],
];

interface Drawn {
  readonly element: Element;
  readonly x: number;
  readonly y: number;
}

/** Elements of a name below a node, with their places after all translations. */
function* drawn(node: Node, name: string, x = 0, y = 0): Generator<Drawn> {
  for (const child of Array.from(node.childNodes)) {
    // Only elements have a tag's name; xmldom's types do not narrow by nodeType.
    const element = child as Element;
    if (element.nodeType !== 1) continue;
    const [, right = "0", down = "0"] = /translate\((\S+) (\S+)\)/.exec(element.getAttribute("transform") ?? "") ?? [];
    const [left, top] = [x + Number(right), y + Number(down)];
    if (element.tagName === name) {
      yield { element, x: left + Number(element.getAttribute("x")), y: top + Number(element.getAttribute("y")) };
    }
    yield* drawn(element, name, left, top);
  }
}

/** Sizes as the stylesheet gives them; a text of a class that is not here fails the test. */
const SIZES: Readonly<Record<string, readonly [size: number, face: "plain" | "bold" | "mono"]>> = {
  "tc-heading": [18, "bold"],
  "tc-small": [12, "plain"],
  "tc-group-title": [13, "bold"],
  "tc-title": [14, "bold"],
  "tc-line tc-mono": [12, "mono"],
  "tc-line tc-plain": [12, "plain"],
  "tc-line tc-bad": [12, "plain"],
  "tc-count": [12, "bold"],
  "tc-label": [11, "plain"],
};

function parsed(svg: string): Element {
  const problems: string[] = [];
  const { documentElement } = new DOMParser({ onError: (_, message) => problems.push(message) }).parseFromString(
    svg,
    "image/svg+xml",
  );
  assert.deepEqual(problems, []);
  assert.ok(documentElement);
  return documentElement;
}

describe("a picture by itself", () => {
  for (const locale of ["en", "ko"] satisfies Locale[]) {
    for (const [what, files] of locale === "en" ? PICTURES : cases(PICTURES)) {
      test(`${what} is well-formed, and every text has room (${locale})`, async () => {
        const svg = await standaloneSvg(await topologiesOf(files, locale), locale);
        const root = parsed(svg);
        const [width, height] = [Number(root.getAttribute("width")), Number(root.getAttribute("height"))];
        for (const { element, x, y } of drawn(root, "text")) {
          const known = SIZES[element.getAttribute("class") ?? ""];
          assert.ok(known, `a text of class ${element.getAttribute("class")}`);
          const wide = textWidth(element.textContent ?? "", ...known);
          const left = element.getAttribute("text-anchor") === "end" ? x - wide : x;
          assert.ok(left >= 0 && left + wide <= width, `${element.textContent}: ${left} to ${left + wide} of ${width}`);
          assert.ok(y > 0 && y <= height, `${element.textContent}: at ${y} of ${height}`);
        }
        assert.equal(svg, await standaloneSvg(await topologiesOf(files, locale), locale), "another run draws the same");
      });
    }
  }

  test("every node of sixty stands in it by name, none on another", async () => {
    const root = parsed(await standaloneSvg(await topologiesOf(group(60)), "en"));
    const titles = [...drawn(root, "text")].filter(({ element }) => element.getAttribute("class") === "tc-title");
    assert.equal(new Set(titles.map(({ element }) => element.textContent)).size, 60);
    assert.equal(new Set(titles.map(({ x, y }) => `${x} ${y}`)).size, 60);
  });

  test("says in its description what it shows", async () => {
    const root = parsed(await standaloneSvg(await topologiesOf(ONE_WAY), "en"));
    assert.equal(root.getAttribute("role"), "img");
    const description = root.getElementsByTagName("desc")[0]?.textContent ?? "";
    assert.match(description, /^node1: Tomcat 9\.0, receives at 10\.0\.0\.1:4000, static members, DeltaManager/);
    assert.match(description, /node2 does not reach node1\. node1 \(10\.0\.0\.1:4000\) is no Member here/);
    assert.match(description, /10\.0\.0\.9:4000: no node here has this address\./);
  });

  test("follows light and dark", async () => {
    assert.match(await standaloneSvg(await topologiesOf(group(2)), "en"), /@media \(prefers-color-scheme: dark\)/);
  });
});

test("texts of files stay texts", async () => {
  const [topology] = await topologiesOf(group(2));
  assert.ok(topology);
  const [first, ...others] = topology.nodes;
  assert.ok(first);
  const name = '<script>alert("1")</script>&\u0000\ud800 서울';
  const hostile: Topology = { ...topology, name, nodes: [{ ...first, name, receiver: "]]>" }, ...others] };
  for (const svg of [await standaloneSvg([hostile], "en"), (await pictureOf(hostile, "en", "")).svg]) {
    const root = parsed(svg);
    assert.equal(root.getElementsByTagName("script").length, 0);
    assert.ok(svg.includes("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;\u25a1\u25a1 서울"));
  }
});

test("a name of any length is cut to its card, and whole in its tooltip", async () => {
  const [topology] = await topologiesOf(group(2));
  const [first, ...others] = topology?.nodes ?? [];
  assert.ok(topology && first);
  const name = "node".repeat(100);
  const root = parsed((await pictureOf({ ...topology, nodes: [{ ...first, name }, ...others] }, "en", "")).svg);
  const card = Array.from(root.getElementsByTagName("g")).find((each) => each.getAttribute("data-node") === "0");
  assert.ok(Number(card?.getElementsByTagName("rect")[0]?.getAttribute("width")) <= 260);
  assert.match(card?.getElementsByTagName("text")[0]?.textContent ?? "", /^node.*…$/);
  assert.ok(card?.getElementsByTagName("title")[0]?.textContent?.startsWith(name));
});

test("what an editor shows can be reached by keyboard, and says what it is", async () => {
  const [topology] = await topologiesOf(ONE_WAY);
  assert.ok(topology);
  const { svg, sentence } = await pictureOf(topology, "en", "c0-");
  assert.equal(sentence, "2 nodes, 1 broken link");
  const root = parsed(svg);
  assert.equal(root.getElementsByTagName("style").length, 0, "colours come from the editor");
  const stops = root.getElementsByTagName("g").filter((each) => each.hasAttribute("tabindex"));
  assert.deepEqual(
    stops.map((each) => `${each.getAttribute("role")} ${each.getAttribute("aria-label")?.split(/[,.] /)[0]}`),
    [
      "link node1: Tomcat 9.0",
      "link node2: Tomcat 9.0",
      "link 10.0.0.9:4000: 10.0.0.9:4000",
      "link node2 does not reach node1",
    ],
  );
});

/** The parts of a picture with their places and texts, a line each. */
async function inWords(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const [topology] = await topologiesOf(files);
  assert.ok(topology);
  const root = parsed((await pictureOf(topology, "en", "c0-")).svg);
  const lines: string[] = [];
  for (const element of root.getElementsByTagName("g")) {
    const kind = (element.getAttribute("class") ?? "").replaceAll("tc-", "");
    if (kind === "") continue;
    const place = /translate\((\S+) (\S+)\)/.exec(element.getAttribute("transform") ?? "");
    const [wire] = element.getElementsByTagName("path").filter((path) => path.getAttribute("class") === "tc-wire");
    const heads = ["start", "end"].filter((end) => wire?.hasAttribute(`marker-${end}`));
    const texts = Array.from(element.getElementsByTagName("text")).map(({ textContent }) => textContent);
    lines.push(
      [kind, place && `at ${place[1]},${place[2]}`, heads.join(" "), ...texts].filter((part) => part).join(" | "),
    );
  }
  return lines;
}

test("the picture of a one-way list, in words", async () => {
  assert.deepEqual(await inWords(ONE_WAY), [
    "node | at 16,16 | node1 | 10.0.0.1:4000 | Tomcat 9.0 · jvmRoute node1 | DeltaManager · asynchronous (8)",
    "node warning | at 480.2,16 | node2 | 1 | 10.0.0.2:4000 | Tomcat 9.0 · jvmRoute node2 | DeltaManager · asynchronous (8)",
    "stranger | at 804.2,33 | 10.0.0.9:4000 | no node here has this address",
    "edge | end",
    "edge broken | end | member-not-mutual",
    "edge faint | end",
  ]);
});

test("a node without a jvmRoute says so", async () => {
  const files = new Map([...ONE_WAY].map(([path, text]) => [path, text.replace(' jvmRoute="node1"', "")]));
  const [node] = await inWords(files);
  assert.equal(
    node,
    "node | at 16,16 | node1 | 10.0.0.1:4000 | Tomcat 9.0 · no jvmRoute | DeltaManager · asynchronous (8)",
  );
});

test("a balancer stands above the group of its nodes, its whole and its broken way apart", async () => {
  assert.deepEqual(await inWords(FRONTED), [
    "group multicast | multicast 239.1.1.1:45564 | 2 nodes",
    "front warning | at 174,16 | app | 1 | Apache httpd | 3 members",
    "node | at 40,244 | node1 | 10.0.0.1:4000 | Tomcat 9.0 · jvmRoute node1 | DeltaManager · asynchronous (8)",
    "node | at 308,244 | node2 | 10.0.0.2:4000 | Tomcat 9.0 · jvmRoute node2 | DeltaManager · asynchronous (8)",
    "edge | end",
    "edge broken | end | balancer-route-differs",
  ]);
});

test("a balancer and its broken ways can be reached by keyboard, and count as broken links", async () => {
  const [topology] = await topologiesOf(FRONTED);
  assert.ok(topology);
  const { svg, sentence } = await pictureOf(topology, "en", "c0-");
  assert.equal(sentence, "2 nodes, 1 broken link");
  const stops = parsed(svg)
    .getElementsByTagName("g")
    .filter((each) => each.hasAttribute("tabindex"))
    .map(
      (each) =>
        `${each.getAttribute("data-front")} ${each.getAttribute("data-members")} ${each.getAttribute("aria-label")}`,
    );
  assert.deepEqual(
    stops.filter((stop) => !stop.startsWith("null")),
    [
      "0 null Apache httpd app: 3 members. The jvmRoute of node2 is node2, not tc2: no session sticks to it. Write both alike.",
      "0 1 node2: The jvmRoute of node2 is node2, not tc2: no session sticks to it. Write both alike.",
    ],
  );
});
