import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** The smallest numbers that java.util.concurrent accepts. */
const LEAST = { minSpareThreads: 0, maxThreads: 1, maxIdleTime: 0, maxQueueSize: 1 } as const;

/**
 * Numbers that Java refuses for a thread pool stop Tomcat with a bare IllegalArgumentException.
 *
 * Defaults (minSpareThreads 25, maxThreads 200) come from the schema, so `maxThreads="20"` alone is fatal.
 *
 * Source: StandardThreadExecutor.startInternal, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "executor-threads",
  group: "tomcat",
  severity: "error",
  summary: {
    en: "An Executor's maxThreads must not be below minSpareThreads, which is 25 by default.",
    ko: "Executor의 maxThreads는 minSpareThreads(기본값 25)보다 작을 수 없습니다.",
  },
  target: "org.apache.catalina.core.StandardThreadExecutor",

  check(executor, report) {
    for (const [name, least] of Object.entries(LEAST)) {
      const number = executor.numberWhereWritten(name);
      if (number === undefined || number >= least) continue;
      report({
        at: executor.spanOf(name),
        text: {
          en: `With ${name} ${number} Tomcat does not start. Write ${least} or more.`,
          ko: `${name}의 값이 ${number}이면 Tomcat이 시작되지 않습니다. ${least} 이상으로 쓰십시오.`,
        },
      });
    }
    const spare = executor.number("minSpareThreads");
    const most = executor.number("maxThreads");
    if (spare === undefined || most === undefined || most >= spare || most < LEAST.maxThreads) return;
    report({
      at: executor.spanOf("maxThreads", "minSpareThreads"),
      text: {
        en: `maxThreads (${most}) is below minSpareThreads (${spare}): Tomcat does not start. Set minSpareThreads to ${most}.`,
        ko: `maxThreads(${most})가 minSpareThreads(${spare})보다 작아 Tomcat이 시작되지 않습니다. minSpareThreads를 ${most} 이하로 낮추십시오.`,
      },
      fix: setTo(executor, "minSpareThreads", `${most}`),
    });
  },
};
