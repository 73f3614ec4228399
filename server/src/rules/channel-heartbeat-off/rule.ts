import { GROUP_CHANNEL, STATIC_SERVICE, TCP_PING } from "../../config/classes.ts";
import { interceptorsOf, multicastRuns, ofClass } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * Without the channel's heartbeat nothing checks suspects or pings members, unless the container's thread, multicast, or
 * a thread of TcpPingInterceptor or StaticMembershipService does it.
 *
 * Source: GroupChannel.start, SimpleTcpCluster.backgroundProcess, TcpPingInterceptor.start, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "channel-heartbeat-off",
  group: "interceptors",
  severity: "warning",
  summary: {
    en: "With static members, a Channel without heartbeat never drops a crashed one.",
    ko: "고정 멤버를 쓸 때 Channel의 heartbeat를 끄면 죽은 멤버가 제거되지 않습니다.",
  },
  target: GROUP_CHANNEL,

  *check(channel) {
    if (!channel.has("heartbeat") || channel.boolean("heartbeat") !== false) return;
    if (channel.parent?.type === undefined || channel.parent.boolean("heartbeatBackgroundEnabled") !== false) return;
    if (multicastRuns(channel.parent) !== false || asksItself(channel)) return;
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

/** True where a thread of its own may ask the members whether they are there. */
function asksItself(channel: Component): boolean {
  const asking = [
    ...ofClass(interceptorsOf(channel), TCP_PING),
    ...ofClass(channel.childrenNamed("Membership"), STATIC_SERVICE),
  ];
  return asking.some((each) => each.boolean("useThread") !== false);
}
