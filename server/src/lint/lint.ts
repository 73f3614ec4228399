import { groupBy } from "../base/group-by.ts";
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
      collect(rule, file, node, components, (finding) => {
        diagnostics.push({ ...finding, code: rule.id, severity: finding.severity ?? rule.severity });
      });
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

/** A callback, not a generator of generators: those were a fifth of a keystroke's cost. */
function collect(
  rule: Rule,
  file: ConfigFile,
  node: TomcatNode | undefined,
  components: Components,
  found: (finding: Finding) => void,
): void {
  if ("scope" in rule) {
    if (!node) return;
    for (const { file: where, ...finding } of rule.check(node)) if (where.path === file.path) found(finding);
  } else if ("files" in rule) {
    if (rule.files.includes(file.kind)) for (const finding of rule.check(file)) found(finding);
  } else {
    for (const component of selected(rule, components))
      for (const finding of rule.check(component, file)) found(finding);
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
