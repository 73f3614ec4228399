import { differenceOf } from "../base/difference.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Part, ReadLog, Trace, Traces } from "../config/reads.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Dispatch, EachRule } from "./dispatch.ts";
import { areWithin, shifted } from "./moved.ts";
import { isPair, pair } from "./pairing.ts";

/** What is settled in a component and below it is not kept where it read more parts than this: to compare them would cost more. */
const MOST_PARTS = 500;

/** Findings in an element, and where the element began when they were made. */
interface Found {
  readonly start: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What one rule found, and whether all places in it are in the start tag of its component. */
interface FoundByRule extends Found {
  readonly isInTag: boolean;
}

/** What all rules said in a component and below it. */
interface Settled extends Found {
  readonly rules: object;
  /** All that these rules read, in the component and outside of it. */
  readonly read: readonly Part[];
  readonly readIn: number;
}

/** What is remembered of one component. */
class Remembered {
  /** What was remembered for another owner does not count. */
  readonly owner: object;
  /** Those of the component; the lists are in their order. */
  readonly rules: readonly EachRule[];
  /** What each read besides the component's own tag; undefined for one whose result is not known. */
  readonly read: (readonly Part[] | undefined)[] = [];
  readonly readIn: number[] = [];
  /** What those found that found anything. */
  readonly found: (FoundByRule | undefined)[] = [];
  settled: Settled | undefined;

  constructor(owner: object, rules: readonly EachRule[]) {
    this.owner = owner;
    this.rules = rules;
  }
}

const NOTHING: readonly Diagnostic[] = [];

/**
 * Remembers what the rules said of which components of a file. A rule is not run again while all that it read is
 * unchanged. That saves nearly every run, because an edit changes one component.
 *
 * What was found is kept where all places in it move with the component: those in its own tag for one rule, those in the
 * whole element where nothing in it has changed.
 */
export class RuleMemory {
  #file: ConfigFile | undefined;
  #reads: ReadLog | undefined;
  #edition = 0;
  /** Identifies what was kept since the last break; a new object makes all that was kept before void. */
  #owner = {};
  #traces: Traces = new WeakMap();
  /**
   * States turned to before. Their traces may lack later changes, so that nothing is kept when one of them comes back.
   */
  #passed = new WeakSet<ConfigFile>();

  /** True before the rules have run over any state of the file. */
  get isEmpty(): boolean {
    return this.#file === undefined;
  }

  /** Takes over what another one remembers of the first state; no effect where this one has turned to a state meanwhile. */
  begin(first: RuleMemory): void {
    if (!this.isEmpty) return;
    this.#file = first.#file;
    this.#reads = first.#reads;
    this.#edition = first.#edition;
    this.#owner = first.#owner;
    this.#traces = first.#traces;
    this.#passed = first.#passed;
  }

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
   * The components of the file that are to be checked, in document order: all but those in which all that each rule read
   * is unchanged. What was found in these is reported in between. To be gone through while they are checked.
   */
  *unsettled(root: Component, rules: Dispatch, report: (diagnostic: Diagnostic) => void): Generator<Component> {
    const frames: Frame[] = [new Frame(root)];
    yield root;
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const child = frame.children[frame.next++];
      if (!child) {
        frames.pop();
        this.#leave(frame, frames.at(-1), rules);
      } else if (child.read) {
        const settled = this.#settledIn(child, rules);
        if (settled) {
          frame.add(settled.read, settled.diagnostics);
          for (const each of settled.diagnostics) report(each);
        } else {
          frames.push(new Frame(child));
          yield child;
        }
      }
    }
  }

  /** What was read and found in a component and below it, where nothing of it has changed. */
  #settledIn(component: Component, rules: Dispatch): Settled | undefined {
    const trace = this.#traceOf(component);
    const remembered = this.#rememberedOf(trace);
    const settled = remembered?.settled;
    if (!remembered || settled?.rules !== rules || trace.whole.changedIn > settled.readIn) return undefined;
    if (!isUnchanged(settled.read, settled.readIn)) return undefined;
    const now = at(component, settled);
    remembered.settled = now;
    return now;
  }

  /** Keeps what was found in a component and below it. */
  #leave(frame: Frame, around: Frame | undefined, rules: Dispatch): void {
    const { component } = frame;
    const remembered = this.#rememberedOf(this.#traceOf(component));
    const ofComponent = rules.ofComponent(component);
    if (remembered?.rules !== ofComponent) frame.isSettled = false;
    else {
      const below = frame.diagnostics.splice(0);
      for (let index = 0; index < ofComponent.length; index++)
        frame.add(remembered.read[index], remembered.found[index]?.diagnostics ?? NOTHING);
      frame.diagnostics.push(...below);
    }
    if (!remembered || !frame.isSettled || !areWithin(frame.diagnostics, component.element.span)) {
      if (remembered) remembered.settled = undefined;
      if (around) around.isSettled = false;
      return;
    }
    const read = [...frame.parts];
    const { diagnostics } = frame;
    const { start } = component.element.span;
    remembered.settled = { rules, read, readIn: this.#edition, start, diagnostics };
    around?.add(read, diagnostics);
  }

  /** What the rule at an index found for this component, where all that it read is unchanged; undefined elsewhere. */
  known(component: Component, rules: readonly EachRule[], index: number): readonly Diagnostic[] | undefined {
    const trace = this.#traceOf(component);
    const remembered = this.#rememberedOf(trace);
    if (remembered?.rules !== rules) return undefined;
    const read = remembered.read[index];
    const readIn = remembered.readIn[index];
    if (!read || readIn === undefined || trace.tag.changedIn > readIn || !isUnchanged(read, readIn)) return undefined;
    const found = remembered.found[index];
    if (!found) return NOTHING;
    if (!found.isInTag) return undefined;
    const now = at(component, found);
    remembered.found[index] = now;
    return now.diagnostics;
  }

  /** Keeps what a rule found, and what it read; `read` is undefined where the next run may find something else. */
  keep(
    component: Component,
    rules: readonly EachRule[],
    index: number,
    { read, diagnostics }: { readonly read: readonly Part[] | undefined; readonly diagnostics: readonly Diagnostic[] },
  ): void {
    const trace = this.#traceOf(component);
    let remembered = this.#rememberedOf(trace);
    if (remembered?.rules !== rules) {
      remembered = new Remembered(this.#owner, rules);
      trace.remembered = remembered;
    }
    remembered.read[index] = read;
    remembered.readIn[index] = this.#edition;
    if (diagnostics.length > 0) {
      const { span, startTag } = component.element;
      remembered.found[index] = { start: span.start, diagnostics, isInTag: areWithin(diagnostics, startTag) };
    } else if (remembered.found[index]) remembered.found[index] = undefined;
  }

  #rememberedOf({ remembered }: Trace): Remembered | undefined {
    return remembered instanceof Remembered && remembered.owner === this.#owner ? remembered : undefined;
  }

  #traceOf(component: Component): Trace {
    if (!this.#reads) throw new Error("turnTo is called before anything is remembered");
    return this.#reads.traceOf(component);
  }
}

/** The same where the component is now. */
function at<F extends Found>(component: Component, found: F): F {
  if (found.diagnostics.length === 0) return found;
  const { start } = component.element.span;
  const shift = start - found.start;
  if (shift === 0) return found;
  return { ...found, start, diagnostics: found.diagnostics.map((each) => shifted(each, shift)) };
}

function isUnchanged(parts: readonly Part[], since: number): boolean {
  for (const part of parts) if (part.changedIn > since) return false;
  return true;
}

/** A component whose children are gone through, and what was read and found in it and below it so far. */
class Frame {
  readonly component: Component;
  readonly children: readonly Component[];
  next = 0;
  isSettled = true;
  readonly parts = new Set<Part>();
  readonly diagnostics: Diagnostic[] = [];

  constructor(component: Component) {
    this.component = component;
    this.children = component.children;
  }

  /** Adds what a rule or a part of the component read and found; `read` is undefined where that is not known. */
  add(read: readonly Part[] | undefined, diagnostics: readonly Diagnostic[]): void {
    if (!read) this.isSettled = false;
    if (!this.isSettled) return;
    for (const part of read ?? []) this.parts.add(part);
    if (this.parts.size > MOST_PARTS) this.isSettled = false;
    this.diagnostics.push(...diagnostics);
  }
}

/** True where two states of a file differ in nothing but their text. */
function isSameBeside(one: ConfigFile, other: ConfigFile): boolean {
  return (
    one.path === other.path &&
    one.kind === other.kind &&
    one.template === other.template &&
    one.hasDoctype === other.hasDoctype &&
    one.version.line === other.version.line &&
    String(one.version.release) === String(other.version.release) &&
    one.version.assumed === other.version.assumed &&
    one.reading.properties === other.reading.properties
  );
}
