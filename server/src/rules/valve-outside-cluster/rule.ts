import { josa } from "../../base/josa.ts";
import { JVM_ROUTE_BINDER_VALVE, REPLICATION_VALVE } from "../../config/classes.ts";
import { allKnown, clusterAround } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import { childInsertion } from "../../config/edits.ts";
import type { ConfigFile } from "../../config/file.ts";
import { hasLostTag } from "../../config/lost-tags.ts";
import { simpleNameOf } from "../../schema/catalog.ts";
import { withoutElement } from "../fixes.ts";
import type { ComponentRule, Fix } from "../rule.ts";

/**
 * A Cluster adds its valves to the pipeline of its Engine or Host: a valve that is written there too runs twice.
 *
 * Source: SimpleTcpCluster.checkDefaults and registerClusterValve, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "valve-outside-cluster",
  group: "valves",
  severity: "information",
  summary: {
    en: "A cluster's valves belong into the Cluster; beside it they run twice.",
    ko: "클러스터의 밸브는 Cluster 안에 두어야 하며, 밖에 두면 두 번 실행됩니다.",
  },
  target: [REPLICATION_VALVE, JVM_ROUTE_BINDER_VALVE],

  check(valve, report, file) {
    // In any other element the class stops Tomcat, which another rule reports.
    if (valve.name !== "Valve" || valve.parent?.name === "Cluster") return;
    const cluster = clusterAround(valve);
    if (!cluster?.type) return;
    const own = cluster.childrenNamed("Valve");
    if (!allKnown(own)) return;
    const { className = "" } = valve;
    if (own.length > 0 && !own.some((each) => each.className === className)) return;
    if (valve.parent && hasLostTag(valve.parent)) return;
    const name = simpleNameOf(className);
    const configured = own.length === 0 && valve.element.attributes.length > 1;
    report({
      at: valve.spanOf("className"),
      text:
        own.length > 0
          ? {
              en: `The Cluster has ${name} too: it runs twice for each request. Remove this one.`,
              ko: `Cluster에도 ${josa(name, "이")} 있어 요청마다 두 번 실행됩니다. 이것을 제거하십시오.`,
            }
          : configured
            ? {
                en: `The Cluster adds ${name} by itself: it runs twice for each request, once without these attributes. Move it into the Cluster.`,
                ko: `Cluster가 ${name} 밸브를 스스로 추가하므로 요청마다 두 번 실행되고, 한 번은 이 속성 없이 실행됩니다. Cluster 안으로 옮기십시오.`,
              }
            : {
                en: `The Cluster adds ${name} by itself: it runs twice for each request. Remove this one.`,
                ko: `Cluster가 ${josa(name, "을")} 스스로 추가하므로 요청마다 두 번 실행됩니다. 이것을 제거하십시오.`,
              },
      related: [{ file, at: cluster.nameSpan, text: { en: "The Cluster.", ko: "Cluster입니다." } }],
      fix: configured ? moved(valve, cluster, file) : withoutElement(valve),
    });
  },
};

/** The valves that checkDefaults adds to a Cluster without any, in its order. */
const DEFAULTS = [JVM_ROUTE_BINDER_VALVE, REPLICATION_VALVE];

/** Takes the other default along: Tomcat no longer adds it once the Cluster has a Valve. */
function moved(valve: Component, cluster: Component, { document: { text } }: ConfigFile): Fix {
  const written = text.slice(valve.element.span.start, valve.element.span.end);
  const lines = DEFAULTS.map((each) => (each === valve.className ? written : `<Valve className="${each}"/>`));
  return {
    title: { en: "Move into the Cluster, with both default Valves", ko: "기본 밸브 둘과 함께 Cluster 안으로 이동" },
    edits: [childInsertion(text, cluster.element, lines), valve.remove()],
  };
}
