import { GROUP_CHANNEL, SIMPLE_TCP_CLUSTER, STATIC_SERVICE, TCP_PING } from "../../config/classes.ts";
import { interceptorsOf, multicastRuns, ofClass } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule, Report } from "../rule.ts";

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
    en: "With static members, a Channel without heartbeat notices a crashed one only by a failing message.",
    ko: "정적 멤버를 쓸 때 Channel의 heartbeat를 끄면 죽은 멤버를 메시지 전송이 실패할 때에야 압니다.",
  },
  target: [GROUP_CHANNEL, SIMPLE_TCP_CLUSTER],

  check(component, report) {
    if (component.className === SIMPLE_TCP_CLUSTER) withoutContainersThread(component, report);
    else switchedOff(component, report);
  },
};

function switchedOff(channel: Component, report: Report): void {
  if (!channel.has("heartbeat") || channel.boolean("heartbeat") !== false) return;
  if (channel.parent?.type === undefined || channel.parent.boolean("heartbeatBackgroundEnabled") !== false) return;
  if (multicastRuns(channel.parent) !== false || asksItself(channel)) return;
  report({
    at: channel.spanOf("heartbeat"),
    text: {
      en: "Without heartbeat nothing pings or checks the members: a crashed one stays until a message to it fails, and one that comes back is not found. Set it to true.",
      ko: "heartbeat를 끄면 멤버를 점검하지 않습니다. 죽은 멤버는 메시지 전송이 실패할 때까지 남고, 돌아온 멤버는 찾지 못합니다. true로 설정하십시오.",
    },
    fix: setTo(channel, "heartbeat", "true"),
  });
}

/** The Cluster drives the heartbeat by the container's thread, and that container has none. */
function withoutContainersThread(cluster: Component, report: Report): void {
  if (!cluster.has("heartbeatBackgroundEnabled") || cluster.boolean("heartbeatBackgroundEnabled") !== true) return;
  const channel = cluster.child("Channel");
  if (multicastRuns(cluster) !== false || !channel || asksItself(channel)) return;
  // The Engine's thread serves a Host without a thread of its own.
  const containers = [cluster.ancestor("Host"), cluster.ancestor("Engine")].flatMap((each) => each ?? []);
  const without = containers.filter((each) => {
    const delay = each.number("backgroundProcessorDelay");
    return delay !== undefined && delay <= 0;
  });
  if (containers.length === 0 || without.length < containers.length) return;
  report({
    at: cluster.spanOf("heartbeatBackgroundEnabled"),
    text: {
      en: "The heartbeat follows the container's background thread, and backgroundProcessorDelay switches that off: a crashed member stays until a message to it fails.",
      ko: "heartbeat를 컨테이너의 백그라운드 스레드가 맡는데 backgroundProcessorDelay로 꺼져 있어, 죽은 멤버가 메시지 전송이 실패할 때까지 남습니다.",
    },
    fix: setTo(cluster, "heartbeatBackgroundEnabled", "false"),
  });
}

/** True where the channel may check its members by a thread of its own. */
function asksItself(channel: Component): boolean {
  const asking = [
    ...ofClass(interceptorsOf(channel), TCP_PING),
    ...ofClass(channel.childrenNamed("Membership"), STATIC_SERVICE),
  ];
  return asking.some((each) => each.boolean("useThread") !== false);
}
