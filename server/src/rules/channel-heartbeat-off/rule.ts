import { GROUP_CHANNEL } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * Without the channel's heartbeat nothing checks suspects or pings members, unless the container's thread does it.
 *
 * Source: GroupChannel.start and SimpleTcpCluster.backgroundProcess, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "channel-heartbeat-off",
  group: "interceptors",
  severity: "warning",
  summary: {
    en: "A Channel without heartbeat never drops a crashed member.",
    ko: "Channel의 heartbeat를 끄면 죽은 멤버가 제거되지 않습니다.",
  },
  target: GROUP_CHANNEL,

  *check(channel) {
    if (!channel.has("heartbeat") || channel.boolean("heartbeat") !== false) return;
    if (channel.parent?.type === undefined || channel.parent.boolean("heartbeatBackgroundEnabled") !== false) return;
    yield {
      at: channel.spanOf("heartbeat"),
      text: {
        en: "Without heartbeat nothing pings or checks the members: a crashed one is never dropped. Set it to true.",
        ko: "heartbeat가 없으면 멤버를 확인하지 않아 죽은 멤버가 제거되지 않습니다. true로 설정하십시오.",
      },
      fix: setTo(channel, "heartbeat", "true"),
    };
  },
};
