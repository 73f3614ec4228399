import { type Span, span } from "../base/span.ts";
import { nodeRemoval } from "../config/edits.ts";
import type { ConfigFile } from "../config/file.ts";
import type { RuleNames } from "../rules/names.ts";
import type { XmlComment, XmlNode } from "../syntax/tree.ts";
import { walkNodes } from "../syntax/walk.ts";
import type { Diagnostic } from "./lint.ts";

/** What every suppression begins with; a file without it pays nothing. */
export const MARK = "tomcat-cluster-";

/** Code of the finding about a suppression that silences nothing. */
export const UNUSED = "suppression-unused";

/**
 * A comment of the form `tomcat-cluster-disable-next-line rule-a, rule-b: reason`. XML allows no `--` in a comment, so
 * the reason stands behind a colon.
 */
const COMMENT =
  /^\s*tomcat-cluster-(disable-next-line|disable|enable)(?:\s+([a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*))?\s*(?::[\s\S]*)?$/;

interface Suppression {
  readonly comment: XmlComment;
  /** Undefined for all rules. */
  readonly rules: ReadonlySet<string> | undefined;
  /** Where findings begin that it silences. */
  readonly scope: Span;
}

/** The findings that no comment silences, and one for each comment that silences nothing. */
export function suppress(
  file: ConfigFile,
  diagnostics: readonly Diagnostic[],
  names: RuleNames,
): readonly Diagnostic[] {
  const { text } = file.document;
  if (!text.includes(MARK)) return diagnostics;
  const suppressions = suppressionsOf(file);
  const used = new Set<Suppression>();
  const left = diagnostics.filter(({ at, code }) => {
    const silencing = suppressions.filter(
      ({ rules, scope }) =>
        scope.start <= at.start &&
        at.start < scope.end &&
        (!rules || [...rules].some((name) => (names.get(name) ?? name) === code)),
    );
    for (const each of silencing) used.add(each);
    return silencing.length === 0;
  });
  return [...left, ...suppressions.filter((each) => !used.has(each)).map((each) => unused(each, text))];
}

function suppressionsOf({ document }: ConfigFile): readonly Suppression[] {
  const nodes = [...walkNodes(document)];
  const found: Suppression[] = [];
  const open: { comment: XmlComment; rules: ReadonlySet<string> | undefined }[] = [];
  const close = (index: number, end: number) => {
    const [range] = open.splice(index, 1);
    if (range) found.push({ ...range, scope: span(range.comment.span.end, end) });
  };
  nodes.forEach((node, place) => {
    if (node.kind !== "comment" || !node.closed) return;
    const [match, kind, names] = COMMENT.exec(document.text.slice(node.inner.start, node.inner.end)) ?? [];
    if (match === undefined) return;
    const rules = names === undefined ? undefined : new Set(names.split(/\s*,\s*/));
    if (kind === "disable") open.push({ comment: node, rules });
    else if (kind === "enable") {
      // An `enable` without names ends all ranges; one with names ends those that name the same.
      for (let index = open.length - 1; index >= 0; index--) {
        if (!rules || sameNames(rules, open[index]?.rules)) close(index, node.span.start);
      }
    } else {
      const next = nextElement(nodes, place);
      found.push({ comment: node, rules, scope: next ?? span(node.span.end, node.span.end) });
    }
  });
  while (open.length > 0) close(open.length - 1, document.text.length + 1);
  return found.sort((a, b) => a.comment.span.start - b.comment.span.start);
}

/** The start tag of the element that follows, however many lines it takes. */
function nextElement(nodes: readonly XmlNode[], place: number): Span | undefined {
  for (const node of nodes.slice(place + 1)) if (node.kind === "element") return node.startTag;
  return undefined;
}

function sameNames(one: ReadonlySet<string>, other: ReadonlySet<string> | undefined): boolean {
  return other !== undefined && one.size === other.size && [...one].every((name) => other.has(name));
}

function unused({ comment, rules }: Suppression, text: string): Diagnostic {
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
      edits: [{ span: nodeRemoval(text, comment), newText: "" }],
    },
  };
}
