import { setTo } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/**
 * An empty appBase is CATALINA_BASE itself: conf, logs and lib are deployed as applications.
 *
 * Source: StandardHost.setAppBase, which warns of it, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "host-app-base-empty",
  group: "tomcat",
  severity: "warning",
  summary: {
    en: "An empty appBase makes all of CATALINA_BASE applications.",
    ko: "appBase가 비어 있으면 CATALINA_BASE 전체가 애플리케이션이 됩니다.",
  },
  elements: ["Host"],

  check(host, report) {
    if (host.text("appBase")?.trim() !== "") return;
    // A Host that deploys nothing by itself has its Contexts written out: it is a known way to have no appBase.
    if (host.boolean("autoDeploy") === false && host.boolean("deployOnStartup") === false) return;
    report({
      at: host.spanOf("appBase"),
      text: {
        en: "An empty appBase is CATALINA_BASE itself: conf and logs are served as applications. Write webapps.",
        ko: "appBase가 비어 있으면 CATALINA_BASE 자체가 되어 conf와 logs가 애플리케이션으로 제공됩니다. webapps로 쓰십시오.",
      },
      fix: setTo(host, "appBase", "webapps"),
    });
  },
};
