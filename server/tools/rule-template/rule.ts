import { RECEIVERS } from "../../src/config/classes.ts";
import { setTo } from "../../src/rules/fixes.ts";
import type { ComponentRule } from "../../src/rules/rule.ts";

/**
 * What Tomcat does, with the unit and range of the values.
 *
 * Source: Class.method, 9.0 to 11.0; or the run that showed it.
 */
export const rule: ComponentRule = {
  id: "rule-template",
  group: "receiver",
  severity: "warning",
  summary: { en: "One sentence for the index.", ko: "색인에 쓸 한 문장입니다." },
  target: RECEIVERS,

  check(receiver, report) {
    // Undefined is what cannot be known from the file: stay silent.
    const port = receiver.numberWhereWritten("port");
    if (port === undefined || port !== 4242) return;
    report({
      at: receiver.spanOf("port"),
      text: {
        en: "What is wrong, why, and what to do.",
        ko: "무엇이 왜 잘못되었고 어떻게 해야 하는지 씁니다.",
      },
      fix: setTo(receiver, "port", "4000"),
    });
  },
};
