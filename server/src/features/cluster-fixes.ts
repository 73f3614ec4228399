import type { TextEdit } from "vscode-languageserver-types";
import type { ConfigFile } from "../config/file.ts";
import type { TomcatNode } from "../config/node.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import type { FrontFile } from "../front/model.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { fixesOf, isAutomatic } from "../lint/fix-all.ts";
import { SEVERITIES } from "../rules/rule.ts";
import type { Place } from "../topology/model.ts";
import { fixEdits, type Rendering } from "./to-lsp.ts";

/** The preferred fix of one finding, in the client's language. */
export interface PlannedFix {
  readonly code: string;
  readonly title: string;
  /** True where no administrator could object. */
  readonly automatic: boolean;
  readonly place: Place;
  /** By URI. */
  readonly edits: Readonly<Record<string, readonly TextEdit[]>>;
}

/** All files of a node. */
export function filesOfNode(node: TomcatNode): readonly ConfigFile[] {
  const ofApplications = node.applications.flatMap(({ descriptor, context }) => [
    descriptor,
    ...(context ? [context] : []),
  ]);
  const defaults = [node.contextDefaults, node.webDefaults].filter((file) => file !== undefined);
  return [node.server, ...defaults, ...node.contexts, ...ofApplications];
}

/** All files of a cluster: those of its nodes, and those of the balancers in front of them. */
export function filesOfCluster({ sites, fronts, mounting }: TomcatCluster): readonly (ConfigFile | FrontFile)[] {
  const all = [...sites.flatMap(({ node }) => filesOfNode(node)), ...fronts.map(({ file }) => file), ...mounting];
  // Several nodes may start with one file.
  return [...new Map(all.map((file) => [file.path, file])).values()];
}

/**
 * The preferred fix of each finding that has one: ordered by the severity of the rule's consequence, then by file. A
 * fix that several findings offer is listed once.
 */
export function plannedFixes(
  found: readonly (readonly [file: ConfigFile | FrontFile, diagnostics: readonly Diagnostic[]])[],
  { locale, uriOf }: Rendering,
): readonly PlannedFix[] {
  const all = found.flatMap(([file, diagnostics]) =>
    diagnostics.flatMap((diagnostic) => {
      const [fix] = fixesOf(diagnostic);
      if (!fix) return [];
      const { code, at, severity } = diagnostic;
      const uri = uriOf(file.path);
      const planned: PlannedFix = {
        code,
        title: fix.title[locale],
        automatic: isAutomatic(fix, diagnostic),
        place: { path: uri, range: file.lines.rangeOf(at) },
        edits: Object.fromEntries(fixEdits(fix, uri, file.lines, uriOf)),
      };
      return [{ planned, severity: SEVERITIES.indexOf(severity) }];
    }),
  );
  const worst = new Map<string, number>();
  for (const { planned, severity } of all) {
    worst.set(planned.code, Math.min(severity, worst.get(planned.code) ?? severity));
  }
  const offered = new Set<string>();
  return all
    .map(({ planned }) => planned)
    .sort((one, other) => {
      const bySeverity = (worst.get(one.code) ?? 0) - (worst.get(other.code) ?? 0);
      return bySeverity || (one.code < other.code ? -1 : one.code > other.code ? 1 : 0);
    })
    .filter(({ title, edits }) => {
      const key = JSON.stringify([title, edits]);
      return !offered.has(key) && offered.add(key);
    });
}
