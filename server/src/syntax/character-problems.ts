import { josa } from "../base/josa.ts";
import { type Span, span } from "../base/span.ts";
import { entitiesOf } from "./entities.ts";
import { MOST_PROBLEMS, type ReportProblem, type SyntaxProblem } from "./problem.ts";
import type { XmlDocument } from "./tree.ts";

const PREDEFINED = new Set(["lt", "gt", "amp", "apos", "quot"]);

/** A reference whose `;` is missing. */
const UNENDED = /^&(?:#\d+|#x[0-9a-fA-F]+|(?:lt|gt|amp|apos|quot)(?![\w.-]))/;

/** In characters; a reference that means a character is shorter. */
const LONGEST_REFERENCE = 64;

function bareAmpersand(at: Span, unended: string | undefined): SyntaxProblem {
  if (unended === undefined) {
    return {
      code: "bare-ampersand",
      at,
      text: { en: "Write `&amp;` for `&`.", ko: "`&`는 `&amp;`로 쓰십시오." },
      fix: { title: { en: "Change to `&amp;`", ko: "`&amp;`로 변경" }, edits: [{ span: at, newText: "&amp;" }] },
      automatic: "What follows is no reference either, so the character itself is meant.",
    };
  }
  const end = at.start + unended.length;
  return {
    code: "bare-ampersand",
    at,
    text: {
      en: `\`${unended}\` lacks its \`;\`. Write \`&amp;\` where the character \`&\` itself is meant.`,
      ko: `\`${unended}\` 뒤에 \`;\`가 없습니다. \`&\` 문자 자체를 쓰려면 \`&amp;\`로 적으십시오.`,
    },
    fix: { title: { en: "Add `;`", ko: "`;` 추가" }, edits: [{ span: span(end, end), newText: ";" }] },
  };
}

/**
 * `&` that begins no reference, references to characters XML does not have, and entities that are not declared: of each
 * text as many as may be reported.
 */
export function referenceProblems(text: string, where: Span, document: XmlDocument, reportOne: ReportProblem): void {
  const written = text.slice(where.start, where.end);
  if (!written.includes("&")) return;
  let count = 0;
  const report: ReportProblem = (problem) => {
    count++;
    reportOne(problem);
  };
  for (const match of written.matchAll(/&(?:#x([0-9a-fA-F]+);|#(\d+);|([A-Za-z_:][\w:.-]*);)?/g)) {
    if (count > MOST_PROBLEMS) return;
    const start = where.start + match.index;
    const place = span(start, start + match[0].length);
    const [whole, hex, decimal, name] = match;
    if (whole === "&") {
      const behind = written.slice(match.index, match.index + LONGEST_REFERENCE);
      report(bareAmpersand(place, UNENDED.exec(behind)?.[0]));
    } else if (name === undefined) {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (isXmlCharacter(code)) continue;
      report({
        code: "invalid-character-reference",
        at: place,
        text: {
          en: `\`${whole}\` is no character XML allows.`,
          ko: `${josa(`\`${whole}\``, "은")} XML이 허용하지 않는 문자입니다.`,
        },
      });
    } else if (!PREDEFINED.has(name) && isUndeclared(name, document)) {
      report({
        code: "unknown-entity",
        at: place,
        text: {
          en: `\`${whole}\` is not declared. XML itself knows only lt, gt, amp, apos and quot.`,
          ko: `\`${whole}\` 엔티티가 선언되지 않았습니다. XML 기본 엔티티는 lt, gt, amp, apos, quot뿐입니다.`,
        },
      });
    } else if (document.hasDoctype && entitiesOf(document).isRecursive(name)) {
      report({
        code: "recursive-entity",
        at: place,
        text: {
          en: `\`${whole}\` comes to itself by what its declaration refers to: Tomcat's parser stops here.`,
          ko: `\`${whole}\` 엔티티의 선언이 자기 자신을 다시 참조하여 Tomcat의 파서가 여기서 멈춥니다.`,
        },
      });
    }
  }
}

/** Without a DOCTYPE nothing is declared; with one, only what is all in the file is known. */
function isUndeclared(name: string, document: XmlDocument): boolean {
  if (!document.hasDoctype) return true;
  const { complete, references } = entitiesOf(document);
  return complete && !references.has(name);
}

/** A character no XML text may hold, such as U+0000. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
export const INVALID = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/u;
const ALL_INVALID = new RegExp(INVALID, "gu");

/** Characters no XML text may hold. */
export function invalidCharacters(text: string, report: ReportProblem, isEnough: () => boolean): void {
  for (const match of text.matchAll(ALL_INVALID)) {
    const code = match[0].codePointAt(0) as number;
    const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
    report({
      code: "invalid-character",
      at: span(match.index, match.index + 1),
      text: {
        en: `${name} may not stand in XML. Remove it.`,
        ko: `${name} 문자는 XML에 쓸 수 없습니다. 제거하십시오.`,
      },
    });
    if (isEnough()) return;
  }
}

/** The Char production of XML 1.0. */
function isXmlCharacter(code: number): boolean {
  return (
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}
