import { groupBy } from "../base/group-by.ts";
import type { Turn } from "../base/turn.ts";
import type { ConfigFile } from "../config/file.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import type { Finding, NodeFinding, Report, Rule } from "../rules/rule.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { dispatchOf } from "./dispatch.ts";
import type { LintOptions } from "./options.ts";
import { propertiesBehind } from "./placeholders.ts";
import { heldApart, sharedPaths } from "./shared-files.ts";
import { inTurns, wholeOf } from "./steps.ts";
import type { Watch } from "./time-limit.ts";

/** A finding with what its rule says of it. */
export function toDiagnostic<F extends Finding>(
  finding: F,
  { id, severity, automatic, ofValue }: Rule,
  file: NodeFinding["file"],
): F & Diagnostic {
  const places = "reading" in file ? propertiesBehind(finding.at, file) : [];
  return {
    ...finding,
    ...(places.length > 0 ? { related: [...(finding.related ?? []), ...places] } : {}),
    code: id,
    severity: finding.severity ?? severity,
    ...(automatic === undefined ? {} : { automatic: true }),
    ...(ofValue ? { ofValue } : {}),
  };
}

/** What the rules over several nodes find in all files of a cluster and of what is in front of it, by path. */
export function ofCluster(cluster: TomcatCluster, options: LintOptions, watch?: Watch): ByPath {
  return together(cluster, filesIn(cluster), dispatchOf(options.rules).ofCluster, { options, watch });
}

/** Makes what `ofCluster` gives, and lets others have their turn after each rule. */
export async function lintCluster(cluster: TomcatCluster, options: LintOptions, turn: Turn): Promise<void> {
  const run = { options, watch: undefined };
  await inTurns(inSteps(cluster, filesIn(cluster), dispatchOf(options.rules).ofCluster, run), turn);
}

function filesIn({ sites }: TomcatCluster): () => readonly ConfigFile[] {
  return () => sites.map(({ file }) => file);
}

type ByPath = ReadonlyMap<string, readonly Diagnostic[]>;

/** What was found in a node or a cluster, which never change, for one list of rules. */
const found = new WeakMap<object, { readonly rules: readonly Rule[]; readonly byPath: ByPath }>();

interface Run {
  readonly options: LintOptions;
  readonly watch: Watch | undefined;
}

/** A rule over all files of a node or a cluster. */
type RuleOf<Subject> = Rule & { check(subject: Subject, report: Report<NodeFinding>): void };

/** The findings over all files of a node or a cluster, by their paths: made once for all these files. */
export function together<Subject extends object>(
  subject: Subject,
  filesOf: () => readonly ConfigFile[],
  rules: readonly RuleOf<Subject>[],
  run: Run,
): ByPath {
  return wholeOf(inSteps(subject, filesOf, rules, run));
}

/** The same, rule by rule. */
function* inSteps<Subject extends object>(
  subject: Subject,
  filesOf: () => readonly ConfigFile[],
  rules: readonly RuleOf<Subject>[],
  { options, watch }: Run,
): Generator<void, ByPath> {
  const known = found.get(subject);
  if (known?.rules === options.rules) return known.byPath;
  const diagnostics: (Diagnostic & Pick<NodeFinding, "file">)[] = [];
  const files = filesOf();
  const shared = sharedPaths(files);
  for (const rule of rules) {
    if (watch?.isOver) break;
    for (const { reading } of files) reading.forgetAsked();
    try {
      const ofRule: NodeFinding[] = [];
      rule.check(subject, (finding) => ofRule.push(finding));
      for (const each of heldApart(ofRule, shared)) diagnostics.push(toDiagnostic(each, rule, each.file));
    } catch (error) {
      options.onRuleError(rule, error);
    }
    watch?.took(rule.id);
    yield;
  }
  const byPath = groupBy(diagnostics, ({ file }) => file.path);
  // An incomplete result is not kept: the next file of the node or cluster asks again.
  if (!watch?.isOver) found.set(subject, { rules: options.rules, byPath });
  return byPath;
}
