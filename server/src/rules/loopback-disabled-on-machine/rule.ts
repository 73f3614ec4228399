import { firstElsewhere } from "../../base/first-elsewhere.ts";
import type { ClusterSite } from "../../config/site.ts";
import { placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * localLoopbackDisabled keeps multicast from coming back to the own machine, so a second node on it hears nothing.
 *
 * Source: McastServiceImpl.setupSocket (setLoopbackMode), 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "loopback-disabled-on-machine",
  group: "nodes",
  severity: "error",
  summary: {
    en: "A node with localLoopbackDisabled is not heard by other nodes on its machine.",
    ko: "localLoopbackDisabled를 켠 노드는 같은 장비의 다른 노드에 알려지지 않습니다.",
  },
  scope: "cluster",
  breaksLink: "from-other",

  check({ sites }, report) {
    const others = firstElsewhere(sites, machineAndGroup, (site) => site);
    for (const site of sites) {
      const { membership, endpoint } = site;
      const key = machineAndGroup(site);
      if (!membership || key === undefined) continue;
      if (!membership.has("localLoopbackDisabled") || !membership.boolean("localLoopbackDisabled")) continue;
      const other = others(key, site);
      if (!other) continue;
      report({
        file: site.file,
        at: membership.spanOf("localLoopbackDisabled"),
        text: {
          en: `${other.label} is on this machine (${endpoint.host}) and hears nothing of this node. Remove localLoopbackDisabled.`,
          ko: `${other.label} 노드는 같은 장비(${endpoint.host})에 있어 이 노드의 하트비트를 받지 못합니다. localLoopbackDisabled를 제거하십시오.`,
        },
        related: [placeIn(other, (other.receiver ?? other.cluster).spanOf("address"))],
      });
    }
  },
};

function machineAndGroup({ endpoint: { host }, multicastGroup }: ClusterSite): string | undefined {
  return host === undefined || multicastGroup === undefined ? undefined : `${host} ${multicastGroup}`;
}
