import type { Span } from "../base/span.ts";
import { type ConfigFile, isShipped } from "../config/file.ts";
import { placeholdersIn } from "../config/placeholder.ts";
import { STANDARD_PROPERTIES } from "../config/standard-properties.ts";
import type { SyntaxProblem } from "../syntax/problem.ts";
import { problemsOf } from "../syntax/problems.ts";
import { besideMistakes } from "./beside-mistakes.ts";
import { clipped } from "./clip.ts";
import { checkCustom, type LintSettings, NO_SETTINGS } from "./configuration.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { dispatchOf } from "./dispatch.ts";
import { findingsOf } from "./findings.ts";
import { forLaterRelease } from "./later-release.ts";
import { FirstFindings } from "./left-out.ts";
import type { LintOptions, Surroundings } from "./options.ts";
import { keepingPlaceholders } from "./placeholders.ts";
import { readInPart } from "./read-in-part.ts";
import { wholeOf } from "./steps.ts";
import { type Silenced, type Suppressed, suppress, UNUSED, xmlComments } from "./suppressions.ts";
import { besideTemplates } from "./template.ts";

const NOTHING_SILENCED: Suppressed = { left: [], silenced: [] };

/** What was found in a file, in the order of the places. */
export interface Linted {
  readonly diagnostics: readonly Diagnostic[];
  /** What comments in it silence. */
  readonly silenced: readonly Silenced[];
}

/** All findings of one file. */
export function lint(...given: Parameters<typeof lintInSteps>): Linted {
  return wholeOf(lintInSteps(...given));
}

/** The same in steps, between which others may have their turn; to a memory that is given, no other state may come meanwhile. */
export function* lintInSteps(
  file: ConfigFile,
  around: Surroundings,
  options: LintOptions,
  settings: LintSettings = NO_SETTINGS,
): Generator<void, Linted> {
  const { cutAt, text } = file.document;
  // Of a text that was read in part a rule cannot tell what is missing.
  const isLookedAt = cutAt === undefined && text.length <= (options.longest ?? Number.POSITIVE_INFINITY);
  const found =
    isLookedAt && !isShipped(file)
      ? decide(
          [...besideTemplates(file, yield* findingsOf(file, around, options)), ...custom(file, settings)],
          settings,
        )
      : [];
  // What keeps Tomcat's parser from reading the file cannot be silenced.
  const mistakes = [...besideTemplates(file, syntaxDiagnostics(file)), ...readInPart(file), ...unreadProperties(file)];
  const { document } = file;
  const { names } = dispatchOf(options.rules);
  const plain = besideMistakes(file, mistakes, found, names);
  // What no rule looked at has nothing that a comment could silence.
  const { left, silenced } = isLookedAt
    ? suppress(document.text, () => xmlComments(document), plain, names)
    : NOTHING_SILENCED;
  // Whether a comment silences something of a cluster is not known while that is not read.
  const sure = around.clusters === "unread" ? left.filter(({ code }) => code !== UNUSED) : left;
  return {
    diagnostics: inTextOrder(
      forLaterRelease(file, [...mistakes, ...sure]).map((each) => clipped(keepingPlaceholders(each, file))),
    ),
    silenced: silencedInTextOrder(silenced),
  };
}

/** What is silenced, in the order of the places. */
export function silencedInTextOrder(silenced: readonly Silenced[]): readonly Silenced[] {
  return [...silenced]
    .sort((a, b) => order(a.diagnostic.at, b.diagnostic.at))
    .map((each) => ({ ...each, diagnostic: clipped(each.diagnostic) }));
}

export function inTextOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => order(a.at, b.at) || (a.code < b.code ? -1 : 1));
}

/** The findings with the severities the user gave them. */
export function decide(found: readonly Diagnostic[], { severities }: LintSettings): readonly Diagnostic[] {
  if (severities.size === 0) return found;
  return found.flatMap((diagnostic) => {
    const severity = severities.get(diagnostic.code) ?? diagnostic.severity;
    return severity === "off" ? [] : [{ ...diagnostic, severity }];
  });
}

function custom(file: ConfigFile, { customRules }: LintSettings): readonly Diagnostic[] {
  const first = new FirstFindings();
  for (const [{ id, severity }, finding] of checkCustom(customRules, file))
    first.add({ ...finding, code: id, severity });
  return first.all();
}

function order(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}

/** End tags of what stands around an Engine, a Host or a Cluster. */
const END_OF_AROUND = /^<\/(?:Server|Service|Engine|Host)\s*>/;

/** Parts of a server.xml are put together by tools: the last one ends what the first one begins. */
function endsAnotherPart({ code, at }: SyntaxProblem, { document: { root, text }, kind }: ConfigFile): boolean {
  return (
    code === "mismatched-end-tag" &&
    (kind === "container" || kind === "cluster") &&
    root !== undefined &&
    at.start >= root.span.end &&
    END_OF_AROUND.test(text.slice(at.start, at.end))
  );
}

function syntaxDiagnostics(file: ConfigFile): readonly Diagnostic[] {
  const { document } = file;
  const problems = problemsOf(document).filter((each) => !endsAnotherPart(each, file));
  return problems.map(({ code, at, text, fix, automatic }): Diagnostic => {
    return {
      code,
      at,
      text,
      severity: "error",
      syntax: true,
      ...(fix ? { fix } : {}),
      ...(automatic === undefined ? {} : { automatic: true }),
    };
  });
}

/** Said where the file has placeholders that a file too long to be read may set. */
function unreadProperties({ document, reading }: ConfigFile): readonly Diagnostic[] {
  const { unread } = reading.properties;
  const isUnknown = ({ name }: { readonly name: string }) =>
    !STANDARD_PROPERTIES.has(name) && !reading.properties.system(name);
  const first = unread && placeholdersIn(document.text).find(isUnknown);
  if (!first) return [];
  const name = unread.path.slice(unread.path.lastIndexOf("/") + 1);
  return [
    {
      code: "properties-unread",
      at: { start: first.start, end: first.end },
      severity: "information",
      syntax: true,
      text: {
        en: `${name} is longer than ${unread.longest} characters and was not read: what placeholders stand for is not known.`,
        ko: `${name} 파일이 ${unread.longest}자를 넘어 읽지 않았습니다. 자리 표시자의 값을 알 수 없습니다.`,
      },
    },
  ];
}
