import { existsIn } from "../../schema/catalog.ts";
import { doesNotStart } from "../outcomes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * JniLifecycleListener loads one library, by its name or its path; without either it throws before anything starts.
 *
 * Source: JniLifecycleListener.lifecycleEvent, from 7.0.92, 8.5.35 and 9.0.13 on.
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
    // What is said of a class that this release does not have is enough.
    if (!listener.type || !existsIn(listener.type.releases, file.version.release)) return;
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
