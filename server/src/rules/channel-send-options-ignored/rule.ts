import { SIMPLE_TCP_CLUSTER } from "../../config/classes.ts";
import { Change } from "../../schema/change.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

const IGNORED = new Change("9.0.0-M23");

/**
 * Zero and negative options are dropped without a word from 9.0 on, and the default 8 stays; before, 0 sends on the
 * request's thread without an answer.
 *
 * Source: SimpleTcpCluster.setChannelSendOptions(String), 9.0.0-M23 and later; setChannelSendOptions(int) before.
 */
export const rule: ComponentRule = {
  id: "channel-send-options-ignored",
  group: "options",
  severity: "warning",
  summary: {
    en: "channelSendOptions of 0 or less is ignored from Tomcat 9.0 on.",
    ko: "channelSendOptions가 0 이하이면 Tomcat 9.0부터 무시됩니다.",
  },
  target: SIMPLE_TCP_CLUSTER,

  *check(cluster, { version }) {
    const options = cluster.numberWhereWritten("channelSendOptions");
    if (options === undefined || options > 0 || !IGNORED.isIn(version)) return;
    yield {
      at: cluster.spanOf("channelSendOptions"),
      text: {
        en: `channelSendOptions ${options} is ignored and 8 stays. Write 6 to wait for the other nodes, or 8 not to.`,
        ko: `channelSendOptions ${options}은(는) 무시되고 8이 적용됩니다. 다른 노드를 기다리려면 6, 아니면 8로 쓰십시오.`,
      },
      fix: [setTo(cluster, "channelSendOptions", "6"), setTo(cluster, "channelSendOptions", "8")],
    };
  },
};
