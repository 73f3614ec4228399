import { josa } from "../base/josa.ts";
import { type Span, span } from "../base/span.ts";
import { encodingLike, isUnknownEncoding } from "./encodings.ts";
import type { ReportProblem, SyntaxProblem } from "./problem.ts";
import type { XmlInstruction } from "./tree.ts";

const quoted = (value: string) => `(?:"${value}"|'${value}')`;

/** The XML declaration, as Tomcat's parser takes it: version, encoding, standalone, in this order. */
const DECLARATION = new RegExp(
  `^<\\?xml\\s+version\\s*=\\s*${quoted("1\\.[01]")}` +
    `(?:\\s+encoding\\s*=\\s*${quoted("[A-Za-z][\\w.-]*")})?` +
    `(?:\\s+standalone\\s*=\\s*${quoted("(?:yes|no)")})?\\s*\\?>$`,
);

/** What is wrong with `<?target …?>`, the XML declaration included. */
export function instructionProblems(instruction: XmlInstruction, text: string, report: ReportProblem): void {
  const { span: whole, target, closed } = instruction;
  const opening = span(whole.start, whole.start + 2 + target.length);
  const written = text.slice(whole.start, whole.end);
  const first = whole.start === 0 || (whole.start === 1 && text.startsWith("\ufeff"));
  if (!closed) {
    report({
      code: "instruction-not-closed",
      at: opening,
      text: {
        en: `\`<?${target}\` is never closed by \`?>\`.`,
        ko: `${josa(`\`<?${target}\``, "이")} \`?>\`로 닫히지 않았습니다.`,
      },
    });
  } else if (target === "" || !/^(?:\s|\?>)/.test(text.slice(opening.end, opening.end + 2))) {
    wrongName(opening, target, report);
  } else if (target.toLowerCase() === "xml" && !(first && target === "xml")) {
    report({
      code: "late-xml-declaration",
      at: opening,
      text: {
        en: "`<?xml … ?>` must be the very first thing in the file, in lower case.",
        ko: "`<?xml … ?>`은 파일의 맨 처음에 소문자로 있어야 합니다.",
      },
    });
  } else if (target === "xml" && !DECLARATION.test(written)) {
    report(wrongDeclaration(whole, written));
  } else if (target === "xml") {
    unknownEncoding(whole.start, written, report);
  }
}

function unknownEncoding(start: number, written: string, report: ReportProblem): void {
  const found = /(\sencoding\s*=\s*["'])([^"']+)/.exec(written);
  const [, before = "", name = ""] = found ?? [];
  if (!found || !isUnknownEncoding(name)) return;
  const from = start + found.index + before.length;
  const where = span(from, from + name.length);
  const meant = encodingLike(name);
  report({
    code: "unknown-encoding",
    at: where,
    text: {
      en: `Java knows no encoding \`${name}\`: Tomcat's parser stops here. Write the one the file is in, as a rule UTF-8.`,
      ko: `Java에는 \`${name}\` 인코딩이 없어 Tomcat의 파서가 여기서 멈춥니다. 파일의 실제 인코딩(보통 UTF-8)을 쓰십시오.`,
    },
    ...(meant === undefined
      ? {}
      : {
          fix: {
            title: { en: `Change to ${meant}`, ko: `${josa(meant, "으로")} 변경` },
            edits: [{ span: where, newText: meant }],
          },
        }),
  });
}

function wrongName(opening: Span, target: string, report: ReportProblem): void {
  report({
    code: "instruction-without-name",
    at: opening,
    text: {
      en: `\`<?${target}\` needs a name and a blank behind it.`,
      ko: `\`<?${target}\` 뒤에는 이름과 공백이 와야 합니다.`,
    },
  });
}

function wrongDeclaration(at: Span, written: string): SyntaxProblem {
  const encoding = /encoding\s*=\s*["']([A-Za-z][\w.-]*)/.exec(written)?.[1] ?? "UTF-8";
  const right = `<?xml version="1.0" encoding="${encoding}"?>`;
  return {
    code: "wrong-xml-declaration",
    at,
    text: {
      en: `Tomcat's parser stops at this declaration. Write \`${right}\`.`,
      ko: `Tomcat의 파서가 이 선언에서 멈춥니다. ${josa(`\`${right}\``, "으로")} 쓰십시오.`,
    },
    fix: {
      title: { en: `Change to ${right}`, ko: `${josa(right, "으로")} 변경` },
      edits: [{ span: at, newText: right }],
    },
  };
}
