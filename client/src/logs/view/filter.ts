import { make } from "../../view/make.ts";
import type { TimelineTexts } from "../messages.ts";

/** Which rows are shown: those with the words searched for, and, where the user wants, none that are harmless. */
export class Filter {
  readonly #root: HTMLElement;
  #words = "";
  #onlyImportant = false;
  #count: HTMLElement | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  elements(texts: TimelineTexts): readonly HTMLElement[] {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = this.#onlyImportant;
    box.addEventListener("change", () => {
      this.#onlyImportant = box.checked;
      this.apply();
    });
    const search = document.createElement("input");
    search.type = "search";
    search.value = this.#words;
    search.placeholder = texts.search;
    search.setAttribute("aria-label", texts.search);
    search.addEventListener("input", () => {
      this.#words = search.value;
      this.apply();
    });
    this.#count = make("span", { class: "count", role: "status" });
    return [make("label", {}, box, ` ${texts.onlyImportant}`), search, this.#count];
  }

  apply(): void {
    const words = this.#words
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== "");
    const rows = [...this.#root.querySelectorAll<HTMLElement>(".events tbody tr:not(.day)")];
    let shown = 0;
    for (const row of rows) {
      const text = row.querySelector("button")?.getAttribute("aria-label")?.toLowerCase() ?? "";
      row.hidden =
        (this.#onlyImportant && row.classList.contains("normal")) || !words.every((word) => text.includes(word));
      if (!row.hidden) shown++;
    }
    if (this.#count) this.#count.textContent = shown === rows.length ? `${shown}` : `${shown} / ${rows.length}`;
  }
}
