import { josa } from "../../base/josa.ts";
import { connectorsAt, type NodeConnector } from "../../config/front/connectors.ts";
import { isLoopback, parseIpv4 } from "../../config/values.ts";
import { isKnown, placeOfMember } from "../fronts.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * A Connector on the loopback address is reached from its own machine alone, and there only under that address. An AJP
 * Connector is there where no address is written.
 *
 * Source: AbstractAjpProtocol's constructor, from 7.0.100, 8.5.51 and 9.0.31 on; AbstractEndpoint.bind.
 */
export const rule: ClusterRule = {
  id: "balancer-connector-loopback",
  group: "nodes",
  severity: "error",
  summary: {
    en: "A Connector on the loopback address is not reached under another one.",
    ko: "루프백 주소의 Connector에는 다른 주소로 연결할 수 없습니다.",
  },
  scope: "cluster",

  check({ fronts }, report) {
    const told = new Set<object>();
    for (const front of fronts) {
      for (const backend of front.backends) {
        if (!isKnown(backend) || backend.evidence !== "address") continue;
        const { member, site } = backend;
        const host = member.host?.text;
        if (!host || isLoopback(host)) continue;
        const connectors = connectorsAt(site, member.port?.number);
        const [connector] = connectors;
        // Another Connector may have the same port under the address that the balancer uses.
        if (!connector || told.has(connector) || !connectors.every(isLocal)) continue;
        const { loopbackSince: since } = connector;
        told.add(connector);
        const { component } = connector;
        const written = component.has("address");
        const address = parseIpv4(host) ? host : undefined;
        const from = since ? { en: `from ${since} on `, ko: `${since}부터 ` } : { en: "", ko: "" };
        report({
          file: site.file,
          at: component.spanOf("address", "port"),
          // A host name may resolve to the loopback address on the balancer's machine.
          severity: !address ? "information" : since ? "warning" : "error",
          text: written
            ? {
                en: `The balancer sends to ${host}, and this Connector listens on the loopback address only: it is not reached. Write its own address.`,
                ko: `로드 밸런서는 ${josa(host, "으로")} 보내지만 이 Connector는 루프백 주소에서만 대기해 연결되지 않습니다. 자기 주소를 쓰십시오.`,
              }
            : {
                en: `The balancer sends to ${host}, and ${from.en}an AJP Connector without an address listens on the loopback address only. Write address="${address ?? "…"}".`,
                ko: `로드 밸런서는 ${josa(host, "으로")} 보내지만 ${from.ko}address가 없는 AJP Connector는 루프백 주소에서만 대기합니다. ${josa(`address="${address ?? "…"}"`, "을")} 쓰십시오.`,
              },
          related: [placeOfMember(front, backend)],
          ...(address
            ? {
                fix: {
                  title: { en: `Set address to ${address}`, ko: `address를 ${josa(address, "으로")} 설정` },
                  edits: [component.setAttribute("address", address)],
                },
              }
            : {}),
        });
      }
    }
  },
};

function isLocal({ loopback, loopbackSince }: NodeConnector): boolean {
  return loopback === true || loopbackSince !== undefined;
}
