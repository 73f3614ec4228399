import { differenceOf } from "../base/difference.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { type Part, traceOf } from "../config/reads.ts";
import type { EachRule } from "./dispatch.ts";
import { isPair, pair } from "./pairing.ts";

/**
 * Remembers which rules reported nothing for which components of a file. Such a rule is not run again while all that it
 * read is unchanged. That saves nearly every run, because few rules report anything and an edit changes one component.
 * A rule that reported a finding always runs again.
 */
export class SilenceMemory {
  #file: ConfigFile | undefined;
  #edition = 0;
  /** Identifies what was kept since the last break; a new object makes all that was kept before void. */
  #owner = {};
  /**
   * States turned to before. Their traces may lack later changes, so that nothing is kept when one of them comes back.
   */
  readonly #passed = new WeakSet<ConfigFile>();

  /** Must be called before the rules run over a file: finds what changed since its last state. */
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

  /** True where all that the rule at an index read for this component is unchanged since it last reported nothing. */
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

  /** Keeps what a rule read that reported nothing; `read` is undefined for a rule that reported a finding. */
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

/** True where two states of a file differ in nothing but their text. */
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
