import type { TopologyNode, TopologyPicture } from "../../../../server/src/protocol.ts";
import { make } from "../../view/make.ts";
import type { ViewTexts } from "../messages.ts";

/** Shows only the nodes that contain a text; Enter goes from one to the next. */
export class Search {
  readonly #root: HTMLElement;
  readonly #input = document.createElement("input");
  readonly #count = make("span", { class: "count", role: "status" });
  #pictures: readonly TopologyPicture[] = [];
  #found: readonly (readonly [cluster: number, node: number])[] = [];
  #next = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#input.type = "search";
    this.#input.setAttribute("data-key", "search");
    this.#input.addEventListener("input", () => this.#apply());
    this.#input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") this.#goOn();
    });
    window.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.target === this.#input) return;
      event.preventDefault();
      this.#input.focus();
    });
  }

  /** The elements for the toolbar. */
  elements(texts: ViewTexts): readonly HTMLElement[] {
    this.#input.placeholder = `${texts.search} (/)`;
    this.#input.setAttribute("aria-label", texts.search);
    return [this.#input, this.#count];
  }

  /** Repeats the search after a change of pictures. */
  show(pictures: readonly TopologyPicture[]): void {
    this.#pictures = pictures;
    this.#apply();
  }

  #apply(): void {
    const wanted = this.#input.value.trim().toLowerCase();
    const found: (readonly [number, number])[] = [];
    let count = 0;
    for (const [cluster, { topology }] of this.#pictures.entries()) {
      for (const [index, node] of topology.nodes.entries()) {
        count++;
        const matches = wanted === "" || wordsOf(node).includes(wanted);
        if (matches) found.push([cluster, index]);
        this.#card(cluster, index)?.classList.toggle("out", !matches);
        this.#row(cluster, index)?.toggleAttribute("hidden", !matches);
      }
    }
    this.#found = found;
    this.#next = 0;
    this.#count.textContent = wanted === "" ? "" : `${found.length} / ${count}`;
  }

  #goOn(): void {
    const [cluster, node] = this.#found[this.#next] ?? [];
    if (cluster === undefined || node === undefined) return;
    this.#next = (this.#next + 1) % this.#found.length;
    const card = this.#card(cluster, node);
    card?.scrollIntoView({ block: "center", inline: "center" });
    card?.focus();
  }

  #card(cluster: number, node: number): SVGElement | null {
    return this.#root.querySelector<SVGElement>(`.tc-node[data-cluster="${cluster}"][data-node="${node}"]`);
  }

  #row(cluster: number, node: number): Element | null | undefined {
    const button = `tbody th [data-cluster="${cluster}"][data-kind="node"][data-index="${node}"]`;
    return this.#root.querySelector(button)?.closest("tr");
  }
}

function wordsOf(node: TopologyNode): string {
  const { name, receiver, jvmRoute, domain, manager, membership, tomcat, applications } = node;
  return [name, receiver, jvmRoute, domain, manager, membership, tomcat, ...applications.map((each) => each.name)]
    .filter((word) => word !== undefined)
    .join("\n")
    .toLowerCase();
}
