import { josa } from "../../base/josa.ts";
import { RECEIVERS } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import { freePort, portsOnMachine } from "../ports.ts";
import type { ComponentRule } from "../rule.ts";

const LARGEST = 65_535;
/** Tomcat's default. */
const USUAL = 4000;

/**
 * Members announce port 0 as 0, and ports outside of 1 to 65535 stop Tomcat.
 *
 * Source: ReceiverBase.bind, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "receiver-port",
  group: "receiver",
  severity: "error",
  summary: {
    en: "The Receiver's port must be from 1 to 65535.",
    ko: "Receiver의 port는 1~65535여야 합니다.",
  },
  target: RECEIVERS,

  check(receiver, report, file, clusters) {
    const port = receiver.number("port");
    if (port === undefined || (port > 0 && port <= LARGEST)) return;
    report({
      at: receiver.spanOf("port"),
      text:
        port === 0
          ? {
              en: "Peers are told port 0 and cannot connect. Write a fixed port such as 4000.",
              ko: "다른 노드가 포트 0을 받아 접속할 수 없습니다. 4000처럼 고정된 포트를 쓰십시오.",
            }
          : {
              en: `Port ${port} does not exist: Tomcat does not start. Write one from 1 to ${LARGEST}.`,
              ko: `포트 ${josa(port, "은")} 없는 포트여서 Tomcat이 시작되지 않습니다. 1~${LARGEST} 중에서 쓰십시오.`,
            },
      fix: setTo(receiver, "port", `${freePort(USUAL, portsOnMachine(file, clusters())) ?? USUAL}`),
    });
  },
};
