import { josa } from "../../base/josa.ts";
import { MCAST_SERVICE } from "../../config/classes.ts";
import { neverStarts } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import { isIpv4Multicast, isNoAddress, parseIpv4 } from "../../config/values.ts";
import { setTo, withoutAttribute } from "../fixes.ts";
import type { ComponentRule, Fix, Report } from "../rule.ts";

/**
 * Groups reserved for a network's own protocols: routers do not forward them, and all machines are members of
 * 224.0.0.1.
 */
const LOCAL_CONTROL = [224, 0, 0];
/** `auto`, which only a Receiver accepts, and the address of all interfaces. */
const NO_BIND = /^(auto|0\.0\.0\.0)$/;

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

  check(membership, report) {
    if (neverStarts(membership)) return;
    bind(membership, report);
    const address = membership.text("address");
    if (address === undefined) return;
    reserved(membership, report, address);
    if (address === "" || (isIpv4Multicast(address.trim()) === undefined && isNoAddress(address))) {
      report({
        at: membership.spanOf("address"),
        text: {
          en: `"${address}" is no address: Tomcat does not start. Use 224.0.0.0 to 239.255.255.255.`,
          ko: `"${address}" 값은 주소가 아니어서 Tomcat이 시작되지 않습니다. 224.0.0.0~239.255.255.255를 쓰십시오.`,
        },
      });
      return;
    }
    const multicast = isIpv4Multicast(address.trim());
    if (multicast === undefined || (multicast && address.trim() === address)) return;
    report({
      at: membership.spanOf("address"),
      text: multicast
        ? {
            en: "Blanks around the address: Tomcat takes it for a host name and does not start. Remove them.",
            ko: "주소 앞뒤에 공백이 있으면 Tomcat이 호스트 이름으로 여겨 시작되지 않습니다. 공백을 제거하십시오.",
          }
        : {
            en: `${address} is no multicast address: Tomcat does not start. Use 224.0.0.0 to 239.255.255.255.`,
            ko: `${josa(address, "은")} 멀티캐스트 주소가 아니어서 Tomcat이 시작되지 않습니다. 224.0.0.0~239.255.255.255를 쓰십시오.`,
          },
      // There is no fix for other values, because only an administrator knows the nodes' group.
      ...(multicast ? { fix: setTo(membership, "address", address.trim()) } : {}),
    });
  },
};

/** A group of the network's own protocols works within one network and wakes every machine in it. */
function reserved(membership: Component, report: Report, address: string): void {
  const bytes = parseIpv4(address);
  if (!bytes || !LOCAL_CONTROL.every((byte, index) => bytes[index] === byte)) return;
  report({
    at: membership.spanOf("address"),
    severity: "information",
    text: {
      en: `${address} is for the network's own protocols: no router passes it on. Use a group from 239.0.0.0 to 239.255.255.255.`,
      ko: `${address} 주소는 네트워크 자체의 프로토콜용이며 라우터가 전달하지 않습니다. 239.0.0.0~239.255.255.255를 쓰십시오.`,
    },
  });
}

/** The interface to send and receive on, which must be an address of this machine. */
function bind(membership: Component, report: Report): void {
  const address = membership.text("bind");
  if (address === undefined || !(NO_BIND.test(address) || isNoAddress(address))) return;
  report({
    at: membership.spanOf("bind"),
    text: {
      en: `bind="${address}" is no address of this machine: Tomcat does not start. Write one, or leave bind out.`,
      ko: `bind="${address}" 값은 이 장비의 주소가 아니어서 Tomcat이 시작되지 않습니다. 장비의 주소를 쓰거나 bind를 제거하십시오.`,
    },
    ...asked(withoutAttribute(membership, "bind")),
  });
}

function asked({ fix }: { readonly fix?: Fix }): { readonly fix?: Fix } {
  return fix ? { fix: { ...fix, asked: true } } : {};
}
