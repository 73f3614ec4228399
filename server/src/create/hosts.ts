import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import { isIpv4Multicast, isLoopback, parseIpv4 } from "../config/values.ts";
import { type Membership, MOST_NODES } from "./plan.ts";

/** The addresses in a text, separated by commas, blanks or both. */
export function hostsIn(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((host) => host !== "");
}

/** Why the nodes in a text cannot find each other; undefined where they can. */
export function hostsProblem(text: string, membership: Membership | undefined): Localized | undefined {
  const hosts = hostsIn(text);
  const wrong = hosts.find((host) => !isAddress(host));
  if (wrong !== undefined) {
    return {
      en: `${wrong} is no address other nodes can connect to: an IPv4 address or a host name.`,
      ko: `${josa(wrong, "은")} 다른 노드가 접속할 수 있는 주소가 아닙니다. IPv4 주소나 호스트 이름을 쓰십시오.`,
    };
  }
  if (hosts.length < 2)
    return { en: "A cluster has at least two nodes.", ko: "클러스터에는 노드가 둘 이상 필요합니다." };
  if (hosts.length > MOST_NODES) {
    return { en: `At most ${MOST_NODES} nodes.`, ko: `노드는 ${MOST_NODES}개까지입니다.` };
  }
  const local = hosts.find(isLoopback);
  if (local !== undefined && !hosts.every(isLoopback)) {
    return {
      en: `${local} reaches only its own machine, and the others are elsewhere.`,
      ko: `${local} 주소는 그 장비에서만 접속되는데 다른 노드는 다른 장비에 있습니다.`,
    };
  }
  if (local !== undefined && membership === "multicast") {
    return {
      en: `Multicast does not run on ${local}. Use this machine's own address, or static members.`,
      ko: `${local}에서는 멀티캐스트가 동작하지 않습니다. 이 장비의 실제 주소나 정적 멤버를 쓰십시오.`,
    };
  }
  return undefined;
}

/** True for an IPv4 address of one machine or a host name (RFC 1123). A text of digits and dots must be an address. */
function isAddress(host: string): boolean {
  if (/^[\d.]+$/.test(host)) {
    return parseIpv4(host) !== undefined && isIpv4Multicast(host) === false && !/^(0|255)\./.test(host);
  }
  return host.length <= 253 && host.split(".").every((label) => /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(label));
}
