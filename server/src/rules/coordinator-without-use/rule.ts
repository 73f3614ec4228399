import { SIMPLE_COORDINATOR } from "../../config/classes.ts";
import { withoutElement } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * SimpleCoordinator works out a view of the members for subclasses, and sleeps at least ten times 250 ms for it.
 *
 * Source: SimpleCoordinator.installViewWhenStable and the empty viewChange, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "coordinator-without-use",
  group: "interceptors",
  severity: "hint",
  summary: {
    en: "SimpleCoordinator only delays: it is made to be extended.",
    ko: "SimpleCoordinator는 상속해서 쓰는 클래스라 지연만 일으킵니다.",
  },
  target: SIMPLE_COORDINATOR,

  *check(coordinator) {
    yield {
      at: coordinator.spanOf("className"),
      text: {
        en: "It does nothing by itself, and holds up each start and each membership change by 2.5 s. Remove it.",
        ko: "스스로 하는 일은 없고 시작과 멤버 변경 때마다 2.5초를 지연시킵니다. 지우십시오.",
      },
      fix: withoutElement(coordinator),
    };
  },
};
