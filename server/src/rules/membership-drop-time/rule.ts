import { MCAST_SERVICE } from "../../config/classes.ts";
import { neverStarts } from "../../config/cluster.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** Tomcat's defaults leave six heartbeats (3000 ms / 500 ms) before a member is dropped. */
const HEARTBEATS_BEFORE_DROP = 6;

/**
 * A member that expires no later than its next heartbeat is reported gone and back for ever. TcpFailureDetector keeps it,
 * and tries a connection each time.
 *
 * Unit: milliseconds. Defaults (frequency 500, dropTime 3000) come from the schema.
 * Source: McastServiceImpl.send and checkExpired, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "membership-drop-time",
  group: "membership",
  severity: "warning",
  summary: {
    en: "A member must be allowed to live longer than one heartbeat.",
    ko: "멤버의 만료 시간은 하트비트 주기보다 길어야 합니다.",
  },
  target: MCAST_SERVICE,

  check(membership, report) {
    if (neverStarts(membership)) return;
    const frequency = membership.number("frequency");
    const dropTime = membership.number("dropTime");
    if (frequency === undefined || dropTime === undefined || frequency < dropTime) return;
    const safe = frequency * HEARTBEATS_BEFORE_DROP;
    report({
      at: membership.spanOf("dropTime", "frequency"),
      text: {
        en: `dropTime (${dropTime} ms) must exceed frequency (${frequency} ms), or live members expire between two heartbeats.`,
        ko: `dropTime(${dropTime} ms)은 frequency(${frequency} ms)보다 길어야 합니다. 그렇지 않으면 살아 있는 멤버가 하트비트 사이에 만료됩니다.`,
      },
      fix: setTo(membership, "dropTime", `${safe}`),
    });
  },
};
