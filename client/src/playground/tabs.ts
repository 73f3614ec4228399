import { make } from "../view/make.ts";

export interface Tab {
  readonly label: string;
  readonly panel: HTMLElement;
}

let made = 0;

/** Tabs as WAI-ARIA's practices describe them: one stop of the Tab key, arrow keys, Home and End. */
export class Tabs {
  readonly #buttons: readonly HTMLElement[];
  readonly #tabs: readonly Tab[];
  readonly #shown: (index: number) => void;

  /** @param shown is told which tab is shown, whenever that changes */
  constructor(list: HTMLElement, tabs: readonly Tab[], shown: (index: number) => void) {
    this.#tabs = tabs;
    this.#shown = shown;
    this.#buttons = tabs.map(({ label, panel }, index) => {
      const id = `tab${++made}`;
      panel.id ||= `${id}panel`;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", id);
      const button = make("button", { type: "button", role: "tab", id, "aria-controls": panel.id }, label);
      button.addEventListener("click", () => this.show(index));
      button.addEventListener("keydown", (event) => this.#move(event, index));
      return button;
    });
    list.setAttribute("role", "tablist");
    list.replaceChildren(...this.#buttons);
    this.show(0);
  }

  show(index: number): void {
    for (const [each, button] of this.#buttons.entries()) {
      button.setAttribute("aria-selected", `${each === index}`);
      button.tabIndex = each === index ? 0 : -1;
      const panel = this.#tabs[each]?.panel;
      if (panel) panel.hidden = each !== index;
    }
    this.#shown(index);
  }

  /** Changes what a tab is called. */
  label(index: number, text: string): void {
    const button = this.#buttons[index];
    if (button) button.textContent = text;
  }

  #move(event: KeyboardEvent, from: number): void {
    const last = this.#buttons.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: from === 0 ? last : from - 1,
      ArrowRight: from === last ? 0 : from + 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.show(target);
    this.#buttons[target]?.focus();
  }
}
