import { MCAST_SERVICE } from "../../config/classes.ts";
import { neverStarts } from "../../config/cluster.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** Milliseconds; the start then takes 20 s. */
const SLOW = 5000;
/** Sleeps of the start, in heartbeats: two for receiving, two for sending. */
const WAITS = 4;

/**
 * Tomcat's start waits for two heartbeats after starting to receive, and again after starting to send. With 0 it sends
 * the next as soon as one is sent.
 *
 * Source: McastServiceImpl.waitForMembers and its SenderThread, 7.0 to 11.0; 11.0.24 sent some 56,000 heartbeats a
 * second.
 */
export const rule: ComponentRule = {
  id: "multicast-frequency",
  group: "membership",
  severity: "information",
  summary: {
    en: "Tomcat's start waits for four heartbeats, so a long frequency makes it slow; 0 sends without a pause.",
    ko: "Tomcat은 시작할 때 하트비트 네 번을 기다리므로 frequency가 길면 느려지고, 0이면 쉬지 않고 보냅니다.",
  },
  target: MCAST_SERVICE,

  check(membership, report) {
    if (neverStarts(membership)) return;
    const frequency = membership.numberWhereWritten("frequency");
    if (frequency === 0) {
      report({
        at: membership.spanOf("frequency"),
        severity: "warning",
        text: {
          en: "With frequency 0 heartbeats are sent without a pause: that takes a whole core here, and floods each machine of the group. Use 500 ms.",
          ko: "frequency가 0이면 하트비트를 쉬지 않고 보내므로 코어 하나를 다 쓰고 그룹의 모든 장비에 패킷이 쏟아집니다. 500ms를 쓰십시오.",
        },
        fix: setTo(membership, "frequency", "500"),
      });
      return;
    }
    if (frequency === undefined || frequency <= SLOW) return;
    const seconds = Math.round((frequency * WAITS) / 1000);
    report({
      at: membership.spanOf("frequency"),
      text: {
        en: `frequency ${frequency} ms makes each start of Tomcat wait ${seconds} s, and a new node is seen as late. Use 500 ms.`,
        ko: `frequency가 ${frequency}ms이면 Tomcat이 시작할 때마다 ${seconds}초 기다리고 새 노드도 늦게 보입니다. 500ms를 쓰십시오.`,
      },
      fix: setTo(membership, "frequency", "500"),
    });
  },
};
