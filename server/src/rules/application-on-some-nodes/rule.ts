import { josa } from "../../base/josa.ts";
import { distributableOf } from "../../config/node.ts";
import type { ClusterSite } from "../../config/site.ts";
import { placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * A session is kept by the manager of the same path and version on the other node; where that is not deployed, it is lost.
 *
 * Source: SimpleTcpCluster.getManagerName (Context name with ##version), 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "application-on-some-nodes",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "An application that replicates must be on all nodes, in the same version.",
    ko: "세션을 복제하는 애플리케이션은 모든 노드에 같은 버전으로 있어야 합니다.",
  },
  scope: "cluster",

  check({ sites }, report) {
    for (const site of sites) {
      // Applications are copied into a container when it is made.
      if (site.file.reading.properties.container) continue;
      for (const { name, descriptor } of site.node.applications) {
        if (!descriptor.document.root || !distributableOf(descriptor.document)) continue;
        const other = sites.find(
          (each) => each !== site && !each.file.reading.properties.container && lacks(each, name),
        );
        if (!other) continue;
        const version = versionOf(other, name);
        const host = site.hosts[0];
        report({
          file: site.file,
          at: host ? host.spanOf("name") : site.container.nameSpan,
          text:
            version === undefined
              ? {
                  en: `The application ${name} is not on ${other.label}: its sessions are lost when this node stops. Deploy it there.`,
                  ko: `${other.label}에 애플리케이션 ${josa(name, "이")} 없어 이 노드가 멈추면 세션을 잃습니다. 그곳에도 배포하십시오.`,
                }
              : {
                  en: `${name} is ${version} on ${other.label}: sessions are replicated only between the same versions.`,
                  ko: `${josa(name, "이")} ${other.label}에서는 ${version}입니다. 같은 버전끼리만 세션이 복제됩니다.`,
                },
          related: [
            {
              file: descriptor,
              at: descriptor.document.root.nameSpan,
              text: { en: "The application.", ko: "애플리케이션입니다." },
            },
            placeIn(other, other.cluster.nameSpan),
          ],
        });
      }
    }
  },
};

/** True when a node has applications, so that what is deployed is known, but not this one. */
function lacks({ node }: ClusterSite, name: string): boolean {
  return node.deployed.length > 0 && !node.deployed.includes(name);
}

/** The name under which the same path is deployed in another version: `shop##2` for `shop##1`. */
function versionOf({ node }: ClusterSite, name: string): string | undefined {
  const path = name.split("##")[0];
  return node.deployed.find((each) => each.split("##")[0] === path);
}
