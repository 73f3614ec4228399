import { josa } from "../../base/josa.ts";
import { MCAST_SERVICE } from "../../config/classes.ts";
import { neverStarts } from "../../config/cluster.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

const LARGEST_PORT = 65_535;
const LARGEST_TTL = 255;

/**
 * A multicast port or ttl out of range stops Tomcat; ttl 0 keeps the announcements on this machine.
 *
 * Source: McastServiceImpl.setupSocket, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "multicast-limits",
  group: "membership",
  severity: "error",
  summary: {
    en: "The multicast port must be 1 to 65535 and the ttl 1 to 255.",
    ko: "멀티캐스트 port는 1~65535, ttl은 1~255여야 합니다.",
  },
  target: MCAST_SERVICE,

  check(membership, report) {
    if (neverStarts(membership)) return;
    const port = membership.number("port");
    if (port !== undefined && port > LARGEST_PORT) {
      report({
        at: membership.spanOf("port"),
        text: {
          en: `Port ${port} does not exist: Tomcat does not start. Write one from 1 to ${LARGEST_PORT}.`,
          ko: `포트 ${josa(port, "은")} 없는 포트여서 Tomcat이 시작되지 않습니다. 1~${LARGEST_PORT} 중에서 쓰십시오.`,
        },
      });
    }
    if (!membership.has("ttl")) return;
    const ttl = membership.number("ttl");
    if (ttl !== undefined && ttl > LARGEST_TTL) {
      report({
        at: membership.spanOf("ttl"),
        text: {
          en: `ttl ${ttl} is above ${LARGEST_TTL}: Tomcat does not start. 1 stays in the subnet.`,
          ko: `ttl ${josa(ttl, "은")} ${LARGEST_TTL}보다 커서 Tomcat이 시작되지 않습니다. 1이면 같은 서브넷에 머뭅니다.`,
        },
        fix: setTo(membership, "ttl", "1"),
      });
    } else if (ttl === 0) {
      report({
        at: membership.spanOf("ttl"),
        severity: "warning",
        text: {
          en: "With ttl 0 announcements never leave this machine. Write 1 for nodes in one subnet.",
          ko: "ttl이 0이면 하트비트가 이 장비를 벗어나지 않습니다. 같은 서브넷의 노드라면 1로 쓰십시오.",
        },
        fix: setTo(membership, "ttl", "1"),
      });
    }
  },
};
