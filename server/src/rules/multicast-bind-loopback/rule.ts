import { MCAST_SERVICE } from "../../config/classes.ts";
import { neverStarts } from "../../config/cluster.ts";
import { isLoopback } from "../../config/values.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * Heartbeats bound to loopback never leave this machine, while the Receiver waits for others.
 *
 * Source: McastServiceImpl.setupSocket, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "multicast-bind-loopback",
  group: "membership",
  severity: "warning",
  summary: {
    en: "A Membership bound to loopback never meets other machines.",
    ko: "루프백에 바인드한 Membership은 다른 장비를 만나지 못합니다.",
  },
  target: MCAST_SERVICE,

  check(membership, report, file) {
    if (neverStarts(membership)) return;
    const bind = membership.text("bind");
    const receiver = membership.parent?.child("Receiver");
    const address = receiver?.text("address");
    if (bind === undefined || !isLoopback(bind)) return;
    if (!receiver || address === undefined || address === "auto" || isLoopback(address)) return;
    report({
      at: membership.spanOf("bind"),
      text: {
        en: `By the interface of ${bind}, heartbeats never leave this machine, though the Receiver is at ${address}. Write an address of the nodes' network, or remove bind.`,
        ko: `${bind}의 인터페이스로는 하트비트가 이 장비를 벗어나지 못합니다. Receiver는 ${address}에 있으니 노드들의 네트워크 주소를 쓰거나 bind를 제거하십시오.`,
      },
      related: [{ file, at: receiver.spanOf("address"), text: { en: "The Receiver.", ko: "Receiver입니다." } }],
      ...withoutAttribute(membership, "bind"),
    });
  },
};
