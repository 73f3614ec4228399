import { josa } from "../../base/josa.ts";
import { RECEIVERS } from "../../config/classes.ts";
import { isLoopback } from "../../config/values.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * The Receiver's address is what other nodes are told to connect to: a loopback address sends them to themselves.
 *
 * Reported only when a static Member is on another machine. Source: ReceiverBase.getAddress, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "receiver-loopback",
  group: "receiver",
  severity: "warning",
  summary: {
    en: "A Receiver on a loopback address cannot be reached from other machines.",
    ko: "루프백 주소의 Receiver에는 다른 장비가 접속할 수 없습니다.",
  },
  target: RECEIVERS,

  check(receiver, report, file) {
    const address = receiver.text("address");
    const channel = receiver.parent;
    if (address === undefined || !isLoopback(address) || !channel) return;
    const members = [...channel.descendants()].filter(({ name }) => name === "Member");
    const remote = members.find((member) => {
      const host = member.text("host");
      return host !== undefined && !isLoopback(host);
    });
    if (!remote) return;
    report({
      at: receiver.spanOf("address"),
      text: {
        en: `Other nodes are told to connect to ${address} and reach themselves. Use this machine's own address.`,
        ko: `다른 노드가 ${josa(address, "으로")} 접속하면 자기 자신에 연결됩니다. 이 장비의 실제 주소를 쓰십시오.`,
      },
      related: [
        {
          file,
          at: remote.spanOf("host"),
          text: { en: "This member is on another machine.", ko: "이 멤버는 다른 장비에 있습니다." },
        },
      ],
    });
  },
};
