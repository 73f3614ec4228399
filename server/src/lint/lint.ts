import type { Span } from "../base/span.ts";
import { type ConfigFile, isShipped } from "../config/file.ts";
import type { TomcatNode } from "../config/node.ts";
import type { Finding, NodeFinding, Rule, Severity } from "../rules/rule.ts";
import { problemsOf } from "../syntax/problems.ts";
import { dispatchOf } from "./dispatch.ts";
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
  const found = isShipped(file) ? [] : findingsOf(file, node, options);
  // What keeps Tomcat's parser from reading the file cannot be silenced.
  const mistakes = file.template ? [] : syntaxDiagnostics(file);
  return [...mistakes, ...suppress(file, found)].sort((a, b) => order(a.at, b.at) || (a.code < b.code ? -1 : 1));
}

function findingsOf(file: ConfigFile, node: TomcatNode | undefined, options: LintOptions): Diagnostic[] {
  const rules = dispatchOf(options.rules);
  const diagnostics: Diagnostic[] = [];
  const broken = new Set<Rule>();
  const take = (rule: Rule, findings: Iterable<Finding>): void => {
    for (const finding of findings) {
      diagnostics.push({ ...finding, code: rule.id, severity: finding.severity ?? rule.severity });
    }
  };
  const failed = (rule: Rule, error: unknown): void => {
    broken.add(rule);
    options.onRuleError(rule, error);
  };
  for (const rule of rules.ofFile(file)) {
    try {
      take(rule, rule.check(file));
    } catch (error) {
      failed(rule, error);
    }
  }
  // Thousands of times for each keystroke: no closure is made in here.
  for (const component of file.root?.descendants() ?? []) {
    for (const rule of rules.ofComponent(component)) {
      if (broken.has(rule)) continue;
      try {
        take(rule, rule.check(component, file));
      } catch (error) {
        failed(rule, error);
      }
    }
  }
  if (node) {
    for (const rule of rules.ofNode) {
      try {
        take(rule, inFile(rule.check(node), file));
      } catch (error) {
        failed(rule, error);
      }
    }
  }
  return broken.size === 0 ? diagnostics : diagnostics.filter(({ code }) => ![...broken].some(({ id }) => id === code));
}

function* inFile(findings: Iterable<NodeFinding>, { path }: ConfigFile): Generator<Finding> {
  for (const { file, ...finding } of findings) if (file.path === path) yield finding;
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
