import { withoutAttribute } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/**
 * The web.xml overwrites a Context's `distributable`, with or without the element `<distributable/>`.
 *
 * Source: ContextConfig.webConfig and configureContext (context.setDistributable), 8.5 to 11.0; in 7.0 WebXml.configureContext.
 */
export const rule: ElementRule = {
  id: "context-distributable",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "distributable on a Context is overwritten by web.xml.",
    ko: "Context의 distributable 속성은 web.xml이 덮어씁니다.",
  },
  elements: ["Context"],

  check(context, report) {
    if (!context.has("distributable") || context.text("distributable") === undefined) return;
    report({
      at: context.spanOf("distributable"),
      text: {
        en: "web.xml overwrites this, so it has no effect: remove it. What counts is <distributable/> in each application's WEB-INF/web.xml.",
        ko: "web.xml이 이 값을 덮어써 효과가 없으니 제거하십시오. 애플리케이션마다 WEB-INF/web.xml의 <distributable/>이 결정합니다.",
      },
      ...withoutAttribute(context, "distributable"),
    });
  },
};
