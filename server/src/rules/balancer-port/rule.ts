import { josa } from "../../base/josa.ts";
import { span } from "../../base/span.ts";
import { connectorsOf, type NodeConnector } from "../../config/front/connectors.ts";
import type { Front } from "../../config/front/fronts.ts";
import { isKnown, type KnownBackend, placeOfNode } from "../fronts.ts";
import type { ClusterRule, Fix, NodeFinding } from "../rule.ts";

/**
 * A member answers where its node has a Connector on that port which speaks the same protocol.
 *
 * Source: AbstractEndpoint.bind, AjpProcessor and Http11Processor, 7.0 to 11.0. Run with httpd 2.4: HTTP sent to an AJP
 * Connector and AJP sent to an HTTP Connector both end with an error of the balancer.
 */
export const rule: ClusterRule = {
  id: "balancer-port",
  group: "nodes",
  severity: "error",
  summary: {
    en: "A balancer must reach a Connector of the node, in its protocol.",
    ko: "로드 밸런서는 노드의 Connector에 같은 프로토콜로 연결해야 합니다.",
  },
  scope: "cluster",

  check({ fronts }, report) {
    for (const front of fronts) {
      for (const backend of front.backends) {
        if (!isKnown(backend) || backend.evidence === "rest") continue;
        const finding = findingOf(front, backend);
        if (finding) report(finding);
      }
    }
  },
};

function findingOf(front: Front, backend: KnownBackend): NodeFinding | undefined {
  const { member, site } = backend;
  const connectors = connectorsOf(site);
  if (!member.port || connectors.length === 0) return undefined;
  const { number, at } = member.port;
  const there = connectors.find(({ port }) => port === number);
  const fix = portFixes(front, backend, connectors);
  if (there) {
    if (!member.protocol || !there.protocol || member.protocol === there.protocol) return undefined;
    const sends = member.protocol.toUpperCase();
    const speaks = there.protocol.toUpperCase();
    return {
      file: front.file,
      at,
      text: {
        en: `The Connector of ${site.label} on port ${number} speaks ${speaks}, and is sent ${sends}: no request gets an answer. Use one protocol.`,
        ko: `${site.label}의 ${number} 포트 Connector는 ${speaks}인데 ${josa(sends, "으로")} 보내므로 요청이 모두 실패합니다. 프로토콜을 같게 하십시오.`,
      },
      related: [placeOfNode(site, there.component.spanOf("protocol", "port"))],
      fix,
    };
  }
  // A container, or a forwarded port, has other ports outside than inside.
  if (connectors.some(({ port }) => port === undefined) || site.file.reading.properties.container) return undefined;
  const list = connectors.map(({ port, protocol }) => `${protocol?.toUpperCase() ?? "?"} ${port}`).join(", ");
  return {
    file: front.file,
    at,
    severity: "warning",
    text: {
      en: `${site.label} has no Connector on port ${number} (it has ${list}): requests to this member fail. Use one of these ports.`,
      ko: `${site.label}에는 ${number} 포트의 Connector가 없어(있는 것: ${list}) 이 멤버로 가는 요청이 실패합니다. 이 포트 중 하나를 쓰십시오.`,
    },
    related: connectors.slice(0, 2).map(({ component }) => placeOfNode(site, component.spanOf("port"))),
    fix,
  };
}

/** The port of the only Connector that speaks the member's protocol, where the port is written. */
function portFixes({ file }: Front, { member }: KnownBackend, connectors: readonly NodeConnector[]): readonly Fix[] {
  const fitting = connectors.filter(({ protocol, port }) => port !== undefined && protocol === member.protocol);
  const [only] = fitting;
  if (!only || fitting.length > 1 || !member.port || only.port === member.port.number) return [];
  const written = file.text.slice(member.port.at.start, member.port.at.end);
  const place = written.search(new RegExp(`(?<=^|:)${member.port.number}(?!\\d)`));
  if (place < 0) return [];
  const start = member.port.at.start + place;
  const digits = `${member.port.number}`.length;
  return [
    {
      title: { en: `Use port ${only.port}`, ko: `${only.port} 포트 사용` },
      edits: [{ span: span(start, start + digits), newText: `${only.port}` }],
    },
  ];
}
