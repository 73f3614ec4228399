import { MCAST_SERVICE } from "../../config/classes.ts";
import { neverStarts } from "../../config/cluster.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** Milliseconds; the start then takes 20 s. */
const SLOW = 5000;
/** Sleeps of the start, in heartbeats: two for receiving, two for sending. */
const WAITS = 4;

/**
 * Tomcat's start waits for two heartbeats after starting to receive, and again after starting to send.
 *
 * Source: McastServiceImpl.waitForMembers, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "multicast-frequency",
  group: "membership",
  severity: "information",
  summary: {
    en: "Tomcat's start waits for four heartbeats; a long frequency makes it slow.",
    ko: "Tomcat은 시작할 때 하트비트 네 번을 기다리므로 frequency가 길면 느려집니다.",
  },
  target: MCAST_SERVICE,

  check(membership, report) {
    if (neverStarts(membership)) return;
    const frequency = membership.numberWhereWritten("frequency");
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
