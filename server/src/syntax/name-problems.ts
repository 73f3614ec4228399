import { type Span, span } from "../base/span.ts";
import type { ReportProblem } from "./problem.ts";

/** What Java's XML parser takes at most (jdk.xml.maxXMLNameLimit; run with Java 17). */
const LONGEST_NAME = 1000;

const START =
  ":A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef" +
  "\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";
/** The Name production of XML 1.0, fifth edition: what it leaves out no edition takes. */
const NAME = new RegExp(`^[${START}][-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040${START}]*`, "u");

/** True for a text that XML takes for the name of an element or an attribute. */
export function isXmlName(name: string): boolean {
  return NAME.exec(name)?.[0].length === name.length;
}

/** A name that Java's parser refuses, for its length or for a character in it. */
export function nameProblems(name: string, where: Span, text: string, report: ReportProblem): void {
  if (name.length > LONGEST_NAME) {
    report({
      code: "name-too-long",
      at: where,
      text: {
        en: `A name has more than ${LONGEST_NAME} characters. Tomcat's parser stops here.`,
        ko: `이름이 ${LONGEST_NAME}자를 넘습니다. Tomcat의 파서가 여기서 멈춥니다.`,
      },
    });
    return;
  }
  // Nearly all names are plain letters.
  if (/^[A-Za-z][\w.:-]*$/.test(name) || isXmlName(name)) return;
  const index = NAME.exec(name)?.[0].length ?? 0;
  const code = name.codePointAt(index) as number;
  const shown = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const at = span(where.start + index, where.start + index + String.fromCodePoint(code).length);
  report({
    code: "invalid-name",
    at,
    text: {
      en: `\`${text.slice(at.start, at.end)}\` (${shown}) may not stand in a name: Tomcat's parser stops here.`,
      ko: `\`${text.slice(at.start, at.end)}\` 문자(${shown})는 이름에 쓸 수 없어 Tomcat의 파서가 여기서 멈춥니다.`,
    },
  });
}
