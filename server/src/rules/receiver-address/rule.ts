import { josa } from "../../base/josa.ts";
import { RECEIVERS } from "../../config/classes.ts";
import { looksForItself } from "../../config/cluster.ts";
import { ALL_ADDRESSES, canonicalHost, isNoAddress } from "../../config/values.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

const WILDCARD = /^(0\.0\.0\.0|::|\[::\]|0:0:0:0:0:0:0:0)$/;

/**
 * What the Receiver's address says is told to the other nodes as it stands: a wildcard sends them to themselves.
 * Beside a `bind` that is an address, an absent address becomes the host name `auto`; blanks become part of the name.
 *
 * Source: ReceiverBase.getBind, getAddress, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "receiver-address",
  group: "receiver",
  severity: "error",
  summary: {
    en: "The Receiver's address must be one that the other nodes can connect to.",
    ko: "Receiver의 address는 다른 노드가 접속할 수 있는 주소여야 합니다.",
  },
  automatic: "Tomcat does not start with the blanks, and no address has them.",
  target: RECEIVERS,

  check(receiver, report) {
    const address = receiver.text("address");
    if (!receiver.has("address")) {
      const bind = receiver.text("bind");
      // What cannot be looked up is dropped, and the address stays automatic.
      if (!receiver.has("bind") || (bind !== undefined && (bind === "auto" || isNoAddress(bind)))) return;
      report({
        at: receiver.spanOf("bind"),
        text: {
          en: "bind without address: Tomcat looks up a host called auto and does not start. Add this node's address.",
          ko: "address 없이 bind만 있으면 Tomcat이 auto라는 호스트를 찾다가 시작되지 않습니다. 이 노드의 address를 추가하십시오.",
        },
      });
    } else if (address !== undefined && address !== address.trim()) {
      report({
        at: receiver.spanOf("address"),
        text: {
          en: "Blanks around the address: Tomcat takes it for an unknown host and does not start. Remove them.",
          ko: "주소 앞뒤에 공백이 있으면 Tomcat이 알 수 없는 호스트로 여겨 시작되지 않습니다. 공백을 제거하십시오.",
        },
        fix: setTo(receiver, "address", address.trim()),
      });
    } else if (address === "") {
      report({
        at: receiver.spanOf("address"),
        text: {
          en: "The other nodes are told an empty address and connect to themselves. Write this node's own address.",
          ko: "다른 노드가 빈 주소를 받아 자기 자신에게 접속합니다. 이 노드의 실제 주소를 쓰십시오.",
        },
      });
    } else if (address !== undefined && isNoAddress(address)) {
      const host = hostIn(address);
      report({
        at: receiver.spanOf("address"),
        text: {
          en: `"${address}" is no address: Tomcat does not start. Write the address alone, without scheme and port.`,
          ko: `"${address}" 값은 주소가 아니어서 Tomcat이 시작되지 않습니다. 스킴과 포트 없이 주소만 쓰십시오.`,
        },
        ...(host === undefined ? {} : { fix: { ...setTo(receiver, "address", host), asked: true } }),
      });
    } else if (address !== undefined && WILDCARD.test(canonicalHost(address))) {
      // It looks for its own address among the Members: static-service-members says that Tomcat does not start.
      const membership = receiver.parent?.child("Membership");
      if (address === ALL_ADDRESSES && membership && looksForItself(membership)) return;
      report({
        at: receiver.spanOf("address"),
        text: {
          en: `Peers are told ${address} and connect to themselves. Write this node's own address; bind="${address}" may stay.`,
          ko: `다른 노드가 ${josa(address, "을")} 받아 자기 자신에게 접속합니다. 이 노드의 실제 주소를 쓰고, 필요하면 ${josa(`bind="${address}"`, "으로")} 두십시오.`,
        },
      });
    }
  },
};

/** The host of `tcp://192.168.56.7:4000` and its like. */
function hostIn(address: string): string | undefined {
  const host = /^(?:\w+:\/\/)?([\w.-]+)(?::\d+)?\/?$/.exec(address)?.[1];
  return host === undefined || isNoAddress(host) ? undefined : host;
}
