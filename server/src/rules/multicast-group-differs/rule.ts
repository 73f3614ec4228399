import { josa } from "../../base/josa.ts";
import type { ClusterSite } from "../../config/site.ts";
import { channelSpan, differing, onAllNodes } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * Nodes receive only announcements to their own multicast group and port.
 *
 * Source: McastServiceImpl.setupSocket, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "multicast-group-differs",
  group: "nodes",
  severity: "error",
  summary: {
    en: "Nodes of one cluster need the same multicast address and port.",
    ko: "한 클러스터의 노드는 멀티캐스트 주소와 포트가 같아야 합니다.",
  },
  scope: "cluster",
  breaksLink: "both-ways",

  check({ sites }, report) {
    const useGroup = onAllNodes(
      sites,
      ({ multicastGroup }) => multicastGroup,
      ({ membership }, group) => {
        const [address = "", port = ""] = group.split(":");
        return membership && [membership.setAttribute("address", address), membership.setAttribute("port", port)];
      },
    );
    differing(sites, report, {
      valueOf: (site) => site.multicastGroup,
      at: (site, elsewhere) =>
        site.membership?.spanOf(...(sameAddress(site, elsewhere) ? ["port"] : ["address", "port"])) ??
        channelSpan(site),
      finding: (site, own, other, value) => {
        return {
          text: {
            en: `This node announces itself at ${own}, ${other.label} at ${value}: they never meet. Use one group.`,
            ko: `이 노드는 ${own}, ${josa(other.label, "은")} ${value}에 알리므로 서로 찾지 못합니다. 같은 그룹을 쓰십시오.`,
          },
          fix: [value, own].flatMap((group) =>
            useGroup(site, group, { en: `Use ${group} on all nodes`, ko: `모든 노드에서 ${group} 사용` }),
          ),
        };
      },
    });
  },
};
function sameAddress({ multicastGroup }: ClusterSite, group: string): boolean {
  return multicastGroup?.split(":")[0] === group.split(":")[0];
}
