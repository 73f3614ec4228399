import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { ENCRYPT } from "../../config/classes.ts";
import { classHistory, linesWith } from "../../schema/catalog.ts";
import { LINES, type Line, lineFacts } from "../../schema/lines.ts";
import { CHANNEL_TLS } from "../../schema/reported.ts";
import type { ElementRule } from "../rule.ts";

/** What Tomcat's own source marks as deprecated works today and may leave with a later line. */
export const rule: ElementRule = {
  id: "deprecated",
  group: "structure",
  severity: "hint",
  summary: {
    en: "Tomcat marks this class or attribute as deprecated.",
    ko: "Tomcat이 사용 중단을 예고한 클래스 또는 속성입니다.",
  },
  elements: "*",

  check(component, report, { version, catalog }) {
    // The facts contain deprecation for the newest release, without its first one.
    if (version.release && version.release.compare(catalog.release) < 0) return;
    if (component.className === ENCRYPT && CHANNEL_TLS.isIn(version)) {
      report({
        at: component.spanOf("className"),
        text: {
          en: `EncryptInterceptor is reported as deprecated in Tomcat ${version.release ?? version.line}: its Channel encrypts by itself, with secure and pskKey.`,
          ko: `Tomcat ${version.release ?? version.line}에서 EncryptInterceptor는 사용 중단 예정으로 알려져 있습니다. Channel이 secure와 pskKey로 직접 암호화합니다.`,
        },
        tags: ["deprecated"],
      });
    }
    if (component.type?.deprecated && component.has("className")) {
      report({
        at: component.spanOf("className"),
        text: textOf(component.type.simpleName, version.line, [...(classHistory(component.type.name)?.keys() ?? [])]),
        tags: ["deprecated"],
      });
    }
    const hasHandler = component.name === "Connector";
    const protocol = hasHandler && component.has("protocol") ? component.text("protocol") : undefined;
    for (const { name, nameSpan } of component.element.attributes) {
      // `protocol` of a Connector is read by the digester's rule; only the setter behind it is deprecated.
      if (!component.attributeFacts(name)?.deprecated || component.facts?.ruleAttributes.includes(name)) continue;
      report({
        at: nameSpan,
        text: textOf(name, version.line, linesWith(component.type?.name ?? "", name, hasHandler, protocol)),
        tags: ["deprecated"],
      });
    }
  },
};

/** @param lines those that have what is deprecated in one of them */
function textOf(name: string, line: Line, lines: readonly Line[]): Localized {
  const later = LINES.slice(LINES.indexOf(line) + 1).filter((each) => !lineFacts(each).milestone);
  const gone = later.find((each) => !lines.includes(each));
  return gone === undefined
    ? {
        en: `${name} is deprecated in Tomcat ${line} and may leave in a later line.`,
        ko: `${josa(name, "은")} Tomcat ${line}에서 사용 중단 예정이며 이후 버전에서 없어질 수 있습니다.`,
      }
    : {
        en: `${name} is deprecated in Tomcat ${line}, and gone from ${gone} on.`,
        ko: `${josa(name, "은")} Tomcat ${line}에서 사용 중단 예정이며 ${gone}부터 없습니다.`,
      };
}
