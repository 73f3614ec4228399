import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import type { TomcatNode } from "../config/node.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import type { FileRule, Finding, Report, Rule } from "../rules/rule.ts";
import { MOST_ATTRIBUTES } from "../syntax/attribute-problems.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { dispatchOf, type EachRule } from "./dispatch.ts";
import { FirstFindings } from "./left-out.ts";
import type { LintOptions, Surroundings } from "./options.ts";
import { Watch } from "./time-limit.ts";
import { ofCluster, toDiagnostic, together } from "./together.ts";

const NOTHING: readonly Diagnostic[] = [];

/** Ends a rule that reports more than it has time for. */
const TIME_IS_OVER = new Error("the time for the rules of this file is over");
/** Ends a rule that asks for clusters which are not read. */
const UNREAD = new Error("the files of other nodes are not read yet");

/** A step ends after so many runs of rules, each of which takes microseconds. */
const STEP = 200;

/** What the rules find in one file, in steps between which others may have their turn. */
export function* findingsOf(
  file: ConfigFile,
  around: Surroundings,
  options: LintOptions,
): Generator<void, readonly Diagnostic[]> {
  const runs = new Runs(file, around, options);
  options.memory?.turnTo(file);
  for (const rule of dispatchOf(options.rules).ofFile(file)) {
    runs.run(rule, undefined);
    runs.take(rule);
  }
  yield;
  runs.resumed();
  for (const component of runs.components()) {
    runs.runAll(component);
    if (runs.isStep) {
      yield;
      runs.resumed();
    }
  }
  return runs.end();
}

/** The runs of the rules over one file, within the time they have. */
class Runs {
  readonly #file: ConfigFile;
  readonly #node: TomcatNode | undefined;
  readonly #clusters: readonly TomcatCluster[];
  readonly #options: LintOptions;
  readonly #watch: Watch | undefined;
  readonly #first = new FirstFindings();
  /** Rules that threw. */
  readonly #broken = new Set<string>();
  #running = "";
  /** Since the last step. */
  #count = 0;
  #found: Finding[] = [];
  // They are called thousands of times for each keystroke: no closure is made for a run.
  readonly #report: Report;
  readonly #clustersAround: () => readonly TomcatCluster[];
  readonly #nodeAround: () => TomcatNode | undefined;

  constructor(file: ConfigFile, { node, clusters = [] }: Surroundings, options: LintOptions) {
    const watch = options.timeLimit && new Watch(options.timeLimit);
    this.#file = file;
    this.#node = node;
    this.#clusters = clusters === "unread" ? [] : clusters;
    this.#options = options;
    this.#watch = watch;
    this.#report = (finding) => {
      this.#found.push(finding);
      watch?.took(this.#running);
      if (watch?.isOver) throw TIME_IS_OVER;
    };
    this.#clustersAround = () => {
      if (clusters === "unread") throw UNREAD;
      file.reads.file();
      return clusters;
    };
    this.#nodeAround = () => {
      file.reads.file();
      return node;
    };
  }

  /** True where a step has taken long enough. */
  get isStep(): boolean {
    return this.#count >= STEP;
  }

  /** Begins the next step: what happened since the last one is not counted. */
  resumed(): void {
    this.#count = 0;
    this.#watch?.resumed();
  }

  /** The elements that rules look at; what is remembered of the others counts at once. */
  components(): Iterable<Component> {
    const { root } = this.#file;
    if (!root) return [];
    const { memory, rules } = this.#options;
    const add = (diagnostic: Diagnostic) => this.#first.add(diagnostic);
    return memory?.unsettled(root, dispatchOf(rules), add) ?? root.descendants();
  }

  /** Runs all rules for an element, except those whose findings are remembered. */
  runAll(component: Component): void {
    // The number of attributes is the only mistake reported of such an element.
    if (component.origin.attributes.length > MOST_ATTRIBUTES) return;
    const { memory, rules } = this.#options;
    const { reads } = this.#file;
    const ofComponent = dispatchOf(rules).ofComponent(component);
    for (let index = 0; index < ofComponent.length; index++) {
      const rule = ofComponent[index] as EachRule;
      const known = memory?.known(component, ofComponent, index);
      if (known) {
        for (const each of known) this.#first.add(each);
        continue;
      }
      if (memory) reads.begin(component);
      const ended = this.run(rule, component);
      const read = memory && reads.end();
      const diagnostics = this.take(rule);
      memory?.keep(component, ofComponent, index, { read: ended ? read : undefined, diagnostics });
    }
  }

  /** False where the rule did not end. */
  run(rule: FileRule | EachRule, component: Component | undefined): boolean {
    if (this.#broken.has(rule.id) || this.#watch?.isOver) return false;
    this.#file.reading.forgetAsked();
    this.#running = rule.id;
    this.#count++;
    try {
      if ("files" in rule) rule.check(this.#file, this.#report, this.#clustersAround);
      else if (!component) return true;
      else if ("elements" in rule) rule.check(component, this.#report, this.#file, this.#nodeAround);
      else rule.check(component, this.#report, this.#file, this.#clustersAround);
    } catch (error) {
      if (error === UNREAD) this.#found = [];
      else if (error !== TIME_IS_OVER) {
        this.#broken.add(rule.id);
        this.#options.onRuleError(rule, error);
      }
      return false;
    } finally {
      this.#watch?.took(rule.id);
    }
    return true;
  }

  /** What the rule that ran last has found. */
  take(rule: Rule): readonly Diagnostic[] {
    if (this.#found.length === 0) return NOTHING;
    const diagnostics = this.#found.map((each) => toDiagnostic(each, rule, this.#file));
    this.#found = [];
    for (const each of diagnostics) this.#first.add(each);
    return diagnostics;
  }

  /** Runs the rules over several files, and gives what all have found. */
  end(): readonly Diagnostic[] {
    const { path } = this.#file;
    const options = this.#options;
    const node = this.#node;
    const watch = this.#watch;
    if (node) {
      const files = () => [node.server, ...node.applications.map(({ descriptor }) => descriptor)];
      const { ofNode } = dispatchOf(options.rules);
      for (const each of together(node, files, ofNode, { options, watch }).get(path) ?? []) this.#first.add(each);
    }
    for (const cluster of this.#clusters) {
      for (const each of ofCluster(cluster, options, watch).get(path) ?? []) this.#first.add(each);
    }
    if (watch?.isOver) watch.report(path);
    const diagnostics = this.#first.all();
    return this.#broken.size === 0 ? diagnostics : diagnostics.filter(({ code }) => !this.#broken.has(code));
  }
}
