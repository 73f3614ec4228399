import type { TopologyNode, TopologyPicture } from "../../../../server/src/protocol.ts";
import { make } from "../../view/make.ts";
import type { ViewTexts } from "../messages.ts";

/** The details of the selected node, beside the picture. */
export class Details {
  readonly #root: HTMLElement;
  readonly #panel = make("aside", { class: "details", "aria-live": "polite" });
  #pictures: readonly TopologyPicture[] = [];
  #texts: ViewTexts | undefined;
  #chosen: { readonly cluster: number; readonly name: string } | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    const choose = ({ target }: Event) => {
      const card = target instanceof Element ? target.closest<SVGElement>(".tc-node[data-node]") : null;
      if (!card) return;
      this.#choose(Number(card.dataset["cluster"]), Number(card.dataset["node"]));
      // The details may lie upon it.
      card.scrollIntoView({ block: "nearest", inline: "nearest" });
    };
    root.addEventListener("focusin", (event) => {
      // A pointer that presses gives the focus too: details below it would take the click away from the card.
      if (event.target instanceof Element && event.target.matches(":focus-visible")) choose(event);
    });
    root.addEventListener("click", choose);
    window.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#close();
    });
  }

  /** Updates the details after a change of pictures: the selected node as it is now, or nothing where it is gone. */
  show(pictures: readonly TopologyPicture[], texts: ViewTexts): void {
    this.#pictures = pictures;
    this.#texts = texts;
    this.#draw();
  }

  #choose(cluster: number, node: number): void {
    const name = this.#pictures[cluster]?.topology.nodes[node]?.name;
    this.#chosen = name === undefined ? undefined : { cluster, name };
    this.#draw();
  }

  #close(): void {
    this.#chosen = undefined;
    this.#draw();
  }

  #draw(): void {
    const chosen = this.#chosen;
    const nodes = chosen ? this.#pictures[chosen.cluster]?.topology.nodes : undefined;
    const node = nodes?.find(({ name }) => name === chosen?.name);
    if (!node || !this.#texts) {
      this.#panel.remove();
      return;
    }
    const close = make("button", { type: "button", class: "close", "aria-label": this.#texts.close }, "×");
    close.addEventListener("click", () => this.#close());
    this.#panel.setAttribute("aria-label", node.name);
    this.#panel.replaceChildren(
      close,
      make("h3", {}, node.name),
      facts(node, this.#texts),
      ...applications(node, this.#texts),
      ...running(node, this.#texts),
    );
    this.#root.append(this.#panel);
  }
}

function facts(node: TopologyNode, texts: ViewTexts): HTMLElement {
  const pairs: readonly (readonly [string, string | undefined])[] = [
    [texts.receiver, node.receiver],
    [texts.membership, [node.membership, node.domain].filter((part) => part).join(" · ")],
    ["jvmRoute", node.jvmRoute],
    ["Tomcat", node.tomcat],
    [texts.sessions, node.manager],
    [texts.sends, node.sends],
    [texts.errors, `${node.findings.error}`],
    [texts.warnings, `${node.findings.warning}`],
  ];
  const rows = pairs.flatMap(([name, value]) => (value ? [make("dt", {}, name), make("dd", {}, value)] : []));
  return make("dl", {}, ...rows);
}

function applications({ applications: all }: TopologyNode, texts: ViewTexts): readonly HTMLElement[] {
  if (all.length === 0) return [];
  const headings = [texts.applications, "", texts.cookie, texts.timeout];
  const rows = all.map(({ name, distributable, cookie, timeout }) => {
    const told = distributable === undefined ? "" : distributable ? texts.replicated : texts.notReplicated;
    const cells = [told, cookie ?? "", timeout === undefined ? "" : timeout > 0 ? `${timeout}` : "∞"];
    return make("tr", {}, make("th", { scope: "row" }, name), ...cells.map((cell) => make("td", {}, cell)));
  });
  const head = make("tr", {}, ...headings.map((text) => make("th", { scope: "col" }, text)));
  return [make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows))];
}

/** The running node as it was when it was looked at last. */
function running({ live }: TopologyNode, texts: ViewTexts): readonly HTMLElement[] {
  if (!live) return [];
  const items = live.lines.map(({ wrong, text }) => make("li", wrong ? { class: "wrong" } : {}, text));
  return [make("h4", {}, `${texts.running} · ${live.time}`), make("ul", { class: "live" }, ...items)];
}
