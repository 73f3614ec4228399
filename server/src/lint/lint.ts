import type { Span } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import { type ConfigFile, isShipped } from "../config/file.ts";
import type { TomcatNode } from "../config/node.ts";
import type { ComponentRule, ElementRule, Finding, Rule, Severity } from "../rules/rule.ts";
import { problemsOf } from "../syntax/problems.ts";
import { suppress } from "./suppressions.ts";

/** A finding with all that a report needs to show it. */
export interface Diagnostic extends Finding {
  /** The rule's id; for XML mistakes, their code. */
  readonly code: string;
  readonly severity: Severity;
}

export interface LintOptions {
  readonly rules: readonly Rule[];
  /** Called with a rule that threw: its findings are lost, those of the others are not. */
  readonly onRuleError: (rule: Rule, error: unknown) => void;
}

/** All findings of one file, in the order of their places. `node` is the Tomcat it belongs to, where that is known. */
export function lint(file: ConfigFile, node: TomcatNode | undefined, options: LintOptions): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const components = componentsOf(file);
  for (const rule of isShipped(file) ? [] : options.rules) {
    try {
      for (const finding of findingsOf(rule, file, node, components)) {
        diagnostics.push({ ...finding, code: rule.id, severity: finding.severity ?? rule.severity });
      }
    } catch (error) {
      options.onRuleError(rule, error);
    }
  }
  // What keeps Tomcat's parser from reading the file cannot be silenced.
  const mistakes = file.template ? [] : syntaxDiagnostics(file);
  return [...mistakes, ...suppress(file, diagnostics)].sort((a, b) => order(a.at, b.at) || (a.code < b.code ? -1 : 1));
}

function order(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

function syntaxDiagnostics(file: ConfigFile): Diagnostic[] {
  return problemsOf(file.document).map(({ code, at, text, fix }) => ({
    code,
    at,
    text,
    severity: "error",
    ...(fix ? { fix } : {}),
  }));
}

interface Components {
  readonly all: readonly Component[];
  readonly byClass: ReadonlyMap<string, readonly Component[]>;
  readonly byName: ReadonlyMap<string, readonly Component[]>;
}

function componentsOf(file: ConfigFile): Components {
  const all = file.root ? [...file.root.descendants()] : [];
  return {
    all,
    byClass: groupBy(all, (component) => component.className ?? ""),
    byName: groupBy(all, (component) => component.name),
  };
}

function* findingsOf(
  rule: Rule,
  file: ConfigFile,
  node: TomcatNode | undefined,
  components: Components,
): Generator<Finding> {
  if ("scope" in rule) {
    if (!node) return;
    for (const { file: where, ...finding } of rule.check(node)) if (where.path === file.path) yield finding;
  } else if ("files" in rule) {
    if (rule.files.includes(file.kind)) yield* rule.check(file);
  } else {
    for (const component of selected(rule, components)) yield* rule.check(component, file);
  }
}

function selected(rule: ComponentRule | ElementRule, components: Components): readonly Component[] {
  if ("target" in rule) {
    const classes = typeof rule.target === "string" ? [rule.target] : rule.target;
    return classes.flatMap((name) => components.byClass.get(name) ?? []);
  }
  if (rule.elements === "*") return components.all;
  return rule.elements.flatMap((name) => components.byName.get(name) ?? []);
}

function groupBy(components: readonly Component[], keyOf: (component: Component) => string) {
  const groups = new Map<string, Component[]>();
  for (const component of components) {
    const key = keyOf(component);
    const group = groups.get(key);
    if (group) group.push(component);
    else groups.set(key, [component]);
  }
  return groups;
}
