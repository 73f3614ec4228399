import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import { at, span } from "../base/span.ts";
import { invalidCharacters, referenceProblems } from "./character-problems.ts";
import { doctypeProblems } from "./doctype-problems.ts";
import { originOf } from "./earlier.ts";
import { withEndsMeant } from "./end-without-slash.ts";
import { endOf } from "./follow-ups.ts";
import { instructionProblems } from "./instruction-problems.ts";
import { MOST_PROBLEMS, notClosed, type ReportProblem, type SyntaxProblem } from "./problem.ts";
import { isSpace } from "./scan.ts";
import { headlessRoot, splitTag, UnopenedElements } from "./split-marks.ts";
import { tagProblems } from "./tag-problems.ts";
import type { XmlComment, XmlDoctype, XmlDocument, XmlElement, XmlNode } from "./tree.ts";
import { walkNodes } from "./walk.ts";

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
  if (document.signs.invalid) first((report, isEnough) => invalidCharacters(document.text, report, isEnough));
  first((report, isEnough) => allNodeProblems(document, headless, report, isEnough));
  const found = withEndsMeant(withoutSwallowed(all, document), document);
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
  const { text } = document;
  const unopened = new UnopenedElements(headless);
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
    else if (node.kind === "stray" && unopened.closedBy(node, frames.at(-1)?.element, text)) found = true;
    else if (node.kind !== "element") nodeProblems(node, document, take);
    else if (!doctype && flawless.has(originOf(node))) return;
    else {
      const split = splitTag(node, text);
      if (split) unopened.add(split);
      tagProblems(node, document, end, take);
      frames.push({ element: node, next: 0, isFlawless: !found && node.parts !== undefined });
      return;
    }
    const around = frames.at(-1);
    if (found && around) around.isFlawless = false;
  };
  const second = headless === undefined ? secondRoot(document) : undefined;
  const behindRoot = second?.span.start ?? Number.POSITIVE_INFINITY;
  for (const node of document.content) {
    // Where the root was closed too early, the end tags of what is around the rest come behind.
    if (node.span.start < behindRoot || node.kind !== "stray" || node.what !== "end-tag") enter(node);
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

/** Most often the end of the comment before was lost: then what stands between the two is a comment without being meant. */
const NESTED_COMMENT: Localized = {
  en: "A comment begins here inside another one, which XML does not allow. End the first with `-->` before it.",
  ko: "주석 안에서 다시 주석이 시작되며 XML은 이를 허용하지 않습니다. 앞의 주석을 이 앞에서 `-->`로 끝내십시오.",
};

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
    const opening = start - "<!".length;
    const nested = opening >= inner.start && text.startsWith("<!--", opening);
    report({
      code: "double-hyphen-in-comment",
      at: nested ? span(opening, opening + "<!--".length) : span(start, start + hyphens[0].length),
      text: nested
        ? NESTED_COMMENT
        : {
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

/** The first element behind the root. */
function secondRoot({ root, content }: XmlDocument): XmlElement | undefined {
  return content.find((node): node is XmlElement => node.kind === "element" && node !== root && node.name !== "");
}

function topLevelProblems(document: XmlDocument, headless: string | undefined, report: ReportProblem): void {
  const { text, content } = document;
  const second = headless === undefined ? secondRoot(document) : undefined;
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
    if (node === second) {
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
  if (!document.root && document.cutAt === undefined) {
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
