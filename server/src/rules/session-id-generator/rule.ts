import { josa } from "../../base/josa.ts";
import type { Component } from "../../config/component.ts";
import type { ElementRule, Report } from "../rule.ts";

/** Attributes that the copy for each application's Manager has too. */
const COPIED = new Set(["sessionIdLength", "jvmRoute", "className"]);

/**
 * The Engine's jvmRoute replaces that of the generator when the Manager starts. A copy of the generator in the
 * Cluster's Manager takes over the length only.
 *
 * Source: ManagerBase.startInternal (setJvmRoute), ClusterManagerBase.clone, 8.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "session-id-generator",
  group: "sessions",
  severity: "hint",
  summary: {
    en: "The jvmRoute of a SessionIdGenerator, and most of what a Cluster's has, is not used.",
    ko: "SessionIdGenerator의 jvmRoute와, Cluster 안에서는 대부분의 속성이 쓰이지 않습니다.",
  },
  elements: ["SessionIdGenerator"],

  check(generator, report) {
    if (!generator.type) return;
    if (generator.has("jvmRoute")) {
      report({
        at: generator.spanOf("jvmRoute"),
        text: {
          en: "The Engine's jvmRoute takes its place, also where there is none. Write it on the Engine.",
          ko: "Engine의 jvmRoute가 대신 쓰이며, 없으면 비어 있게 됩니다. Engine에 쓰십시오.",
        },
        tags: ["unnecessary"],
      });
    }
    if (generator.ancestor("Cluster")) lost(generator, report);
  },
};

function lost(generator: Component, report: Report): void {
  for (const { name } of generator.element.attributes) {
    if (COPIED.has(name) || !generator.attributeFacts(name)) continue;
    report({
      at: generator.spanOf(name),
      text: {
        en: `Each application's Manager gets a copy of this generator, without ${name}.`,
        ko: `애플리케이션마다 이 생성기의 복사본을 쓰는데 ${josa(name, "은")} 복사되지 않습니다.`,
      },
      tags: ["unnecessary"],
    });
  }
}
