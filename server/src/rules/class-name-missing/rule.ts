import { doesNotStart } from "../outcomes.ts";
import type { ElementRule } from "../rule.ts";

/**
 * Elements without a default class stop Tomcat when `className` is absent.
 *
 * Source: ObjectCreateRule.begin, 7.0 to 11.0: `No class name specified for …`, the server is not configured.
 */
export const rule: ElementRule = {
  id: "class-name-missing",
  group: "structure",
  severity: "error",
  summary: {
    en: "Without className Tomcat does not start.",
    ko: "className이 없으면 Tomcat이 시작되지 않습니다.",
  },
  automatic: "Tomcat does not start without className, and the attribute only differs from it in letter case.",
  elements: "*",

  check(component, report, file) {
    const { facts, element } = component;
    if (!facts?.classRequired || component.has("className") || component.unfinished) return;
    const misspelt = element.attributes.find((attribute) => attribute.name.toLowerCase() === "classname");
    const only = facts.classes.length === 1 ? facts.classes[0] : undefined;
    report({
      at: misspelt?.nameSpan ?? component.nameSpan,
      text: {
        en: `<${component.name}> needs className: without it ${doesNotStart(file).en}.`,
        ko: `<${component.name}>에는 className이 필요합니다. 없으면 ${doesNotStart(file).ko}.`,
      },
      ...(misspelt
        ? {
            fix: {
              title: { en: "Change to className", ko: "className으로 변경" },
              edits: [{ span: misspelt.nameSpan, newText: "className" }],
            },
          }
        : only === undefined
          ? {}
          : {
              fix: {
                title: { en: `Add className="${only}"`, ko: `className="${only}" 추가` },
                edits: [component.setAttribute("className", only)],
                asked: true,
              },
            }),
    });
  },
};
