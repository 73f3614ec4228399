import { make } from "../../view/make.ts";
import type { ViewTexts } from "../messages.ts";

/** Times the natural size. */
const LEAST = 0.2;
const MOST = 3;
const STEP = 1.2;
/** Fitting makes texts no smaller than this. */
const LEAST_FITTING = 0.55;

/** The size of the pictures: fitted to the width, or chosen by the user. */
export class Zoom {
  readonly #root: HTMLElement;
  readonly #changed: (chosen: number | null) => void;
  #chosen: number | null;
  #fit: HTMLElement | undefined;

  constructor(root: HTMLElement, chosen: number | null, changed: (chosen: number | null) => void) {
    this.#root = root;
    this.#chosen = chosen;
    this.#changed = changed;
    new ResizeObserver(() => this.apply()).observe(root);
    root.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        this.#by(event.deltaY < 0 ? STEP : 1 / STEP);
      },
      { passive: false },
    );
    window.addEventListener("keydown", ({ key, ctrlKey, altKey, metaKey, target }) => {
      if (ctrlKey || altKey || metaKey || target instanceof HTMLInputElement) return;
      if (key === "+" || key === "=") this.#by(STEP);
      else if (key === "-") this.#by(1 / STEP);
      else if (key === "0") this.#set(null);
    });
  }

  /** Applies a zoom chosen elsewhere. */
  take(chosen: number | null): void {
    this.#chosen = chosen;
  }

  /** Null fits the width. */
  get chosen(): number | null {
    return this.#chosen;
  }

  toolbar(texts: ViewTexts, ...more: readonly HTMLElement[]): HTMLElement {
    const button = (sign: string, name: string, act: () => void) => {
      const made = make(
        "button",
        { type: "button", title: name, "aria-label": name, "data-key": `zoom ${name}` },
        sign,
      );
      made.addEventListener("click", act);
      return made;
    };
    // Its label also shows the present size.
    this.#fit = button("", texts.fit, () => this.#set(null));
    return make(
      "div",
      { class: "toolbar", role: "toolbar", "aria-label": texts.fit },
      make("span", { class: "keys" }, texts.keys),
      ...more,
      button("−", texts.zoomOut, () => this.#by(1 / STEP)),
      this.#fit,
      button("+", texts.zoomIn, () => this.#by(STEP)),
    );
  }

  /** Applies the zoom to every picture. */
  apply(): void {
    for (const svg of this.#root.querySelectorAll("svg")) {
      const { width, height } = svg.viewBox.baseVal;
      const factor = this.#chosen ?? this.#fitting(width);
      svg.setAttribute("width", `${width * factor}`);
      svg.setAttribute("height", `${height * factor}`);
      if (this.#fit) this.#fit.textContent = `${Math.round(factor * 100)}%`;
    }
  }

  #fitting(width: number): number {
    const room = this.#root.querySelector(".stage")?.clientWidth ?? width;
    return Math.max(LEAST_FITTING, Math.min(1, room / width));
  }

  #by(factor: number): void {
    const width = this.#root.querySelector("svg")?.viewBox.baseVal.width ?? 1;
    const now = this.#chosen ?? this.#fitting(width);
    this.#set(Math.min(MOST, Math.max(LEAST, now * factor)));
  }

  #set(chosen: number | null): void {
    this.#chosen = chosen;
    this.#changed(chosen);
    this.apply();
  }
}
