import { doesNotStart } from "../outcomes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * JniLifecycleListener loads one library, by its name or its path; without either it throws before anything starts.
 *
 * Source: JniLifecycleListener.lifecycleEvent, 8.5 to 11.0.
 */
export const rule: ComponentRule = {
  id: "jni-library-missing",
  group: "tomcat",
  severity: "error",
  summary: {
    en: "JniLifecycleListener needs libraryName or libraryPath.",
    ko: "JniLifecycleListener에는 libraryName이나 libraryPath가 필요합니다.",
  },
  target: "org.apache.catalina.core.JniLifecycleListener",

  check(listener, report, file) {
    if (listener.unfinished || file.template) return;
    const names = ["libraryName", "libraryPath"];
    if (names.some((name) => listener.has(name) && listener.text(name) !== "")) return;
    report({
      at: listener.spanOf("className"),
      text: {
        en: `JniLifecycleListener is given no library to load: ${doesNotStart(file).en}. Write libraryName or libraryPath.`,
        ko: `JniLifecycleListener가 불러올 라이브러리가 없어 ${doesNotStart(file).ko}. libraryName이나 libraryPath를 쓰십시오.`,
      },
    });
  },
};
