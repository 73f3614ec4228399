import { setTo } from "../fixes.ts";
import { badPattern } from "../patterns.ts";
import type { ElementRule } from "../rule.ts";
import { SESSION_FILTERS } from "../session-filters.ts";

/**
 * A filter of session attributes that Java does not compile is dropped: all attributes are replicated.
 *
 * Source: ManagerBase.setSessionAttributeNameFilter, setSessionAttributeValueClassNameFilter, 7.0.68 to 11.0.
 */
export const rule: ElementRule = {
  id: "session-filter-invalid",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "A filter of session attributes that does not compile lets all of them through.",
    ko: "컴파일되지 않는 세션 속성 필터는 모든 속성을 통과시킵니다.",
  },
  ofValue: true,
  elements: ["Manager"],

  check(manager, report) {
    for (const name of SESSION_FILTERS) {
      if (!manager.attributeFacts(name)) continue;
      const bad = badPattern(manager, name);
      if (!bad) continue;
      const rest =
        manager.attributeFacts(name)?.default == null
          ? {
              en: "Tomcat drops the filter, and every attribute passes.",
              ko: "Tomcat이 필터를 버려 모든 속성이 통과합니다.",
            }
          : { en: "Tomcat drops the filter and keeps its default.", ko: "Tomcat이 필터를 버리고 기본값을 유지합니다." };
      report({
        at: bad.at,
        text: {
          en: `Java does not compile this pattern: ${bad.reason.en}. ${rest.en}`,
          ko: `Java가 컴파일하지 못하는 패턴입니다. ${bad.reason.ko}. ${rest.ko}`,
        },
        ...(bad.mended === undefined ? {} : { fix: setTo(manager, name, bad.mended) }),
      });
    }
  },
};
