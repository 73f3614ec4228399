import assert from "node:assert/strict";
import type { CompletionList } from "vscode-languageserver-types";
import type { Span } from "../../server/src/base/span.ts";
import { complete } from "../../server/src/features/completion/complete.ts";
import { completeRoot } from "../../server/src/features/completion/root.ts";
import { completionClient, toCompletionList } from "../../server/src/features/completion/to-list.ts";
import { changeBetween } from "../../server/src/lint/typing.ts";
import type { Workspace } from "../../server/src/workspace/workspace.ts";
import { applyItem, FULL } from "./completing.ts";

/** One step of a session: keys that are struck, an offer that is accepted, the next stop of it, or the cursor moved on. */
export type Step =
  | { readonly type: string }
  | { readonly accept: string }
  | { readonly tab: number }
  /** Puts the cursor behind the next such text. */
  | { readonly behind: string }
  | { readonly before: string };

/** Someone at an editor: a text, a cursor, and the server's workspace. */
export class Typist {
  text = "";
  offset = 0;
  /** How much behind the cursor is selected. */
  #selected = 0;
  /** The stops that are left, counted from the end of the text: what is typed at one does not move the next. */
  #stops: readonly { readonly start: number; readonly end: number }[] = [];
  readonly #workspace: Workspace;
  readonly #path: string;
  readonly #changed: (change: Span) => Promise<void>;

  /** `changed` is called after every keystroke and every accepted offer. */
  constructor(workspace: Workspace, path: string, changed: (change: Span) => Promise<void>) {
    this.#workspace = workspace;
    this.#path = path;
    this.#changed = changed;
    workspace.setOpen(path, "");
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      if ("type" in step) for (const key of step.type) await this.#key(key);
      else if ("accept" in step) await this.#accept(step.accept);
      else if ("tab" in step) for (let times = 0; times < step.tab; times++) this.#tab();
      else if ("behind" in step) this.#go(step.behind, step.behind.length);
      else this.#go(step.before, 0);
    }
  }

  /** Puts a text behind the cursor and leaves the cursor where it is. */
  surround(behind: string): void {
    this.text = this.text.slice(0, this.offset) + behind + this.text.slice(this.offset);
    this.#workspace.setOpen(this.#path, this.text);
  }

  /** What is offered at the cursor. */
  async offers(): Promise<CompletionList> {
    const file = await this.#workspace.fileAt(this.#path);
    const client = completionClient(FULL.capabilities, undefined);
    if (file) {
      const node = await this.#workspace.nodeOf(this.#path);
      const items = complete({ file, offset: this.offset, locale: "en", node });
      return toCompletionList(items, "file:///x", file.lines, client);
    }
    const { items, lines } = completeRoot(
      { path: this.#path, text: this.text, version: { line: "9.0", release: undefined } },
      this.offset,
    );
    return toCompletionList(items, "file:///x", lines, client);
  }

  /** As VS Code does for XML: quotes come in pairs, and one that is there is typed over. */
  async #key(key: string): Promise<void> {
    const { text, offset } = this;
    if (key === '"' && this.#selected === 0 && text.charAt(offset) === '"') {
      this.offset++;
      return;
    }
    const written = key === '"' ? '""' : key;
    const behind = text.slice(offset + this.#selected);
    await this.#become(text.slice(0, offset) + written + behind, offset + 1);
  }

  async #accept(label: string): Promise<void> {
    const { text, stops } = applyItem(this, await this.offers(), label, FULL);
    this.#stops = stops.map(({ start, end }) => ({ start: text.length - start, end: text.length - end }));
    await this.#become(text, this.offset);
    this.#tab();
  }

  #tab(): void {
    const [next, ...rest] = this.#stops;
    assert.ok(next, "no stop is left");
    this.#stops = rest;
    this.offset = this.text.length - next.start;
    this.#selected = next.start - next.end;
  }

  #go(text: string, further: number): void {
    const found = this.text.indexOf(text, this.offset);
    assert.ok(found >= 0, `no ${text} behind the cursor`);
    this.offset = found + further;
    this.#selected = 0;
  }

  async #become(text: string, offset: number): Promise<void> {
    const change = changeBetween(this.text, text);
    this.text = text;
    this.offset = offset;
    this.#selected = 0;
    this.#workspace.setOpen(this.#path, text);
    await this.#changed(change);
  }
}
