import { CLOUD_SERVICE, RECEIVERS } from "../../config/classes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * With `auto`, the default, the Receiver takes the address the machine's host name resolves to.
 *
 * Source: ReceiverBase.getBind (InetAddress.getLocalHost), 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "receiver-address-automatic",
  group: "receiver",
  severity: "information",
  summary: {
    en: "An automatic Receiver address is the host name's, often 127.0.1.1.",
    ko: "자동 Receiver 주소는 호스트 이름의 주소이며 127.0.1.1인 경우가 많습니다.",
  },
  target: RECEIVERS,

  check(receiver, report, { reading }) {
    if (receiver.unfinished || (receiver.has("address") && receiver.text("address") !== "auto")) return;
    // A pod's host name resolves to the address that other nodes see.
    if (receiver.parent?.child("Membership")?.className === CLOUD_SERVICE) return;
    // The same holds in other containers.
    if (reading.properties.container) return;
    report({
      at: receiver.spanOf("address"),
      text: {
        en: "Tomcat takes the host name's address, often 127.0.1.1, where no other node gets through. Write this node's address.",
        ko: "호스트 이름의 주소를 쓰는데 127.0.1.1인 경우가 많아 다른 노드가 접속하지 못합니다. 이 노드의 주소를 쓰십시오.",
      },
    });
  },
};
