import { withoutElement } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/**
 * A Cluster in the Engine and one in a Host are two clusters: two channels in one Tomcat, and the Host's applications
 * use theirs.
 *
 * Source: ContainerBase.getClusterInternal, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "cluster-in-engine-and-host",
  group: "structure",
  severity: "warning",
  summary: {
    en: "A Cluster in the Engine and another in its Host run side by side.",
    ko: "Engine과 Host에 Cluster를 모두 두면 두 개가 따로 동작합니다.",
  },
  elements: ["Cluster"],

  check(cluster, report, file) {
    const host = cluster.parent;
    const outer = host?.name === "Host" ? host.parent?.child("Cluster") : undefined;
    if (!outer) return;
    report({
      at: cluster.nameSpan,
      text: {
        en: "The Engine has a Cluster too: this Tomcat opens two channels, and this Host uses only its own. Keep one.",
        ko: "Engine에도 Cluster가 있어 채널이 두 개 열리고, 이 Host는 자기 것만 사용합니다. 하나만 남기십시오.",
      },
      related: [{ file, at: outer.nameSpan, text: { en: "The Engine's Cluster.", ko: "Engine의 Cluster입니다." } }],
      fix: withoutElement(cluster),
    });
  },
};
