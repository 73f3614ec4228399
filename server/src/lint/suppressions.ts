import { firstIndex } from "../base/first-index.ts";
import { type Span, span } from "../base/span.ts";
import { nodeRemoval } from "../config/edits.ts";
import type { RuleNames } from "../rules/names.ts";
import type { XmlDocument, XmlNode } from "../syntax/tree.ts";
import { walkNodes } from "../syntax/walk.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { FirstFindings } from "./left-out.ts";

/** The start of every suppression. A file without it is not searched for comments. */
export const MARK = "tomcat-cluster-";

/** Code of the finding about a suppression that silences nothing. */
export const UNUSED = "suppression-unused";

/**
 * A comment of the form `tomcat-cluster-disable-next-line rule-a, rule-b: reason`. XML allows no `--` in a comment, so
 * the reason stands behind a colon.
 */
const COMMENT =
  /^\s*tomcat-cluster-(disable-next-line|disable|enable)(?:\s+([a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*))?\s*(?::([\s\S]*))?$/;

/** Longer comments silence nothing; in characters. */
const LONGEST_COMMENT = 5000;

/** A comment as any language has it. */
export interface Comment {
  readonly span: Span;
  /** Without the marks around it. */
  readonly inner: Span;
  /** What follows and can have findings: the next element's start tag, the next directive; undefined at the end. */
  readonly next: Span | undefined;
  /** The text to delete to remove the comment. */
  readonly removal: () => Span;
}

interface Suppression {
  readonly comment: Comment;
  /** Undefined for all rules. */
  readonly rules: ReadonlySet<string> | undefined;
  /** Where findings begin that it silences. */
  readonly scope: Span;
  /** Where the comment says why, without the white space around it; empty where it does not. */
  readonly reason: Span;
}

/** A finding that a comment silences. */
export interface Silenced {
  readonly diagnostic: Diagnostic;
  /** Where the comment says why; empty where it does not. */
  readonly reason: Span;
}

export interface Suppressed {
  /** The findings that no comment silences, and one for each comment that silences nothing. */
  readonly left: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
}

/** Sorts the findings in a text by whether a comment silences them. */
export function suppress(
  text: string,
  comments: () => readonly Comment[],
  diagnostics: readonly Diagnostic[],
  names: RuleNames,
): Suppressed {
  if (!text.includes(MARK)) return { left: diagnostics, silenced: [] };
  const suppressions = suppressionsOf(text, comments());
  const codesOf = ({ rules }: Suppression) => (rules ? [...rules].map((name) => names.get(name)?.id ?? name) : [ALL]);
  const silencing = silencer(suppressions, codesOf);
  const used = usage(diagnostics, codesOf);
  const first = new FirstFindings();
  for (const each of suppressions) if (!used(each)) first.add(unused(each));
  const left: Diagnostic[] = [];
  const silenced: Silenced[] = [];
  for (const diagnostic of diagnostics) {
    const by = silencing(diagnostic);
    if (by) silenced.push({ diagnostic, reason: by.reason });
    else left.push(diagnostic);
  }
  return { left: [...left, ...first.all()], silenced };
}

/** Stands for all rules where scopes and findings are kept by rule. */
const ALL = "*";

/** The rules of a comment by their present names, or ALL. */
type CodesOf = (suppression: Suppression) => readonly string[];

/** The comment that silences a finding: a search among the scopes of its rule, not a walk through all comments. */
function silencer(
  suppressions: readonly Suppression[],
  codesOf: CodesOf,
): (diagnostic: Diagnostic) => Suppression | undefined {
  const scopes = new Map<string, { readonly starts: number[]; readonly reach: Suppression[] }>();
  for (const suppression of [...suppressions].sort((a, b) => a.scope.start - b.scope.start)) {
    const { scope } = suppression;
    for (const rule of codesOf(suppression)) {
      const known = scopes.get(rule) ?? { starts: [], reach: [] };
      scopes.set(rule, known);
      known.starts.push(scope.start);
      // The comment whose scope reaches farthest, of this one and those whose scopes begin before it.
      const before = known.reach.at(-1);
      known.reach.push(before && before.scope.end > scope.end ? before : suppression);
    }
  }
  return ({ at, code }) => {
    for (const rule of [code, ALL]) {
      const { starts = [], reach = [] } = scopes.get(rule) ?? {};
      const farthest = reach[countUpTo(starts, at.start) - 1];
      if (farthest && at.start < farthest.scope.end) return farthest;
    }
    return undefined;
  };
}

/** Whether a comment silences any of these findings. */
function usage(diagnostics: readonly Diagnostic[], codesOf: CodesOf): (suppression: Suppression) => boolean {
  const places = new Map<string, number[]>();
  for (const { at, code } of [...diagnostics].sort((a, b) => a.at.start - b.at.start)) {
    for (const rule of [code, ALL]) {
      const known = places.get(rule);
      if (known) known.push(at.start);
      else places.set(rule, [at.start]);
    }
  }
  return (suppression) =>
    codesOf(suppression).some((rule) => {
      const { scope } = suppression;
      const starts = places.get(rule) ?? [];
      return countUpTo(starts, scope.end - 1) > countUpTo(starts, scope.start - 1);
    });
}

/** How many of these ascending numbers are not above `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  return firstIndex(numbers, (number) => number > limit);
}

/** The comments of an XML document that end. */
export function xmlComments(document: XmlDocument): readonly Comment[] {
  const nodes = [...walkNodes(document)];
  const behind = nextElements(nodes);
  return nodes.flatMap((node, place): readonly Comment[] => {
    if (node.kind !== "comment" || !node.closed) return [];
    const removal = () => nodeRemoval(document.text, node);
    return [{ span: node.span, inner: node.inner, next: behind[place], removal }];
  });
}

function suppressionsOf(text: string, comments: readonly Comment[]): readonly Suppression[] {
  const found: Suppression[] = [];
  /** The ranges that are open, by the names they are about. */
  const open = new Map<string, Omit<Suppression, "scope">[]>();
  const close = (names: string, end: number) => {
    for (const range of open.get(names) ?? []) found.push({ ...range, scope: span(range.comment.span.end, end) });
    open.delete(names);
  };
  for (const comment of comments) {
    if (comment.inner.end - comment.inner.start > LONGEST_COMMENT) continue;
    const [match, kind, names, why = ""] = COMMENT.exec(text.slice(comment.inner.start, comment.inner.end)) ?? [];
    if (match === undefined) continue;
    const from = comment.inner.end - why.trimStart().length;
    const reason = span(from, from + why.trim().length);
    const rules = names === undefined ? undefined : new Set(names.split(",").map((name) => name.trim()));
    const key = rules ? [...rules].sort().join() : ALL;
    if (kind === "disable") {
      const same = open.get(key);
      if (same) same.push({ comment, rules, reason });
      else open.set(key, [{ comment, rules, reason }]);
    } else if (kind === "enable") {
      // An `enable` without names ends all ranges; one with names ends those that name the same.
      for (const each of rules ? [key] : [...open.keys()]) close(each, comment.span.start);
    } else {
      found.push({ comment, rules, reason, scope: comment.next ?? span(comment.span.end, comment.span.end) });
    }
  }
  for (const each of [...open.keys()]) close(each, text.length + 1);
  return found.sort((a, b) => a.comment.span.start - b.comment.span.start);
}

/** For each node the start tag of the element that follows, however many lines it takes. */
function nextElements(nodes: readonly XmlNode[]): readonly (Span | undefined)[] {
  const next: (Span | undefined)[] = [];
  let behind: Span | undefined;
  for (let place = nodes.length - 1; place >= 0; place--) {
    next[place] = behind;
    const node = nodes[place];
    if (node?.kind === "element") behind = node.startTag;
  }
  return next;
}

function unused({ comment, rules }: Suppression): Diagnostic {
  const names = rules ? [...rules].join(", ") : undefined;
  return {
    code: UNUSED,
    severity: "hint",
    at: comment.span,
    text: names
      ? {
          en: `Nothing here breaks ${names}: this comment can go.`,
          ko: `여기에는 ${names} 문제가 없습니다. 이 주석은 지워도 됩니다.`,
        }
      : {
          en: "There is nothing to silence here: this comment can go.",
          ko: "여기에는 숨길 문제가 없습니다. 이 주석은 지워도 됩니다.",
        },
    tags: ["unnecessary"],
    fix: {
      title: { en: "Remove the comment", ko: "주석 제거" },
      edits: [{ span: comment.removal(), newText: "" }],
    },
  };
}
