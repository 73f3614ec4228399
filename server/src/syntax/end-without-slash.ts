import { at } from "../base/span.ts";
import { isUnclosed } from "./follow-ups.ts";
import type { SyntaxProblem } from "./problem.ts";
import type { XmlDocument, XmlElement } from "./tree.ts";
import { walkElements } from "./walk.ts";

/**
 * The mistakes with what is one of them told as one: a bare start tag behind or in an element of its name, where neither
 * has an end tag, is an end tag without its slash.
 */
export function withEndsMeant(found: SyntaxProblem[], document: XmlDocument): SyntaxProblem[] {
  if (!found.some(({ code }) => code === "missing-end-tag")) return found;
  const opened = new Set<number>();
  const ends = new Map<number, XmlElement>();
  for (const element of walkElements(document)) {
    let before: XmlElement = element;
    for (const child of element.elements) {
      if (isMeantAsEndOf(before, child)) {
        opened.add(before.startTag.start);
        ends.set(child.startTag.start, child);
      }
      before = child;
    }
  }
  return found.flatMap((problem) => {
    if (problem.code !== "missing-end-tag") return [problem];
    const end = ends.get(problem.at.start);
    if (end) return [endWithoutSlash(end, problem)];
    return opened.has(problem.at.start) ? [] : [problem];
  });
}

function isMeantAsEndOf(open: XmlElement, element: XmlElement): boolean {
  return open.name === element.name && element.attributes.length === 0 && isUnclosed(open) && isUnclosed(element);
}

function endWithoutSlash({ name, nameSpan }: XmlElement, { code, at: where }: SyntaxProblem): SyntaxProblem {
  return {
    code,
    at: where,
    text: {
      en: `\`<${name}>\` opens a second one where the first is not closed. Is \`</${name}>\` meant?`,
      ko: `앞의 <${name}> 요소가 닫히지 않은 채 \`<${name}>\` 태그가 또 열렸습니다. \`</${name}>\`를 쓰려던 것인지 확인하십시오.`,
    },
    fix: {
      title: { en: `Change to \`</${name}>\``, ko: `\`</${name}>\`로 변경` },
      edits: [{ span: at(nameSpan.start), newText: "/" }],
    },
  };
}
