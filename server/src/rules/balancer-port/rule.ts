import { groupBy } from "../../base/group-by.ts";
import { josa } from "../../base/josa.ts";
import { span } from "../../base/span.ts";
import { connectorAt, connectorsOf, isOfOtherService, type NodeConnector } from "../../config/front/connectors.ts";
import type { Front } from "../../config/front/fronts.ts";
import type { ClusterSite } from "../../config/site.ts";
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
  // The ports of a container, or of a forwarded address, differ inside and outside.
  if (!member.port || connectors.length === 0 || site.file.reading.properties.container) return undefined;
  const { number, at } = member.port;
  const there = connectorAt(site, number);
  if (there) {
    if (!member.protocol || !there.protocol || member.protocol === there.protocol) return undefined;
    const sends = member.protocol.toUpperCase();
    const speaks = there.protocol.toUpperCase();
    return {
      file: front.file,
      at,
      text: {
        en: `The Connector of ${site.label} on port ${number} speaks ${speaks}, and is sent ${sends}: every request fails. Use one protocol.`,
        ko: `${site.label}의 ${number} 포트 Connector는 ${speaks}인데 ${josa(sends, "으로")} 보내므로 요청이 모두 실패합니다. 프로토콜을 같게 하십시오.`,
      },
      related: [placeOfNode(site, there.component.spanOf("protocol", "port"))],
      fix: portFixes(front, backend),
    };
  }
  const { list, known } = portsOf(site);
  if (!known || isOfOtherService(site, number)) return undefined;
  return {
    file: front.file,
    at,
    severity: "warning",
    text: {
      en: `${site.label} has no Connector on port ${number} (it has ${list}): requests to this member fail. Use one of these ports.`,
      ko: `${site.label}에는 ${number} 포트의 Connector가 없어(있는 것: ${list}) 이 멤버로 가는 요청이 실패합니다. 이 포트 중 하나를 쓰십시오.`,
    },
    related: connectors.slice(0, 2).map(({ component }) => placeOfNode(site, component.spanOf("port"))),
    fix: portFixes(front, backend),
  };
}

/** The most Connectors named in a text. */
const MOST_NAMED = 5;

interface Ports {
  /** `AJP 8009, HTTP 8080`. */
  readonly list: string;
  /** False where a port cannot be known. */
  readonly known: boolean;
  /** The Connectors with known ports. */
  readonly byProtocol: ReadonlyMap<NodeConnector["protocol"], readonly NodeConnector[]>;
}

const ports = new WeakMap<ClusterSite, Ports>();

/** The ports of a node's Connectors, collected once for all members that lead to the node. */
function portsOf(site: ClusterSite): Ports {
  const kept = ports.get(site);
  if (kept) return kept;
  const connectors = connectorsOf(site);
  const named = connectors
    .slice(0, MOST_NAMED)
    .map(({ port, protocol }) => `${protocol?.toUpperCase() ?? "?"} ${port}`);
  const made = {
    list: [...named, ...(connectors.length > MOST_NAMED ? ["…"] : [])].join(", "),
    known: connectors.every(({ port }) => port !== undefined),
    byProtocol: groupBy(
      connectors.filter(({ port }) => port !== undefined),
      ({ protocol }) => protocol,
    ),
  };
  ports.set(site, made);
  return made;
}

/** The port of the only Connector that speaks the member's protocol, where the port is written. */
function portFixes({ file }: Front, { member, site }: KnownBackend): readonly Fix[] {
  const [only, another] = portsOf(site).byProtocol.get(member.protocol) ?? [];
  if (!only || another || !member.port || only.port === member.port.number) return [];
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
