import { josa } from "../../base/josa.ts";
import type { Component } from "../../config/component.ts";
import type { ElementRule, Report } from "../rule.ts";

/** Attributes that the copy for each application's Manager has too. */
const COPIED = new Set(["sessionIdLength", "jvmRoute", "className"]);

/** What each Manager sets on its generator. */
const OF_MANAGER = new Set(["secureRandomAlgorithm", "secureRandomClass", "secureRandomProvider"]);

/**
 * The Engine's jvmRoute replaces that of the generator when the Manager starts. A copy of the generator in the
 * Cluster's Manager takes over the length only. A Manager sets its own source of random numbers on the generator.
 *
 * Source: ManagerBase.startInternal (setJvmRoute, setSecureRandomAlgorithm and its kin), ClusterManagerBase.clone, 8.0
 * to 11.0.
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
    const inCluster = generator.ancestor("Cluster") !== undefined;
    for (const { name } of generator.element.attributes) {
      if (!generator.attributeFacts(name)) continue;
      if (OF_MANAGER.has(name)) replaced(generator, name, report);
      else if (inCluster && !COPIED.has(name)) lost(generator, name, report);
    }
  },
};

function replaced(generator: Component, name: string, report: Report): void {
  report({
    at: generator.spanOf(name),
    text: {
      en: `The Manager's ${name} takes its place, also where none is written. Write it on the Manager.`,
      ko: `Manager의 ${josa(name, "이")} 대신 쓰이며, Manager에 쓰지 않아도 마찬가지입니다. Manager에 쓰십시오.`,
    },
    tags: ["unnecessary"],
  });
}

function lost(generator: Component, name: string, report: Report): void {
  report({
    at: generator.spanOf(name),
    text: {
      en: `Each application's Manager gets a copy of this generator, without ${name}.`,
      ko: `애플리케이션마다 이 생성기의 복사본을 쓰는데 ${josa(name, "은")} 복사되지 않습니다.`,
    },
    tags: ["unnecessary"],
  });
}
