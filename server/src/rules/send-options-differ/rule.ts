import { josa } from "../../base/josa.ts";
import { sendOptions } from "../../config/cluster.ts";
import { SEND, sendingWords } from "../../config/options.ts";
import type { ClusterSite } from "../../config/site.ts";
import { differing, onAllNodes } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * Each node sends with its own channelSendOptions, so sessions of one node may be safer than those of another.
 *
 * Source: SimpleTcpCluster.send, 7.0 to 11.0. Nothing fails: the receiver acts as the message asks.
 */
export const rule: ClusterRule = {
  id: "send-options-differ",
  group: "nodes",
  severity: "hint",
  summary: {
    en: "Nodes of one cluster send with different guarantees.",
    ko: "한 클러스터의 노드가 서로 다른 방식으로 전송합니다.",
  },
  scope: "cluster",

  check({ sites }, report) {
    const useMask = onAllNodes(sites, maskOf, ({ cluster }, mask) => [
      cluster.setAttribute("channelSendOptions", mask),
    ]);
    differing(sites, report, {
      valueOf: maskOf,
      at: ({ cluster }) => cluster.spanOf("channelSendOptions"),
      finding: (site, own, other, value) => ({
        text: {
          en: `Sending is ${sendingWords(Number(own)).en} on this node and ${sendingWords(Number(value)).en} on ${other.label}. It works, but is rarely meant.`,
          ko: `전송 방식이 이 노드는 ${sendingWords(Number(own)).ko}, ${josa(other.label, "은")} ${sendingWords(Number(value)).ko}입니다. 동작하지만 의도한 경우는 드뭅니다.`,
        },
        fix: offered(value, own).flatMap((mask) =>
          useMask(site, mask, { en: `Use ${mask} on all nodes`, ko: `모든 노드에서 ${mask} 사용` }),
        ),
      }),
    });
  },
};

function maskOf({ cluster }: ClusterSite): string | undefined {
  return sendOptions(cluster, "channelSendOptions")?.toString();
}

/** The values to offer: asynchronous ones, which may lose messages that others keep, only where there is no other. */
function offered(...masks: readonly string[]): readonly string[] {
  const waiting = masks.filter((mask) => (Number(mask) & SEND.asynchronous) === 0);
  return waiting.length > 0 ? waiting : masks;
}
