import { JVM_ROUTE_BINDER_VALVE } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * JvmRouteBinderValve has nothing to write into session ids when the Engine has no jvmRoute.
 *
 * Source: JvmRouteBinderValve.invoke, 7.0 to 11.0. A system property `jvmRoute` can set it too.
 */
export const rule: ComponentRule = {
  id: "jvm-route-missing",
  group: "valves",
  severity: "information",
  summary: {
    en: "JvmRouteBinderValve does nothing without a jvmRoute on the Engine.",
    ko: "Engine에 jvmRoute가 없으면 JvmRouteBinderValve는 아무 일도 하지 않습니다.",
  },
  target: JVM_ROUTE_BINDER_VALVE,

  check(valve, report, file) {
    const engine = valve.ancestor("Engine");
    if (!engine || engine.has("jvmRoute") || valve.boolean("enabled") === false) return;
    report({
      at: valve.spanOf("className"),
      text: {
        en: "JvmRouteBinderValve does nothing: the Engine has no jvmRoute. Give each node its own.",
        ko: "Engine에 jvmRoute가 없어 JvmRouteBinderValve가 아무 일도 하지 않습니다. 노드마다 다른 값을 지정하십시오.",
      },
      related: [
        { file, at: engine.nameSpan, text: { en: "jvmRoute belongs here.", ko: "jvmRoute를 여기에 지정합니다." } },
      ],
      fix: {
        title: { en: 'Add jvmRoute="node1"', ko: 'jvmRoute="node1" 추가' },
        edits: [engine.setAttribute("jvmRoute", "node1")],
      },
    });
  },
};
