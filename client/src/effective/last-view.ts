import type * as vscode from "vscode";
import type { EffectiveView } from "../../../server/src/protocol.ts";
import { viewNamed } from "./address.ts";

const KEY = "effectiveView";

/** The view that was chosen last in this workspace; the next document opens with it. */
export class LastView {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get value(): EffectiveView {
    return viewNamed(this.#memory.get<unknown>(KEY));
  }

  async choose(view: EffectiveView): Promise<void> {
    await this.#memory.update(KEY, view);
  }
}
