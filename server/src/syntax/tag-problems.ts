import { josa } from "../base/josa.ts";
import { at, type Span, span } from "../base/span.ts";
import { attributeProblems } from "./attribute-problems.ts";
import { type DocumentEnd, isUnclosed, ofOneTag } from "./follow-ups.ts";
import { nameProblems } from "./name-problems.ts";
import type { ReportProblem, SyntaxProblem } from "./problem.ts";
import { looksBlank } from "./scan.ts";
import {
  hasLostName,
  hasSplitEnd,
  lostNameProblem,
  splitClosing,
  splitClosingProblem,
  splitTag,
  splitTagProblem,
} from "./split-marks.ts";
import type { XmlDocument, XmlElement } from "./tree.ts";

/** The mistakes of an element's own tags, without those that follow from another one of them. */
export function tagProblems(element: XmlElement, document: XmlDocument, end: DocumentEnd, report: ReportProblem): void {
  const found: SyntaxProblem[] = [];
  elementProblems(element, document, end, (problem) => found.push(problem));
  if (found.length > 0) for (const each of ofOneTag(element, found, document.text)) report(each);
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
  for (const junk of closing ? element.junk.slice(0, -1) : element.junk) {
    const isLost = junk === element.junk[0] && hasLostName(element, text);
    report(isLost ? lostNameProblem(opening, text.slice(opening.start, opening.end)) : junkProblem(junk, text));
  }
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
