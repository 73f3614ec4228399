import { at, span } from "../base/span.ts";
import { referenceProblems } from "./character-problems.ts";
import { nameProblems } from "./name-problems.ts";
import type { ReportProblem, SyntaxProblem } from "./problem.ts";
import { isSpace } from "./scan.ts";
import type { XmlAttribute, XmlDocument, XmlElement, XmlValue } from "./tree.ts";

/** What Java's XML parser takes at most (jdk.xml.elementAttributeLimit; run with Java 17). */
export const MOST_ATTRIBUTES = 10_000;

function tooManyAttributes({ name, nameSpan }: XmlElement): SyntaxProblem {
  return {
    code: "too-many-attributes",
    at: nameSpan,
    text: {
      en: `\`<${name}\` has more than ${MOST_ATTRIBUTES} attributes. Tomcat's parser stops here.`,
      ko: `\`<${name}\`의 속성이 ${MOST_ATTRIBUTES}개를 넘습니다. Tomcat의 파서가 여기서 멈춥니다.`,
    },
  };
}

/** Mistakes in the attributes of one start tag. */
export function attributeProblems(element: XmlElement, document: XmlDocument, report: ReportProblem): void {
  if (element.attributes.length > MOST_ATTRIBUTES) {
    report(tooManyAttributes(element));
    return;
  }
  const isRepeated = repetitions(element.attributes);
  let previousEnd = element.nameSpan.end;
  for (const attribute of element.attributes) {
    valueProblems(attribute, document, report);
    nameProblems(attribute.name, attribute.nameSpan, document.text, report);
    if (!isSpace(document.text.charCodeAt(attribute.span.start - 1)) && attribute.span.start === previousEnd) {
      report({
        code: "missing-space",
        at: attribute.nameSpan,
        text: {
          en: `\`${attribute.name}\` needs a blank before it.`,
          ko: `\`${attribute.name}\` 앞에 공백이 필요합니다.`,
        },
        fix: {
          title: { en: "Insert a blank", ko: "공백 삽입" },
          edits: [{ span: at(attribute.span.start), newText: " " }],
        },
        automatic: "Both attributes stand there whole; only the blank between them is missing.",
      });
    }
    if (isRepeated(attribute)) {
      report({
        code: "duplicate-attribute",
        at: attribute.nameSpan,
        text: {
          en: `\`${attribute.name}\` is given twice. Tomcat's parser stops here: keep one.`,
          ko: `\`${attribute.name}\` 속성이 두 번 지정되었습니다. Tomcat의 파서가 여기서 멈추므로 하나만 남기십시오.`,
        },
      });
    }
    previousEnd = attribute.span.end;
  }
}

/** Up to this number of attributes, a loop costs less than a set. */
const FEW = 16;

/**
 * Returns a function that tells whether an earlier attribute of the tag has the same name; to be called in their order.
 */
function repetitions(attributes: readonly XmlAttribute[]): (attribute: XmlAttribute) => boolean {
  if (attributes.length <= FEW) return isNamedBefore;
  const seen = new Set<string>();
  return ({ name }) => seen.size === seen.add(name).size;
}

function isNamedBefore(attribute: XmlAttribute): boolean {
  return attribute.element.attributes.find(({ name }) => name === attribute.name) !== attribute;
}

function valueQuotedTwice(name: string, { span: whole }: XmlValue, text: string): SyntaxProblem {
  return {
    code: "value-quoted-twice",
    at: whole,
    text: {
      en: `The value of \`${name}\` stands in two pairs of quotes. Tomcat's parser stops here: keep one pair.`,
      ko: `\`${name}\`의 값을 따옴표로 두 번 감쌌습니다. Tomcat의 파서가 여기서 멈추므로 한 쌍만 남기십시오.`,
    },
    fix: {
      title: { en: "Keep one pair of quotes", ko: "따옴표 한 쌍만 남기기" },
      edits: [{ span: whole, newText: text.slice(whole.start + 1, whole.end - 1) }],
    },
  };
}

function valueProblems(attribute: XmlAttribute, document: XmlDocument, report: ReportProblem): void {
  const { name, value } = attribute;
  if (!value) {
    report({
      code: "missing-value",
      at: attribute.nameSpan,
      text: {
        en: `\`${name}\` has no value. Write \`${name}="…"\`.`,
        ko: `\`${name}\`에 값이 없습니다. \`${name}="…"\`로 쓰십시오.`,
      },
    });
    return;
  }
  if (!value.quote) {
    report({
      code: "value-not-quoted",
      at: value.span,
      text: { en: `The value of \`${name}\` needs quotes.`, ko: `\`${name}\`의 값에는 따옴표가 필요합니다.` },
      ...quoting(value, document.text),
    });
  } else if (!value.closed) {
    report({
      code: "value-not-closed",
      at: value.span,
      text: {
        en: `The value of \`${name}\` has no closing quote.`,
        ko: `\`${name}\`의 값에 닫는 따옴표가 없습니다.`,
      },
      fix: {
        title: { en: `Add \`${value.quote}\``, ko: `\`${value.quote}\` 추가` },
        edits: [{ span: at(value.span.end), newText: value.quote }],
      },
    });
  }
  // Of the two quotes before the value one is too many.
  if (value.quote && value.inner.start - value.span.start > 1) report(valueQuotedTwice(name, value, document.text));
  const less = value.raw.indexOf("<");
  if (less >= 0) {
    const start = value.inner.start + less;
    report({
      code: "less-than-in-value",
      at: span(start, start + 1),
      text: { en: "Write `&lt;` for `<` inside a value.", ko: "값 안에서는 `<` 대신 `&lt;`를 쓰십시오." },
      fix: {
        title: { en: "Change to `&lt;`", ko: "`&lt;`로 변경" },
        edits: [{ span: span(start, start + 1), newText: "&lt;" }],
      },
      ...(value.closed && !/[\r\n]/.test(value.raw)
        ? { automatic: "The value is closed on its line, so the character is part of it." }
        : {}),
    });
  }
  referenceProblems(document.text, value.inner, document, report);
}

/** Quotes of a word processor around a value. */
const TYPOGRAPHIC = /^[“”„‟‘’‚‛«»]([^“”„‟‘’‚‛«»]*)[“”„‟‘’‚‛«»]$/;

function quoting({ span: whole, inner: value, raw }: XmlValue, text: string): Pick<SyntaxProblem, "fix" | "automatic"> {
  if (value.end < whole.end) {
    const quote = text.charAt(value.end);
    return {
      fix: {
        title: { en: `Add \`${quote}\` before it`, ko: `앞에 \`${quote}\` 추가` },
        edits: [{ span: at(whole.start), newText: quote }],
      },
    };
  }
  const inner = TYPOGRAPHIC.exec(raw)?.[1];
  if (inner !== undefined) {
    return {
      fix: {
        title: { en: "Change to straight quotes", ko: "곧은따옴표로 변경" },
        edits: [{ span: whole, newText: `"${inner}"` }],
      },
    };
  }
  return {
    fix: {
      title: { en: "Add quotes", ko: "따옴표 추가" },
      edits: [
        { span: at(whole.start), newText: '"' },
        { span: at(whole.end), newText: '"' },
      ],
    },
    ...(/^[\w.:/,*${}-]+$/.test(raw)
      ? { automatic: "The value is one word without any mark that could be a quote." }
      : {}),
  };
}
