import { BACKUP_MANAGER, DELTA_MANAGER } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";
import { filterIn, SESSION_FILTERS } from "../session-filters.ts";

/**
 * A session attribute that the filter does not match stays on its node; Tomcat logs that only on request.
 *
 * Source: ManagerBase.willAttributeDistribute (warnOnSessionAttributeFilterFailure), 7.0.68 to 11.0.
 */
export const rule: ComponentRule = {
  id: "session-filter-drops",
  group: "sessions",
  severity: "information",
  summary: {
    en: "Session attributes that a filter leaves out are not replicated, without a word in the log.",
    ko: "필터에 맞지 않는 세션 속성은 로그 없이 복제에서 빠집니다.",
  },
  target: [DELTA_MANAGER, BACKUP_MANAGER],

  check(manager, report) {
    const filter = SESSION_FILTERS.find((name) => filterIn(manager, name));
    if (filter === undefined) return;
    if (manager.boolean("warnOnSessionAttributeFilterFailure") !== false) return;
    report({
      at: manager.spanOf(filter),
      text: {
        en: 'Attributes this filter does not match are not replicated, and by default no log says so. warnOnSessionAttributeFilterFailure="true" names them.',
        ko: '이 필터에 맞지 않는 속성은 복제에서 빠지며, 기본으로는 로그에 남지 않습니다. warnOnSessionAttributeFilterFailure="true"로 두면 로그에 나옵니다.',
      },
    });
  },
};
