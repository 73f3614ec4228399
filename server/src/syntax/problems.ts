import { josa } from "../base/josa.ts";
import type { Span } from "../base/span.ts";
import { at, span } from "../base/span.ts";
import { attributeProblems } from "./attribute-problems.ts";
import { invalidCharacters, referenceProblems } from "./character-problems.ts";
import { doctypeProblems } from "./doctype-problems.ts";
import { originOf } from "./earlier.ts";
import { type DocumentEnd, endOf, isUnclosed, ofOneTag } from "./follow-ups.ts";
import { instructionProblems } from "./instruction-problems.ts";
import { nameProblems } from "./name-problems.ts";
import { notClosed, type ReportProblem, type SyntaxProblem } from "./problem.ts";
import { isSpace, looksBlank } from "./scan.ts";
import {
  endTagName,
  hasSplitEnd,
  headlessRoot,
  splitClosing,
  splitClosingProblem,
  splitTag,
  splitTagProblem,
} from "./split-marks.ts";
import type { XmlComment, XmlDoctype, XmlDocument, XmlElement, XmlNode } from "./tree.ts";
import { walkNodes } from "./walk.ts";

/** Tomcat's parser stops at the first mistake; at most so many are reported. */
const MOST_PROBLEMS = 1000;

/** The first mistakes, one message each, in the order of their places; the last one tells where more follow. */
export function problemsOf(document: XmlDocument): readonly SyntaxProblem[] {
  const all: SyntaxProblem[] = [];
  // Each source is in the order of places: of all, the first ones are among the first ones of each.
  const first = (source: (report: ReportProblem, isEnough: () => boolean) => void): void => {
    const before = all.length;
    const isEnough = () => all.length - before > MOST_PROBLEMS;
    source((problem) => {
      if (!isEnough()) all.push(problem);
    }, isEnough);
  };
  const headless = headlessRoot(document);
  first((report) => topLevelProblems(document, headless, report));
  first((report, isEnough) => invalidCharacters(document.text, report, isEnough));
  first((report, isEnough) => allNodeProblems(document, headless, report, isEnough));
  const found = withoutSwallowed(all, document);
  // A missing root is not reported beside the mistake that hides it.
  if (!document.root && found.length > 1)
    found.splice(
      found.findIndex(({ code }) => code === "no-root"),
      1,
    );
  found.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  const next = found[MOST_PROBLEMS];
  return next === undefined ? found : [...found.slice(0, MOST_PROBLEMS), moreMistakes(next.at)];
}

/** An unclosed comment or CDATA section holds the rest of the text, and so the end tags that seem to be missing. */
function withoutSwallowed(found: SyntaxProblem[], document: XmlDocument): SyntaxProblem[] {
  if (!found.some(({ code }) => code === "comment-not-closed" || code === "cdata-not-closed")) return found;
  const taken = [...walkNodes(document)].some(
    (node) =>
      (node.kind === "comment" || node.kind === "cdata") && !node.closed && node.span.end >= document.text.length,
  );
  return found.filter(({ code }) => !taken || code !== "missing-end-tag");
}

function moreMistakes(at: Span): SyntaxProblem {
  return {
    code: "more-mistakes",
    at,
    text: {
      en: `From here on the mistakes of the XML are left out: ${MOST_PROBLEMS} are shown. Tomcat's parser stops at the first.`,
      ko: `여기부터 XML 오류를 생략했습니다. ${MOST_PROBLEMS}건만 표시하며, Tomcat은 첫 오류에서 멈춥니다.`,
    },
  };
}

/**
 * What an element was first read as, of elements without a mistake in them: taken over into the next state of their text,
 * they have none there either. Kept only of texts without a DOCTYPE, whose entities another place declares.
 */
const flawless = new WeakSet<XmlElement>();

/** An element that is gone through, and whether it is without a mistake so far. */
interface Frame {
  readonly element: XmlElement;
  next: number;
  isFlawless: boolean;
}

/** Reports the mistakes of all nodes, parents before children. A loop: documents may be nested deeper than the stack. */
function allNodeProblems(
  document: XmlDocument,
  headless: string | undefined,
  report: ReportProblem,
  isEnough: () => boolean,
): void {
  // Elements that nothing opens because their `<` is mistaken or missing: their end tags say nothing more.
  const unopened = new Set(headless === undefined ? [] : [headless]);
  const doctype = document.content.find(({ kind }) => kind === "doctype");
  const end = endOf(document);
  const frames: Frame[] = [];
  const enter = (node: XmlNode): void => {
    let found = false;
    const take: ReportProblem = (problem) => {
      found = true;
      report(problem);
    };
    if (node.kind === "doctype") doctypeProblems(node, node === doctype, document, take);
    else if (node.kind === "stray" && unopened.delete(strayName(node.span, document.text))) found = true;
    else if (node.kind !== "element") nodeProblems(node, document, take);
    else if (!doctype && flawless.has(originOf(node))) return;
    else {
      const split = splitTag(node, document.text);
      if (split && !split.isEnd) unopened.add(split.name);
      tagProblems(node, document, end, take);
      frames.push({ element: node, next: 0, isFlawless: !found && node.parts !== undefined });
      return;
    }
    const around = frames.at(-1);
    if (found && around) around.isFlawless = false;
  };
  for (const node of document.content) {
    enter(node);
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      if (isEnough()) return;
      const child = frame.element.content[frame.next++];
      if (child) {
        enter(child);
        continue;
      }
      frames.pop();
      const around = frames.at(-1);
      if (!frame.isFlawless && around) around.isFlawless = false;
      else if (frame.isFlawless && !doctype) flawless.add(originOf(frame.element));
    }
    if (isEnough()) return;
  }
}

function tagProblems(element: XmlElement, document: XmlDocument, end: DocumentEnd, report: ReportProblem): void {
  const found: SyntaxProblem[] = [];
  elementProblems(element, document, end, (problem) => found.push(problem));
  if (found.length > 0) for (const each of ofOneTag(element, found, document.text)) report(each);
}

function strayName(where: Span, text: string): string {
  return endTagName(text.slice(where.start, where.end)) ?? "";
}

function nodeProblems(
  node: Exclude<XmlNode, XmlElement | XmlDoctype>,
  document: XmlDocument,
  report: ReportProblem,
): void {
  const { text } = document;
  switch (node.kind) {
    case "text":
      referenceProblems(text, node.span, document, report);
      cdataEnd(text, node.span, report);
      return;
    case "comment":
      commentProblems(node, text, report);
      return;
    case "cdata":
      if (!node.closed)
        report(notClosed("cdata-not-closed", span(node.span.start, node.span.start + 9), "<![CDATA[", "]]>"));
      return;
    case "instruction":
      instructionProblems(node, text, report);
      return;
    case "stray":
      report(strayProblem(node.span, node.what, text));
  }
}

function elementProblems(element: XmlElement, document: XmlDocument, end: DocumentEnd, report: ReportProblem): void {
  const { name, startTag } = element;
  const { text } = document;
  const opening = span(startTag.start, element.nameSpan.end);
  const split = splitTag(element, text);
  if (split) {
    report(splitTagProblem(split));
    return;
  }
  if (name === "") {
    report({
      code: "bare-less-than",
      at: span(startTag.start, startTag.start + 1),
      text: {
        en: "`<` begins no element here. Write `&lt;` where the character itself is meant.",
        ko: "여기서 `<`는 요소를 시작하지 않습니다. 문자 자체를 쓰려면 `&lt;`로 적으십시오.",
      },
    });
    return;
  }
  if (!element.startTagClosed) {
    const isParents = element.parent?.name === name && isUnclosed(element.parent);
    const closing = element.endTag && !isParents ? ">" : "/>";
    report({
      code: "tag-not-closed",
      at: opening,
      text: {
        en: `\`<${name}\` has no \`>\`. Tomcat's parser stops here.`,
        ko: `\`<${name}\`에 닫는 \`>\`가 없습니다. Tomcat의 파서가 여기서 멈춥니다.`,
      },
      fix: {
        title: { en: `Add \`${closing}\``, ko: `\`${closing}\` 추가` },
        edits: [{ span: at(startTag.end), newText: closing }],
      },
    });
  } else if (isUnclosed(element) && document.cutAt === undefined && !isClosedSomehow(element, text)) {
    missingEndTag(element, opening, end, report);
  }
  if (element.endTag && !element.endTag.closed) {
    report({
      code: "end-tag-not-closed",
      at: element.endTag.span,
      text: { en: `\`</${name}\` has no \`>\`.`, ko: `\`</${name}\`에 닫는 \`>\`가 없습니다.` },
      fix: { title: { en: "Add `>`", ko: "`>` 추가" }, edits: [{ span: at(element.endTag.span.end), newText: ">" }] },
      automatic: "Nothing but its `>` can follow the name of an end tag.",
    });
  }
  nameProblems(name, element.nameSpan, text, report);
  const closing = splitClosing(element, text);
  if (closing) report(splitClosingProblem(closing, text));
  for (const junk of closing ? element.junk.slice(0, -1) : element.junk) report(junkProblem(junk, text));
  attributeProblems(element, document, report);
}

/** Of so many elements around one that is not closed the names are told. */
const MOST_AROUND = 4;

/** Of the elements that are open where the text ends the innermost tells of all, unless what is cut off there does. */
function missingEndTag(element: XmlElement, opening: Span, end: DocumentEnd, report: ReportProblem): void {
  const { name } = element;
  if (end.open.has(element) && (end.isCut || element !== end.innermost)) return;
  const around: string[] = [];
  if (element === end.innermost) {
    for (let each = element.parent; each && around.length < MOST_AROUND; each = each.parent) around.push(each.name);
  }
  report({
    code: "missing-end-tag",
    at: opening,
    text:
      around.length > 0
        ? {
            en: `\`<${name}>\` is never closed, and neither is what is around it: ${around.join(", ")}. The file ends too early.`,
            ko: `${josa(`\`<${name}>\``, "과")} 이를 둘러싼 ${around.join(", ")} 요소가 닫히지 않은 채 파일이 끝났습니다.`,
          }
        : {
            en: `\`<${name}>\` is never closed. Add \`</${name}>\`.`,
            ko: `\`<${name}>\`가 닫히지 않았습니다. \`</${name}>\`를 추가하십시오.`,
          },
  });
}

/**
 * An unclosed element whose end is written wrong, as another name's or with a blank, or was taken for that of a child
 * whose start tag breaks off: one mistake, reported there.
 */
function isClosedSomehow(element: XmlElement, text: string): boolean {
  return (
    element.content.some((node) => node.kind === "stray" && node.what === "end-tag") ||
    element.elements.some((each) => each.name === element.name && !each.startTagClosed && each.endTag) ||
    hasSplitEnd(element, text) ||
    splitClosing(element, text) !== undefined
  );
}

function junkProblem(junk: Span, text: string): SyntaxProblem {
  const written = text.slice(junk.start, junk.end);
  if (written.startsWith("<!--") || written.startsWith("--")) {
    return {
      code: "comment-inside-tag",
      at: junk,
      text: {
        en: "A comment cannot stand inside a tag. Move it before the element.",
        ko: "태그 안에는 주석을 쓸 수 없습니다. 요소 앞으로 옮기십시오.",
      },
    };
  }
  if ([...written].every((char) => looksBlank(char.charCodeAt(0)))) return notBlank(junk, written);
  return {
    code: "junk-in-tag",
    at: junk,
    text: {
      en: `\`${written}\` does not belong in a tag: only \`name="value"\` may stand here.`,
      ko: `${josa(`\`${written}\``, "은")} 태그 안에 올 수 없습니다. \`이름="값"\` 형식만 쓸 수 있습니다.`,
    },
  };
}

function notBlank(junk: Span, written: string): SyntaxProblem {
  const shown = `U+${written.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    code: "not-a-blank",
    at: junk,
    text: {
      en: `${shown} is no blank to XML, whatever it looks like: Tomcat's parser stops here. Write a blank.`,
      ko: `${shown} 문자는 공백처럼 보이지만 XML 공백이 아니어서 Tomcat의 파서가 여기서 멈춥니다. 일반 공백을 쓰십시오.`,
    },
    fix: { title: { en: "Change to a blank", ko: "일반 공백으로 변경" }, edits: [{ span: junk, newText: " " }] },
    automatic: "Between attributes nothing but a blank can be meant.",
  };
}

function commentProblems({ span: whole, inner, closed }: XmlComment, text: string, report: ReportProblem): void {
  const written = text.slice(inner.start, inner.end);
  if (!closed && whole.end - inner.start >= 4 && text.startsWith("--!>", whole.end - 4)) {
    const wrong = span(whole.end - 4, whole.end);
    report({
      code: "comment-closed-wrong",
      at: wrong,
      text: { en: "A comment ends with `-->`, not `--!>`.", ko: "주석은 `--!>`가 아니라 `-->`로 끝납니다." },
      fix: { title: { en: "Change to `-->`", ko: "`-->`로 변경" }, edits: [{ span: wrong, newText: "-->" }] },
    });
  } else if (!closed) {
    report(notClosed("comment-not-closed", span(whole.start, Math.min(whole.start + 4, whole.end)), "<!--", "-->"));
  }
  const hyphens = /--|-$/.exec(written);
  if (closed && hyphens) {
    const start = inner.start + hyphens.index;
    report({
      code: "double-hyphen-in-comment",
      at: span(start, start + hyphens[0].length),
      text: {
        en: "XML allows no `--` inside a comment. Write a single hyphen or `- -`.",
        ko: "XML 주석 안에는 `--`를 쓸 수 없습니다. 하이픈 하나 또는 `- -`로 쓰십시오.",
      },
    });
  }
}

function strayProblem(where: Span, what: "end-tag" | "markup", text: string): SyntaxProblem {
  const written = text.slice(where.start, Math.min(where.end, where.start + 40));
  return what === "end-tag"
    ? {
        code: "mismatched-end-tag",
        at: where,
        text: {
          en: `\`${written}\` closes nothing: no such element is open here.`,
          ko: `${josa(`\`${written}\``, "이")} 닫을 요소가 없습니다. 이 이름으로 열린 요소가 없습니다.`,
        },
      }
    : {
        code: "unknown-markup",
        at: where,
        text: { en: `\`${written}\` is no XML.`, ko: `${josa(`\`${written}\``, "은")} XML이 아닙니다.` },
      };
}

function cdataEnd(text: string, where: Span, report: ReportProblem): void {
  const start = text.slice(where.start, where.end).indexOf("]]>") + where.start;
  if (start < where.start) return;
  report({
    code: "cdata-end-in-text",
    at: span(start, start + 3),
    text: {
      en: "`]]>` may not stand in text. Write `]]&gt;`.",
      ko: "텍스트에 `]]>`를 쓸 수 없습니다. `]]&gt;`로 쓰십시오.",
    },
  });
}

/** XML's white space is less than that of JavaScript, which takes no-break spaces and byte order marks for it. */
const NOT_SPACE = /[^ \t\r\n]/;

/** The place behind the last character that is no white space. */
function endOfText(written: string): number {
  let end = written.length;
  while (end > 0 && isSpace(written.charCodeAt(end - 1))) end--;
  return end;
}

function topLevelProblems(document: XmlDocument, headless: string | undefined, report: ReportProblem): void {
  const { text, content } = document;
  for (const node of content) {
    const written = node.kind === "cdata" || node.kind === "text" ? text.slice(node.span.start, node.span.end) : "";
    const first = written.search(NOT_SPACE);
    if (first >= 0) {
      report({
        code: "text-outside-root",
        at: span(node.span.start + first, node.span.start + endOfText(written)),
        text:
          headless === undefined
            ? { en: "Text may not stand outside the root element.", ko: "루트 요소 밖에는 텍스트를 쓸 수 없습니다." }
            : {
                en: `Text may not stand outside the root element. Is it \`<${headless}\` that is meant?`,
                ko: `루트 요소 밖에는 텍스트를 쓸 수 없습니다. \`<${headless}\`의 \`<\`가 빠졌는지 확인하십시오.`,
              },
      });
    }
    if (node.kind === "element" && node !== document.root && node.name !== "" && headless === undefined) {
      report({
        code: "several-roots",
        at: span(node.span.start, node.nameSpan.end),
        text: {
          en: `A file has one root element; \`<${node.name}\` is a second one.`,
          ko: `파일의 루트 요소는 하나여야 합니다. \`${josa(`<${node.name}\``, "은")} 두 번째 루트입니다.`,
        },
      });
    }
  }
  if (!document.root) {
    report({
      code: "no-root",
      at: at(0),
      text: {
        en: "The file has no element: Tomcat's parser stops at its end.",
        ko: "파일에 요소가 없어 Tomcat의 파서가 파일 끝에서 멈춥니다.",
      },
    });
  }
}
