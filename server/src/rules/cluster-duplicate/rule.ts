import type { ElementRule } from "../rule.ts";

/**
 * Of two Clusters in one Engine or Host Tomcat keeps the last and says nothing.
 *
 * Source: ContainerBase.setCluster, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "cluster-duplicate",
  group: "structure",
  severity: "warning",
  summary: {
    en: "Of several Clusters in one Engine or Host only the last one runs.",
    ko: "한 Engine이나 Host에 Cluster가 여러 개 있으면 마지막 것만 동작합니다.",
  },
  elements: ["Engine", "Host"],

  *check(container, file) {
    const clusters = container.childrenNamed("Cluster");
    const last = clusters.at(-1);
    if (!last) return;
    for (const dropped of clusters.slice(0, -1)) {
      yield {
        at: dropped.nameSpan,
        text: {
          en: `This Cluster never runs: <${container.name}> has a later one, and Tomcat keeps only the last. Delete one.`,
          ko: `이 Cluster는 동작하지 않습니다. <${container.name}>에 뒤따르는 Cluster가 있고 Tomcat은 마지막 것만 씁니다. 하나를 지우십시오.`,
        },
        tags: ["unnecessary"],
        related: [{ file, at: last.nameSpan, text: { en: "This one runs.", ko: "이 Cluster가 동작합니다." } }],
        fix: { title: { en: "Delete this Cluster", ko: "이 Cluster 삭제" }, edits: [dropped.remove()] },
      };
    }
  },
};
