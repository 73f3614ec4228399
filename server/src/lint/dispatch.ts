import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { type RuleNames, ruleNames } from "../rules/names.ts";
import type { ClusterRule, ComponentRule, ElementRule, FileRule, NodeRule, Rule } from "../rules/rule.ts";

/** A rule that looks at components, one by one. */
export type EachRule = ComponentRule | ElementRule;

/**
 * Which rules look at what, sorted out once for a set of rules: a hundred rules then cost a component only those of
 * its class and name.
 */
export class Dispatch {
  readonly names: RuleNames;
  readonly ofNode: readonly NodeRule[];
  readonly ofCluster: readonly ClusterRule[];
  readonly #ofFile: readonly FileRule[];
  readonly #everywhere: readonly EachRule[];
  readonly #byClass: ReadonlyMap<string, readonly EachRule[]>;
  readonly #byName: ReadonlyMap<string, readonly EachRule[]>;
  /** Rules of an element's name and class together, as they were first asked for. */
  readonly #known = new Map<string, readonly EachRule[]>();

  constructor(rules: readonly Rule[]) {
    this.names = ruleNames(rules);
    const wide = rules.filter((rule) => "scope" in rule);
    this.ofNode = wide.filter((rule) => rule.scope === "node");
    this.ofCluster = wide.filter((rule) => rule.scope === "cluster");
    this.#ofFile = rules.filter((rule) => "files" in rule);
    const elementRules = rules.filter((rule) => "elements" in rule);
    this.#everywhere = elementRules.filter(({ elements }) => elements === "*");
    this.#byName = byKey(elementRules, ({ elements }) => (elements === "*" ? [] : elements));
    const ofClass = rules.filter((rule) => "target" in rule);
    this.#byClass = byKey(ofClass, ({ target }) => (typeof target === "string" ? [target] : target));
  }

  ofFile({ kind }: ConfigFile): readonly FileRule[] {
    return this.#ofFile.filter(({ files }) => files.includes(kind));
  }

  ofComponent({ name, className = "" }: Component): readonly EachRule[] {
    // Classes that no rule speaks of come from users, in any number, and are not kept.
    const ofClass = this.#byClass.get(className);
    const key = ofClass ? `${name} ${className}` : name;
    const known = this.#known.get(key);
    if (known) return known;
    const found = [...this.#everywhere, ...(this.#byName.get(name) ?? []), ...(ofClass ?? [])];
    this.#known.set(key, found);
    return found;
  }
}

function byKey<R extends EachRule>(
  rules: readonly R[],
  keysOf: (rule: R) => readonly string[],
): ReadonlyMap<string, readonly R[]> {
  const keys = new Set(rules.flatMap(keysOf));
  return new Map([...keys].map((key) => [key, rules.filter((rule) => keysOf(rule).includes(key))]));
}

const dispatches = new WeakMap<readonly Rule[], Dispatch>();

/** Made once for each list of rules, which never changes. */
export function dispatchOf(rules: readonly Rule[]): Dispatch {
  const known = dispatches.get(rules);
  if (known) return known;
  const made = new Dispatch(rules);
  dispatches.set(rules, made);
  return made;
}
