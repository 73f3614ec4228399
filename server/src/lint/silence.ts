import { differenceOf } from "../base/difference.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Part, ReadLog, Silences, Trace, Traces } from "../config/reads.ts";
import type { Dispatch, EachRule } from "./dispatch.ts";
import { isPair, pair } from "./pairing.ts";

/** What is quiet below a component is not kept where it read more parts than this: to compare them would cost more. */
const MOST_PARTS = 500;

/**
 * Remembers which rules reported nothing for which components of a file. Such a rule is not run again while all that it
 * read is unchanged. That saves nearly every run, because few rules report anything and an edit changes one component.
 * A rule that reported a finding always runs again.
 */
export class SilenceMemory {
  #file: ConfigFile | undefined;
  #reads: ReadLog | undefined;
  #edition = 0;
  /** Identifies what was kept since the last break; a new object makes all that was kept before void. */
  #owner = {};
  #traces: Traces = new WeakMap();
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
    this.#reads = file.reads;
    if (isNext && last.root && file.root && isPair(last.root, file.root)) {
      file.reads.traces = this.#traces;
      const difference = differenceOf(last.document.text, file.document.text);
      pair(last.root, file.root, difference, { number: this.#edition, traces: this.#traces });
    } else {
      this.#owner = {};
      this.#traces = file.reads.traces;
    }
  }

  /**
   * The components of the file that are to be checked, in document order: all but those of which each rule was silent,
   * and below which each was, while all that they read is unchanged. To be gone through while they are checked.
   */
  *loud(root: Component, rules: Dispatch): Generator<Component> {
    const frames: Frame[] = [new Frame(root)];
    yield root;
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const child = frame.children[frame.next++];
      if (!child) {
        frames.pop();
        this.#leave(frame, frames.at(-1), rules);
      } else if (child.read) {
        const quiet = this.#quietParts(child, rules);
        if (quiet) frame.add(quiet);
        else {
          frames.push(new Frame(child));
          yield child;
        }
      }
    }
  }

  /** What was read in a component and below it where nothing was reported, and nothing of it has changed. */
  #quietParts(component: Component, rules: Dispatch): readonly Part[] | undefined {
    const { quiet, whole } = this.#traceOf(component);
    if (quiet?.owner !== this.#owner || quiet.rules !== rules || whole.changedIn > quiet.readIn) return undefined;
    return isUnchanged(quiet.read, quiet.readIn) ? quiet.read : undefined;
  }

  /** Keeps that all was quiet in a component and below it, where it was. */
  #leave(frame: Frame, around: Frame | undefined, rules: Dispatch): void {
    const trace = this.#traceOf(frame.component);
    const own = trace.silences;
    const ofComponent = rules.ofComponent(frame.component);
    if (own?.owner !== this.#owner || own.rules !== ofComponent) frame.isQuiet = false;
    for (let index = 0; index < ofComponent.length && frame.isQuiet; index++) {
      const read = own?.read[index];
      if (read) frame.add(read);
      else frame.isQuiet = false;
    }
    if (!frame.isQuiet) {
      trace.quiet = undefined;
      if (around) around.isQuiet = false;
      return;
    }
    const read = [...frame.parts];
    trace.quiet = { owner: this.#owner, rules, read, readIn: this.#edition };
    around?.add(read);
  }

  /** True where all that the rule at an index read for this component is unchanged since it last reported nothing. */
  isSilent(component: Component, rules: readonly EachRule[], index: number): boolean {
    const trace = this.#traceOf(component);
    const known = trace.silences;
    if (known?.owner !== this.#owner || known.rules !== rules) return false;
    const read = known.read[index];
    if (!read) return false;
    const readIn = known.readIn[index] ?? 0;
    return trace.tag.changedIn <= readIn && isUnchanged(read, readIn);
  }

  /** Keeps what a rule read that reported nothing; `read` is undefined for a rule that reported a finding. */
  keep(component: Component, rules: readonly EachRule[], index: number, read: readonly Part[] | undefined): void {
    const trace = this.#traceOf(component);
    const known = this.#silencesOf(trace, rules);
    known.read[index] = read;
    known.readIn[index] = this.#edition;
  }

  #silencesOf(trace: Trace, rules: readonly EachRule[]): Silences {
    const known = trace.silences;
    if (known?.owner === this.#owner && known.rules === rules) return known;
    const made: Silences = { owner: this.#owner, rules, read: [], readIn: [] };
    trace.silences = made;
    return made;
  }

  #traceOf(component: Component): Trace {
    if (!this.#reads) throw new Error("turnTo is called before anything is remembered");
    return this.#reads.traceOf(component);
  }
}

function isUnchanged(parts: readonly Part[], since: number): boolean {
  for (const part of parts) if (part.changedIn > since) return false;
  return true;
}

/** A component whose children are gone through, and what was read in it and below it so far. */
class Frame {
  readonly component: Component;
  readonly children: readonly Component[];
  next = 0;
  isQuiet = true;
  readonly parts = new Set<Part>();

  constructor(component: Component) {
    this.component = component;
    this.children = component.children;
  }

  add(parts: readonly Part[]): void {
    if (!this.isQuiet) return;
    for (const part of parts) this.parts.add(part);
    if (this.parts.size > MOST_PARTS) this.isQuiet = false;
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
