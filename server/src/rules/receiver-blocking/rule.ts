import { BIO_RECEIVER, NIO_RECEIVER } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * BioReceiver needs a thread for every connection of every member, and Tomcat 10 does not have it.
 *
 * Source: BioReceiver.listen (`All BIO server replication threads are busy`), 7.0 to 9.0.
 */
export const rule: ComponentRule = {
  id: "receiver-blocking",
  group: "receiver",
  severity: "warning",
  summary: {
    en: "BioReceiver needs a thread for each connection; NioReceiver does not.",
    ko: "BioReceiver는 연결마다 스레드가 필요하고 NioReceiver는 그렇지 않습니다.",
  },
  target: BIO_RECEIVER,

  check(receiver, report) {
    report({
      at: receiver.spanOf("className"),
      text: {
        en: "BioReceiver holds a thread for each connection of each member, and is gone from Tomcat 10 on. Use NioReceiver.",
        ko: "BioReceiver는 멤버의 연결마다 스레드를 하나씩 쓰며 Tomcat 10부터 없습니다. NioReceiver를 쓰십시오.",
      },
      fix: {
        title: { en: "Change to NioReceiver", ko: "NioReceiver로 변경" },
        edits: [receiver.setAttribute("className", NIO_RECEIVER)],
      },
    });
  },
};
