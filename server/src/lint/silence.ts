import { differenceOf } from "../base/difference.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { type Part, traceOf } from "../config/reads.ts";
import type { EachRule } from "./dispatch.ts";
import { isPair, pair } from "./pairing.ts";

/**
 * Remembers over which components of a file which rules had nothing to say. Such a rule says nothing again while all
 * that it read is as it was; nearly all are silent, and an edit touches one component. Findings are always made anew.
 */
export class SilenceMemory {
  #file: ConfigFile | undefined;
  #edition = 0;
  /** Another one where nothing of before counts any more. */
  #owner = {};
  /** The traces of an older state may have missed a change. */
  readonly #passed = new WeakSet<ConfigFile>();

  /** To be called before the rules run over a file: finds out what is another in it than in the last one. */
  turnTo(file: ConfigFile): void {
    const last = this.#file;
    this.#file = file;
    this.#edition++;
    if (last === file) return;
    const isNext = last !== undefined && isSameBeside(last, file) && !this.#passed.has(file);
    this.#passed.add(file);
    if (isNext && last.root && file.root && isPair(last.root, file.root))
      pair(last.root, file.root, differenceOf(last.document.text, file.document.text), this.#edition);
    else this.#owner = {};
  }

  /** True where a rule, told by its index, would read what it read when it was last silent over this component. */
  isSilent(component: Component, rules: readonly EachRule[], index: number): boolean {
    const trace = traceOf(component);
    const known = trace.silences;
    if (known?.owner !== this.#owner || known.rules !== rules) return false;
    const read = known.read[index];
    if (!read) return false;
    const readIn = known.readIn[index] ?? 0;
    if (trace.tag.changedIn > readIn) return false;
    for (const part of read) if (part.changedIn > readIn) return false;
    return true;
  }

  /** Keeps what a rule read that was silent; undefined for one that spoke. */
  keep(component: Component, rules: readonly EachRule[], index: number, read: readonly Part[] | undefined): void {
    const trace = traceOf(component);
    let known = trace.silences;
    if (known?.owner !== this.#owner || known.rules !== rules) {
      known = { owner: this.#owner, rules, read: [], readIn: [] };
      trace.silences = known;
    }
    known.read[index] = read;
    known.readIn[index] = this.#edition;
  }
}

/** True where all that rules know of two states of a file, besides its text, is the same. */
function isSameBeside(one: ConfigFile, other: ConfigFile): boolean {
  return (
    one.path === other.path &&
    one.kind === other.kind &&
    one.template === other.template &&
    one.version.line === other.version.line &&
    String(one.version.release) === String(other.version.release) &&
    one.version.assumed === other.version.assumed &&
    one.reading.properties === other.reading.properties
  );
}
