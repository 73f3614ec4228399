import { FARM_WAR_DEPLOYER } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ClusterSite } from "../../config/site.ts";
import { placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * One node should watch for new WARs and send them to the others; several watching nodes send and remove files against
 * each other.
 *
 * Source: FarmWarDeployer.backgroundProcess and fileModified, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "deployer-watches-twice",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "Only one node's Deployer should watch its folder.",
    ko: "한 노드의 Deployer만 폴더를 감시해야 합니다.",
  },
  scope: "cluster",

  check({ sites }, report) {
    const watching = sites.flatMap((site) => {
      const deployer = watchingDeployer(site);
      return deployer ? [{ site, deployer }] : [];
    });
    for (const { site, deployer } of watching) {
      const other = watching.find((each) => each.site !== site);
      if (!other) continue;
      report({
        file: site.file,
        at: deployer.spanOf("watchEnabled"),
        text: {
          en: `${other.site.label} watches as well: both deploy and undeploy on all nodes, against each other. Let one watch.`,
          ko: `${other.site.label}도 감시하므로 두 노드가 모든 노드에 서로 엇갈려 배포하고 내립니다. 한 노드만 감시하게 하십시오.`,
        },
        related: [placeIn(other.site, other.deployer.spanOf("watchEnabled"))],
        fix: {
          title: { en: "Stop watching here", ko: "이 노드에서 감시 끄기" },
          edits: [deployer.setAttribute("watchEnabled", "false")],
        },
      });
    }
  },
};

/** The watching FarmWarDeployer of a site; in an Engine it has no effect. */
function watchingDeployer(site: ClusterSite): Component | undefined {
  const deployer = site.cluster.child("Deployer");
  if (site.container.name !== "Host" || deployer?.className !== FARM_WAR_DEPLOYER) return undefined;
  return deployer.has("watchEnabled") && deployer.boolean("watchEnabled") ? deployer : undefined;
}
