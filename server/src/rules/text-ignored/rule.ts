import { josa } from "../../base/josa.ts";
import { at as placeAt, span } from "../../base/span.ts";
import type { Component, TextBetween } from "../../config/component.ts";
import { HEADLESS_TAG } from "../../config/lost-tags.ts";
import { ELEMENTS_WITH_TEXT } from "../../config/text-elements.ts";
import type { ElementRule, Finding } from "../rule.ts";

/** `### CONNECTORS ###`, `@CONNECTORS@`: a script puts something else there. */
const MARKER = /^([#@%]{1,3}) ?[\w.-]+(?: [\w.-]+)* ?\1$/;

/**
 * Tomcat drops text between elements without a log line, apart from the few elements whose value is text. It is mostly
 * a tag that lost its `<`, or the rest of a comment.
 *
 * Source: Digester.characters and endElement (only a rule with a body takes a text), HostRuleSet and ContextRuleSet
 * (CallMethodRule with no parameters), 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "text-ignored",
  group: "structure",
  severity: "warning",
  summary: {
    en: "Text between elements is ignored, as is a tag that lost its <.",
    ko: "요소 사이의 텍스트는 무시됩니다. <가 빠진 태그도 마찬가지입니다.",
  },
  elements: "*",

  check(component, report) {
    // Below a third party's class there may be rules that take a text.
    if (ELEMENTS_WITH_TEXT.has(component.name) || (component.className !== undefined && !component.type)) return;
    // Entities may bring in elements of another file, and another tool may fill in placeholders.
    const first = component.texts.find(
      ({ written }) => !written.includes("&") && !written.includes("${") && !MARKER.test(written),
    );
    if (first) report(finding(first, component));
  },
};

function finding({ at, written }: TextBetween, { name, facts }: Component): Finding {
  const [tag, meant = ""] = HEADLESS_TAG.exec(written) ?? [];
  if (tag !== undefined && facts?.children.has(meant)) {
    return {
      at: span(at.start, at.start + tag.length),
      text: {
        en: `\`${tag}\` has no \`<\`, so Tomcat takes it for text and ignores it: there is no ${meant}. Write \`<${tag}\`.`,
        ko: `\`${tag}\` 앞에 \`<\`가 없어 Tomcat이 텍스트로 보고 무시합니다. ${josa(meant, "은")} 없는 것이 됩니다. ${josa(`\`<${tag}\``, "으로")} 쓰십시오.`,
      },
      fix: {
        title: { en: "Insert `<`", ko: "`<` 삽입" },
        edits: [{ span: placeAt(at.start), newText: "<" }],
        asked: true,
      },
    };
  }
  return {
    at,
    severity: "information",
    text: {
      en: `Tomcat ignores text in <${name}>. Make it a comment, or remove it.`,
      ko: `Tomcat은 <${name}> 안의 텍스트를 무시합니다. 주석으로 바꾸거나 제거하십시오.`,
    },
  };
}
