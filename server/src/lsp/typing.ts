import type { Span } from "../base/span.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { changeBetween, unfinishedAfter } from "../lint/typing.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

/** How long nothing may be typed before what is unfinished counts as meant, in milliseconds. */
const REST = 1000;

/**
 * Keeps what is said of half-typed text from the screen until typing stops for a moment: a finding that appears at one
 * keystroke and goes at the next is only in the way. What was shown before stays as long as it is true, so nothing
 * flickers; a finding elsewhere in the file is never held back.
 */
export class Typing {
  readonly #rested: (uri: string) => void;
  readonly #texts = new Map<string, string>();
  readonly #changes = new Map<string, Span>();
  readonly #shown = new Map<string, ReadonlySet<string>>();
  readonly #held = new Set<string>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** `rested` is called when a document, of which something was held back, is to be shown in full. */
  constructor(rested: (uri: string) => void) {
    this.#rested = rested;
  }

  /** To be called with each text of a document; the first one counts as not typed. */
  changed(uri: string, text: string): void {
    const before = this.#texts.get(uri);
    this.#texts.set(uri, text);
    if (before === undefined) return;
    this.#changes.set(uri, changeBetween(before, text));
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => this.rest(uri), REST),
    );
  }

  closed(uri: string): void {
    this.#texts.delete(uri);
    this.#shown.delete(uri);
    this.#held.delete(uri);
    this.#stop(uri);
  }

  /** Typing in a document has ended: it was saved, or not changed for a while. */
  rest(uri: string): void {
    this.#stop(uri);
    if (this.#held.delete(uri)) this.#rested(uri);
  }

  /** The findings of a document that are to be shown now. */
  show(uri: string, { file, diagnostics }: Snapshot): readonly Diagnostic[] {
    const change = this.#changes.get(uri);
    const before = this.#shown.get(uri);
    const unfinished = change && unfinishedAfter(file.document, change);
    const now = unfinished ? diagnostics.filter((each) => before?.has(keyOf(each)) || !unfinished(each)) : diagnostics;
    this.#shown.set(uri, new Set(now.map(keyOf)));
    if (now.length < diagnostics.length) this.#held.add(uri);
    else this.#held.delete(uri);
    return now;
  }

  #stop(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#changes.delete(uri);
  }
}

/** A finding is recognised by its message, because its place moves while text is typed. */
function keyOf({ code, text }: Diagnostic): string {
  return `${code} ${text.en}`;
}
