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
        en: "web.xml alone decides this: Tomcat overwrites it. Write <distributable/> into WEB-INF/web.xml, and remove it here.",
        ko: "이 값은 web.xml이 결정하며 Tomcat이 덮어씁니다. WEB-INF/web.xml에 <distributable/>을 쓰고 여기서는 제거하십시오.",
      },
      ...withoutAttribute(context, "distributable"),
    });
  },
};
