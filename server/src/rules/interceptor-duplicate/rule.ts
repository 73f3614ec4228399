import { josa } from "../../base/josa.ts";
import { interceptorsOf } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import { withoutElement } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/** These may stand anywhere as often as one wants to measure, or have lists that add up. */
const REPEATED = new Set(["ThroughputInterceptor", "StaticMembershipInterceptor"]);

/**
 * Every Interceptor element creates one: the same class twice does its work twice.
 *
 * Source: GroupChannel.addInterceptor, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "interceptor-duplicate",
  group: "interceptors",
  severity: "hint",
  summary: {
    en: "An interceptor that is listed twice does its work twice.",
    ko: "두 번 쓴 인터셉터는 두 번 동작합니다.",
  },
  elements: ["Channel"],

  check(channel, report, file) {
    const seen = new Map<string, Component>();
    for (const interceptor of interceptorsOf(channel)) {
      const { type } = interceptor;
      if (!type || REPEATED.has(type.simpleName)) continue;
      const first = seen.get(type.name);
      if (!first) {
        seen.set(type.name, interceptor);
        continue;
      }
      report({
        at: interceptor.spanOf("className"),
        text: {
          en: `${type.simpleName} is listed already, and Tomcat uses both: its work is done twice. Remove one.`,
          ko: `${josa(type.simpleName, "이")} 이미 있고 Tomcat이 둘 다 사용하여 같은 일을 두 번 합니다. 하나를 제거하십시오.`,
        },
        related: [{ file, at: first.spanOf("className"), text: { en: "The first one.", ko: "첫 번째입니다." } }],
        fix: withoutElement(interceptor),
      });
    }
  },
};
