import { CLUSTER_SSO } from "../../config/classes.ts";
import type { ClusterSite } from "../../config/site.ts";
import { differingNames } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * ClusterSingleSignOn shares its logins in a map named after the cluster.
 *
 * Source: ClusterSingleSignOn.startInternal (getClusterName() + "-SSO-cache"), 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "sso-name-differs",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "With ClusterSingleSignOn all nodes need the same clusterName.",
    ko: "ClusterSingleSignOn을 쓰면 모든 노드의 clusterName이 같아야 합니다.",
  },
  scope: "cluster",

  check({ sites }, report) {
    differingNames(sites.filter(signsOn), report, (own, other, value) => ({
      en: `This cluster is called ${own}, on ${other.label} ${value}: logins of ClusterSingleSignOn are not shared. Use one name.`,
      ko: `이 클러스터의 이름은 ${own}, ${other.label}에서는 ${value}이므로 로그인이 공유되지 않습니다. clusterName을 같게 하십시오.`,
    }));
  },
};

function signsOn({ container, hosts }: ClusterSite): boolean {
  return [container, ...hosts].some((each) =>
    each.childrenNamed("Valve").some(({ className }) => className === CLUSTER_SSO),
  );
}
