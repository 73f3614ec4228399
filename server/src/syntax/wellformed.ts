import { DOMParser, ParseError } from "@xmldom/xmldom";
import { Lines } from "../base/lines.ts";
import { at } from "../base/span.ts";
import { problemsOf, type SyntaxProblem } from "./problems.ts";
import type { XmlDocument } from "./tree.ts";

/**
 * All that keeps a text from being well-formed. Our own tolerant judge names the mistakes; where it finds none, a
 * strict parser has the last word, so that nothing Tomcat would stop at passes unseen.
 *
 * A document type with an internal subset is left to the first judge: the second would expand its entities.
 */
export function wellFormedness(document: XmlDocument): readonly SyntaxProblem[] {
  const problems = problemsOf(document);
  const hasSubset = document.content.some((node) => node.kind === "doctype" && node.internalSubset);
  if (problems.length > 0 || hasSubset || !document.root) return problems;
  const problem = strictProblem(document);
  return problem ? [problem] : [];
}

function strictProblem(document: XmlDocument): SyntaxProblem | undefined {
  try {
    new DOMParser({ onError: stopAt }).parseFromString(document.text.replace(/^\ufeff/, ""), "text/xml");
    return undefined;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const locator: { lineNumber?: number; columnNumber?: number } = error.locator ?? {};
    const position = { line: (locator.lineNumber ?? 1) - 1, character: (locator.columnNumber ?? 1) - 1 };
    return {
      code: "not-well-formed",
      at: at(new Lines(document.text).offsetAt(position)),
      text: {
        en: "This is not well-formed XML; Tomcat's parser stops here.",
        ko: "올바른 형식의 XML이 아닙니다. Tomcat의 파서가 여기서 멈춥니다.",
      },
    };
  }
}

function stopAt(level: string, message: string): void {
  if (level !== "warning") throw new ParseError(message);
}
