import { type Span, span } from "../base/span.ts";
import type { SyntaxProblem } from "./problem.ts";
import type { XmlDocument, XmlElement, XmlStray } from "./tree.ts";

/** A tag that a blank behind its `<` keeps from being one: `< Host`, `< /Host>`. */
interface SplitTag {
  readonly name: string;
  readonly isEnd: boolean;
  /** True where the name is that of an attribute: `< className="…">`. */
  readonly isAttribute: boolean;
  /** True for `< Host …/>`. */
  readonly closesItself: boolean;
  /** From `<` to the name. */
  readonly at: Span;
}

const SPLIT = /<[ \t\r\n]+(\/?)([A-Za-z_][\w.:-]*)([ \t\r\n]*=)?/y;
const REST = /[^<>]*/y;
const NAME_AT_START = /^[ \t\r\n]*([A-Za-z_][\w.-]*)[ \t\r\n]+[\w.-]+="/;

/** The tag that a `<` without a name was to begin; undefined where it begins none. */
export function splitTag({ name, startTag }: XmlElement, text: string): SplitTag | undefined {
  if (name !== "") return undefined;
  SPLIT.lastIndex = startTag.start;
  const [, slash, meant, equals] = SPLIT.exec(text) ?? [];
  if (meant === undefined) return undefined;
  REST.lastIndex = SPLIT.lastIndex;
  REST.exec(text);
  const end = REST.lastIndex;
  return {
    name: meant,
    isEnd: slash === "/",
    isAttribute: equals !== undefined,
    closesItself: text.startsWith("/>", end - 1),
    at: span(startTag.start, text.indexOf(meant, startTag.start)),
  };
}

/** True where the end tag of an element stands in it as `< /Name>`. */
export function hasSplitEnd(element: XmlElement, text: string): boolean {
  return element.elements.some((each) => {
    const split = splitTag(each, text);
    return split?.isEnd === true && split.name === element.name;
  });
}

/** True for `<className="…">`: what is read as the element's name is its first attribute. */
export function hasLostName({ junk, nameSpan }: XmlElement, text: string): boolean {
  return junk[0]?.start === nameSpan.end && text.startsWith("=", nameSpan.end);
}

export function lostNameProblem(at: Span, written: string): SyntaxProblem {
  return {
    code: "junk-in-tag",
    at,
    text: {
      en: `\`${written}=\` lacks the name of the element: write it before the first attribute.`,
      ko: `\`${written}=\`에 요소 이름이 없습니다. 첫 속성 앞에 요소 이름을 쓰십시오.`,
    },
  };
}

export function splitTagProblem({ name, isEnd, isAttribute, at }: SplitTag): SyntaxProblem {
  if (isAttribute) return lostNameProblem(span(at.start, at.end + name.length), `< ${name}`);
  const mark = isEnd ? "</" : "<";
  const tag = `${mark}${name}${isEnd ? ">" : ""}`;
  return {
    code: "bare-less-than",
    at,
    text: {
      en: `No blank may stand behind \`<\`: write \`${tag}\`.`,
      ko: `\`<\` 뒤에는 공백을 쓸 수 없습니다. \`${tag}\`처럼 쓰십시오.`,
    },
    fix: { title: { en: "Remove the blank", ko: "공백 제거" }, edits: [{ span: at, newText: mark }] },
  };
}

/** Where an element was to close itself, and `/ >` or `\>` stands; undefined where nothing of it follows. */
export function splitClosing({ junk, startTag, endTag }: XmlElement, text: string): Span | undefined {
  const last = junk.at(-1);
  if (!last || endTag || !/^[/\\]$/.test(text.slice(last.start, last.end))) return undefined;
  return text.slice(last.end, startTag.end).trim() === ">" ? span(last.start, startTag.end) : undefined;
}

export function splitClosingProblem(at: Span, text: string): SyntaxProblem {
  const written = text.slice(at.start, at.end);
  return {
    code: "junk-in-tag",
    at,
    text: {
      en: `\`${written}\` closes no element: write \`/>\`.`,
      ko: `\`${written}\` 표기로는 요소가 닫히지 않습니다. \`/>\`로 쓰십시오.`,
    },
    fix: { title: { en: "Change to `/>`", ko: "`/>`로 변경" }, edits: [{ span: at, newText: "/>" }] },
  };
}

/** The root's name where its `<` is missing: text before the first element, which looks like the rest of a start tag. */
export function headlessRoot({ text, content, root }: XmlDocument): string | undefined {
  for (const node of content) {
    if (node === root) return undefined;
    const name = node.kind === "text" ? NAME_AT_START.exec(text.slice(node.span.start, node.span.end))?.[1] : undefined;
    if (name !== undefined && content.some((each) => closes(each, name, text))) return name;
  }
  return undefined;
}

function closes({ kind, span: { start, end } }: XmlDocument["content"][number], name: string, text: string): boolean {
  return kind === "stray" && endTagName(text.slice(start, end)) === name;
}

/** The name in `</Host>`; undefined for anything else. */
function endTagName(written: string): string | undefined {
  return /^<\/([^\s>]+)/.exec(written)?.[1];
}

/** Elements that nothing opens because their `<` is mistaken or missing: their end tags say nothing more. */
export class UnopenedElements {
  readonly #names: Set<string>;
  /** How many of them have no name. */
  #nameless = 0;

  /** @param headless the name of a root without its `<` */
  constructor(headless: string | undefined) {
    this.#names = new Set(headless === undefined ? [] : [headless]);
  }

  add({ name, isEnd, isAttribute, closesItself }: SplitTag): void {
    if (!isAttribute) {
      if (!isEnd) this.#names.add(name);
    } else if (!closesItself) this.#nameless++;
  }

  /** True for an end tag of one of them, which counts no more, and of an element around it whose name is lost. */
  closedBy({ span: { start, end }, what }: XmlStray, around: XmlElement | undefined, text: string): boolean {
    if (this.#names.delete(endTagName(text.slice(start, end)) ?? "")) return true;
    if (what !== "end-tag") return false;
    if (around && hasLostName(around, text)) return true;
    if (this.#nameless === 0) return false;
    this.#nameless--;
    return true;
  }
}
