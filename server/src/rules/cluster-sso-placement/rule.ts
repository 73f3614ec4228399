import { CLUSTER_SSO } from "../../config/classes.ts";
import { clusterAround } from "../../config/cluster.ts";
import { doesNotStart } from "../outcomes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * ClusterSingleSignOn requires a Cluster in its Host or Engine; without one Tomcat stops.
 *
 * Source: ClusterSingleSignOn.startInternal, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "cluster-sso-placement",
  group: "valves",
  severity: "error",
  summary: {
    en: "ClusterSingleSignOn belongs into a Host that has a Cluster.",
    ko: "ClusterSingleSignOn은 Cluster가 있는 Host에 두어야 합니다.",
  },
  target: CLUSTER_SSO,

  check(valve, report, file) {
    const { parent } = valve;
    if (!parent) return;
    if (parent.name === "Engine") {
      report({
        at: valve.spanOf("className"),
        text: {
          en: "ClusterSingleSignOn in an Engine finds no Cluster: Tomcat does not start. Move it into the Host.",
          ko: "Engine에 둔 ClusterSingleSignOn은 Cluster를 찾지 못해 Tomcat이 시작되지 않습니다. Host로 옮기십시오.",
        },
      });
    } else if (parent.name === "Context") {
      report({
        at: valve.spanOf("className"),
        text: {
          en: `ClusterSingleSignOn in a Context finds no Cluster: ${doesNotStart(file).en}. Move it into the Host.`,
          ko: `Context에 둔 ClusterSingleSignOn은 Cluster를 찾지 못해 ${doesNotStart(file).ko}. Host로 옮기십시오.`,
        },
      });
    } else if (parent.name === "Host" && !clusterAround(valve)) {
      report({
        at: valve.spanOf("className"),
        text: {
          en: "Neither this Host nor its Engine has a Cluster: Tomcat does not start. Use SingleSignOn, or add a Cluster.",
          ko: "이 Host와 Engine에 Cluster가 없어 Tomcat이 시작되지 않습니다. SingleSignOn을 쓰거나 Cluster를 추가하십시오.",
        },
      });
    }
  },
};
