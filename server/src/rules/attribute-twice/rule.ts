import { josa } from "../../base/josa.ts";
import { lowerFirst } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import type { AttributeFacts } from "../../schema/model.ts";
import type { XmlAttribute } from "../../syntax/tree.ts";
import type { ElementRule, Finding } from "../rule.ts";

/**
 * `port` and `Port` call the same setter, one after the other: the value written last is the one that counts.
 *
 * Source: IntrospectionUtils.setProperty (`"set" + capitalize(name)`), SetPropertiesRule.begin, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "attribute-twice",
  group: "structure",
  severity: "warning",
  summary: {
    en: "An attribute twice, once with a capital first letter, sets one value twice.",
    ko: "첫 글자의 대소문자만 다른 속성을 두 번 쓰면 같은 값을 두 번 설정합니다.",
  },
  elements: "*",

  check(component, report, file) {
    const { attributes } = component.element;
    // Few names begin with a capital letter, and none of those is written twice as a rule.
    if (!attributes.some(({ name }) => /^[A-Z]/.test(name))) return;
    const first = new Map<string, XmlAttribute>();
    for (const attribute of attributes) {
      const setter = lowerFirst(attribute.name);
      const other = first.get(setter);
      if (!other) first.set(setter, attribute);
      else if (other.name !== attribute.name && setter !== "className") {
        const facts = component.attributeFacts(other.name) ?? component.attributeFacts(attribute.name);
        const byLetter = component.name === "Connector" && BY_LETTER.get(setter);
        if (facts) report(byLetter ? only(byLetter, other, attribute) : twice(facts, other, attribute, file));
      }
    }
  },
};

/**
 * What of a Connector is read by the letter, in place of its setter or before it: the form that counts in any order.
 *
 * Source: ConnectorCreateRule.begin, and what Catalina leaves to the rule that calls setters, 7.0 to 11.0; run on 9.0.95.
 */
const BY_LETTER: ReadonlyMap<string, "small" | "capital"> = new Map([
  ["protocol", "small"],
  ["executor", "small"],
  ["sslImplementationName", "capital"],
]);

function only(form: "small" | "capital", ...both: readonly [XmlAttribute, XmlAttribute]): Finding {
  const [one, other] = both;
  const [capital, small] = /^[A-Z]/.test(one.name) ? [one, other] : [other, one];
  const counts = form === "small" ? small.name : capital.name;
  return {
    at: capital.nameSpan,
    text: {
      en: `Tomcat reads ${small.name} by the letter: of the two, ${counts} counts in any order. Keep one, ${small.name}.`,
      ko: `Tomcat은 ${josa(small.name, "을")} 글자 그대로 읽으므로 순서와 관계없이 둘 가운데 ${counts} 값이 적용됩니다. ${small.name} 하나만 남기십시오.`,
    },
  };
}

function twice(facts: AttributeFacts, first: XmlAttribute, last: XmlAttribute, file: ConfigFile): Finding {
  const [usual, odd] = last.name === facts.name ? [last, first] : [first, last];
  return {
    at: odd.nameSpan,
    text: {
      en: `${odd.name} is ${usual.name} to Tomcat, which stands here too: the one behind, ${last.name}, counts. Keep one.`,
      ko: `Tomcat에게 ${josa(odd.name, "은")} 여기에 함께 쓰인 ${josa(usual.name, "과")} 같은 속성이며 뒤에 쓴 ${last.name} 값이 적용됩니다. 하나만 남기십시오.`,
    },
    related: [{ file, at: usual.nameSpan, text: { en: "The same attribute.", ko: "같은 속성입니다." } }],
  };
}
