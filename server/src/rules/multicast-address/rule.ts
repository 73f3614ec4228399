import { MCAST_SERVICE } from "../../config/classes.ts";
import { isIpv4Multicast } from "../../config/values.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A Membership address that is no multicast address stops Tomcat: `Not a multicast address`.
 *
 * Range: 224.0.0.0 to 239.255.255.255. Source: McastServiceImpl.init, 7.0 to 11.0. Names and IPv6 are not judged.
 */
export const rule: ComponentRule = {
  id: "multicast-address",
  group: "membership",
  severity: "error",
  summary: {
    en: "The Membership address must be a multicast address, 224.0.0.0 to 239.255.255.255.",
    ko: "Membership의 address는 멀티캐스트 주소(224.0.0.0~239.255.255.255)여야 합니다.",
  },
  automatic: "Tomcat does not start with the blanks, and no address has them.",
  target: MCAST_SERVICE,

  *check(membership) {
    const address = membership.text("address");
    if (address === undefined) return;
    const multicast = isIpv4Multicast(address.trim());
    if (multicast === undefined || (multicast && address.trim() === address)) return;
    yield {
      at: membership.spanOf("address"),
      text: multicast
        ? {
            en: "Blanks around the address: Tomcat takes it for a host name and does not start. Remove them.",
            ko: "주소 앞뒤에 공백이 있으면 Tomcat이 호스트 이름으로 여겨 시작되지 않습니다. 공백을 지우십시오.",
          }
        : {
            en: `${address} is no multicast address: Tomcat does not start. Use 224.0.0.0 to 239.255.255.255.`,
            ko: `${address}은(는) 멀티캐스트 주소가 아니어서 Tomcat이 시작되지 않습니다. 224.0.0.0~239.255.255.255를 쓰십시오.`,
          },
      // Which group the nodes are to share, only their administrator knows.
      ...(multicast ? { fix: setTo(membership, "address", address.trim()) } : {}),
    };
  },
};
