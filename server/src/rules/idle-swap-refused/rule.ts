import { Change } from "../../schema/change.ts";
import type { ComponentRule } from "../rule.ts";

const PERSISTENT_MANAGER = "org.apache.catalina.session.PersistentManager";
/** One of them has to be true for a session to know whether a request uses it. */
const ACTIVITY_CHECK = "org.apache.catalina.session.StandardSession.ACTIVITY_CHECK";
const STRICT = "org.apache.catalina.STRICT_SERVLET_COMPLIANCE";

const REFUSED = new Change("9.0.122");
/** Managers have an attribute in place of the property. */
const PROPERTY_GONE = new Change("10.1.0");

/**
 * A PersistentManager takes no time after which it moves idle sessions out, unless sessions know whether they are used.
 *
 * Source: PersistentManagerBase.setMaxIdleSwap and setMinIdleSwap in the jar of 9.0.122, which was run; 9.0.121, 10.1.60
 * and 11.0.24 take both.
 */
export const rule: ComponentRule = {
  id: "idle-swap-refused",
  group: "sessions",
  severity: "information",
  summary: {
    en: "From 9.0.122 on a PersistentManager moves idle sessions out only with ACTIVITY_CHECK.",
    ko: "9.0.122부터 PersistentManager는 ACTIVITY_CHECK가 있어야 유휴 세션을 옮깁니다.",
  },
  target: PERSISTENT_MANAGER,

  check(manager, report, { version, template, reading: { properties } }) {
    if (template || manager.unfinished || REFUSED.isIn(version) !== true || PROPERTY_GONE.isIn(version) !== false)
      return;
    const isSet = (name: string) => {
      const property = properties.system(name);
      return property !== undefined && property.value?.toLowerCase() !== "false";
    };
    if (isSet(ACTIVITY_CHECK) || isSet(STRICT)) return;
    for (const name of ["maxIdleSwap", "minIdleSwap"]) {
      const seconds = manager.has(name) ? manager.number(name) : undefined;
      if (seconds === undefined || seconds < 0) continue;
      report({
        at: manager.spanOf(name),
        text: {
          en: `Tomcat drops ${name} with a warning unless -D${ACTIVITY_CHECK}=true is among its options: set that, or no idle session moves out.`,
          ko: `옵션에 -D${ACTIVITY_CHECK}=true가 없으면 Tomcat이 경고와 함께 ${name} 값을 버려 유휴 세션을 옮기지 않습니다. 옵션을 추가하십시오.`,
        },
      });
    }
  },
};
