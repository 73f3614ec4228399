import { INVALID } from "./character-problems.ts";
import type { SyntaxProblem } from "./problem.ts";
import type { XmlDocument, XmlElement } from "./tree.ts";

/** How a document ends, which tells what only follows from that. */
export interface DocumentEnd {
  /** The elements that are open there, the outermost first. */
  readonly open: ReadonlySet<XmlElement>;
  /** The last of them. */
  readonly innermost: XmlElement | undefined;
  /** True where a tag, a comment or another section is cut off there: what is open around it may have been closed behind. */
  readonly isCut: boolean;
}

/** True for an element that is written as one with content, and has no end tag. */
export function isUnclosed({ startTagClosed, selfClosing, endTag }: XmlElement): boolean {
  return startTagClosed && !selfClosing && !endTag;
}

/** What is open where the text of a document ends. */
export function endOf({ root, content }: XmlDocument): DocumentEnd {
  const open = new Set<XmlElement>();
  let innermost: XmlElement | undefined;
  for (let each = root; each && isUnclosed(each); each = each.elements.at(-1)) {
    open.add(each);
    innermost = each;
  }
  const last = (innermost?.content ?? content).at(-1);
  const isCut =
    last !== undefined &&
    (last.kind === "element"
      ? !last.startTagClosed
      : (last.kind === "comment" || last.kind === "cdata" || last.kind === "instruction") && !last.closed);
  return { open, innermost, isCut };
}

/** Mistakes behind which a tag is read otherwise than it was meant. */
const MISLEADING: ReadonlySet<string> = new Set([
  "tag-not-closed",
  "missing-value",
  "junk-in-tag",
  "value-not-closed",
  "invalid-name",
  "comment-inside-tag",
]);

/** What may only follow from such a one. */
const OF_FORM: ReadonlySet<string> = new Set([
  "tag-not-closed",
  "missing-value",
  "junk-in-tag",
  "missing-space",
  "value-not-quoted",
  "value-not-closed",
  "invalid-name",
  "comment-inside-tag",
  "not-a-blank",
]);

/**
 * The mistakes of one tag as they are told together: those of its form that only follow from one before are left out.
 * Beside one that only its author can mend the others may be read otherwise than they were meant, and where something
 * stands in the tag that fits nowhere, they surely are.
 */
export function ofOneTag(element: XmlElement, found: readonly SyntaxProblem[], text: string): readonly SyntaxProblem[] {
  const problems = found.some(({ code }) => MISLEADING.has(code)) ? withoutFollowUps(element, found, text) : found;
  if (found.every(({ automatic }) => automatic !== undefined)) return problems;
  const unreadable = found.some(({ code, fix }) => code === "junk-in-tag" && !fix);
  return problems.map(({ automatic: _, fix, ...problem }) => (fix && !unreadable ? { ...problem, fix } : problem));
}

function withoutFollowUps(
  element: XmlElement,
  found: readonly SyntaxProblem[],
  text: string,
): readonly SyntaxProblem[] {
  // A character that XML does not have is told of by itself.
  if (INVALID.test(text.slice(element.startTag.start, element.startTag.end)))
    return found.filter((each) => !isOfForm(each));
  // A tag that breaks off breaks off in its last value, or in what was to become its last attribute.
  const whole =
    found.find(({ code }) => code === "value-not-closed") ?? found.find(({ code }) => code === "tag-not-closed");
  if (whole && found.some(({ code }) => code === "tag-not-closed"))
    return found.filter((each) => each === whole || !isOfForm(each));
  const isSound = soundBetween(element);
  const kept: SyntaxProblem[] = [];
  let last: SyntaxProblem | undefined;
  for (const each of [...found].sort((a, b) => a.at.start - b.at.start)) {
    if (isOfForm(each)) {
      if (last && !isSound(last.at.start, each.at.start)) continue;
      last = each;
    }
    kept.push(each);
  }
  return kept;
}

function isOfForm({ code }: SyntaxProblem): boolean {
  return OF_FORM.has(code);
}

/**
 * Tells whether an attribute between two places is written as it should be: what comes behind it stands for itself. To be
 * asked from the start of the tag to its end.
 */
function soundBetween({ attributes }: XmlElement): (from: number, to: number) => boolean {
  const sound = attributes.filter(({ value }) => value?.quote !== undefined && value.closed);
  let next = 0;
  return (from, to) => {
    while ((sound[next]?.span.start ?? from) < from) next++;
    const found = sound[next];
    return found !== undefined && found.span.end <= to;
  };
}
