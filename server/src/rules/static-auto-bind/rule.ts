import { CLOUD_SERVICE, RECEIVERS, STATIC_MEMBERSHIP, STATIC_SERVICE } from "../../config/classes.ts";
import { interceptorsOf, ofClass } from "../../config/cluster.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A Receiver that moves from a busy port to the next is not found by nodes that list it at a fixed address.
 *
 * Default 100 tries. Source: ReceiverBase.bind, 7.0 to 11.0; CloudMembershipProvider gives all members this port.
 */
export const rule: ComponentRule = {
  id: "static-auto-bind",
  group: "membership",
  severity: "information",
  summary: {
    en: 'With static or cloud members the Receiver should have autoBind="0".',
    ko: '정적 멤버나 클라우드 멤버십을 쓸 때 Receiver에는 autoBind="0"이 좋습니다.',
  },
  target: RECEIVERS,

  check(receiver, report) {
    const tries = receiver.number("autoBind");
    const channel = receiver.parent;
    if (tries === undefined || tries <= 1 || !channel) return;
    const service = channel.child("Membership")?.className;
    const fixed =
      service === STATIC_SERVICE ||
      service === CLOUD_SERVICE ||
      ofClass(interceptorsOf(channel), STATIC_MEMBERSHIP).some((each) => each.child("Member"));
    if (!fixed) return;
    report({
      at: receiver.spanOf("autoBind", "className"),
      text: {
        en: `If its port is busy, this Receiver takes one of the next ${tries - 1} without a warning, where no member looks. Set autoBind to 0.`,
        ko: `포트가 사용 중이면 이 Receiver는 다음 ${tries - 1}개 중 하나로 경고 없이 옮겨 가 멤버가 찾지 못합니다. autoBind를 0으로 설정하십시오.`,
      },
      fix: setTo(receiver, "autoBind", "0"),
    });
  },
};
