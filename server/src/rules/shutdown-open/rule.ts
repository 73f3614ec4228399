import { isOfNetwork } from "../../config/values.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/** What Tomcat's own server.xml has, and what counts where none is written. */
const KNOWN_WORD = "SHUTDOWN";

/**
 * At its shutdown port a Tomcat takes one line from anyone who can connect, and stops.
 *
 * Source: StandardServer.await, 7.0 to 11.0; 9.0.70, 10.1.60 and 11.0.24 stopped over the address of a network card.
 */
export const rule: ElementRule = {
  id: "shutdown-open",
  group: "tomcat",
  severity: "warning",
  summary: {
    en: "The shutdown port must be on the loopback address, or have a word of its own.",
    ko: "종료 포트는 루프백 주소에 두거나 종료 명령을 따로 정해야 합니다.",
  },
  elements: ["Server"],

  check(server, report) {
    const address = server.text("address");
    if (address === undefined || !isOfNetwork(address)) return;
    const port = server.has("port") ? server.number("port") : 8005;
    const word = server.has("shutdown") ? server.text("shutdown") : KNOWN_WORD;
    if (port === undefined || port <= 0 || word !== KNOWN_WORD) return;
    report({
      at: server.spanOf("address"),
      text: {
        en: `Any machine that can connect stops this Tomcat: on ${address} the shutdown port takes the word that everyone knows. Remove address, or set port="-1".`,
        ko: `${address} 주소에서 종료 포트가 널리 알려진 명령을 기다리므로 접속할 수 있는 장비는 모두 이 Tomcat을 멈출 수 있습니다. address를 제거하거나 port="-1"로 설정하십시오.`,
      },
      ...withoutAttribute(server, "address"),
    });
  },
};
