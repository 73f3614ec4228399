import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { TagSearch } from "../../config/tag-search.ts";
import { LINES } from "../../schema/lines.ts";
import type { XmlAttribute } from "../../syntax/tree.ts";
import { MOST_RELATED } from "../nodes.ts";
import type { FileRule } from "../rule.ts";
import { isAncient, linesThatHave, unknownAttributes } from "../unknown-attributes.ts";

const withUnknown = new TagSearch((component, file) => unknownAttributes(component, file).length > 0);

/**
 * Attributes that only other Tomcat lines have, while the line is assumed, and attributes that no line has had since
 * Tomcat 6: Tomcat ignores them. Reported once for a file.
 *
 * Source: the setters of each line's classes; SetPropertiesRule.begin.
 */
export const rule: FileRule = {
  id: "attribute-of-other-line",
  group: "structure",
  severity: "hint",
  summary: {
    en: "Attributes of other Tomcat lines are ignored.",
    ko: "다른 Tomcat 버전의 속성은 무시됩니다.",
  },
  files: ["server", "context", "cluster", "container"],

  check(file, report) {
    const { version } = file;
    const ancient: XmlAttribute[] = [];
    const others: XmlAttribute[] = [];
    const lines = new Set<string>();
    for (const component of withUnknown.in(file)) {
      for (const attribute of unknownAttributes(component, file)) {
        if (isAncient(attribute, component)) ancient.push(attribute);
        // A release that no line covers may have what any of its neighbours has.
        const having = version.standsFor === undefined ? linesThatHave(attribute, component, version) : [];
        if (having.length > 0) others.push(attribute);
        for (const line of having) lines.add(line);
      }
    }
    const related = (attributes: readonly XmlAttribute[]) =>
      attributes.slice(1, 1 + MOST_RELATED).map(({ nameSpan }) => ({
        file,
        at: nameSpan,
        text: { en: "Here as well.", ko: "여기에도 있습니다." },
      }));
    const say = (attributes: readonly XmlAttribute[], text: Localized): void => {
      const [first] = attributes;
      if (first) report({ at: first.nameSpan, text, related: related(attributes), tags: ["unnecessary"] });
    };
    const old = namesOf(ancient);
    say(ancient, {
      en: `Of a Tomcat before ${LINES[0]}: ${old}. Every release since ignores it.`,
      ko: `${josa(old, "은")} Tomcat ${LINES[0]} 이전의 속성으로 이후의 모든 버전에서 무시됩니다.`,
    });
    const named = namesOf(others);
    say(others, {
      en: `Of Tomcat ${[...lines].join(", ")} only: ${named}. ${version.line} is assumed: choose your version.`,
      ko: `${josa(named, "은")} Tomcat ${[...lines].join(", ")}에만 있습니다. ${josa(version.line, "으로")} 추정했으니 버전을 선택하십시오.`,
    });
  },
};

/** The names of attributes, each once, and no more than help. */
function namesOf(attributes: readonly XmlAttribute[]): string {
  const names = [...new Set(attributes.map(({ name }) => name))];
  return (names.length > MOST_RELATED ? [...names.slice(0, MOST_RELATED), "…"] : names).join(", ");
}
