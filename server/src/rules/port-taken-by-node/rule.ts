import { firstElsewhere } from "../../base/first-elsewhere.ts";
import { groupBy } from "../../base/group-by.ts";
import { josa } from "../../base/josa.ts";
import type { Span } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import type { ClusterSite } from "../../config/site.ts";
import type { TomcatCluster } from "../../config/tomcat-cluster.ts";
import { behindPlaceholder, setTo } from "../fixes.ts";
import { placeIn } from "../nodes.ts";
import { freePort, moveReceiver, portsNamed } from "../ports.ts";
import type { ClusterRule, Fix, NodeFinding, Report } from "../rule.ts";

/** A port that a node opens. */
interface Claim {
  readonly port: number;
  readonly component: Component;
  readonly at: Span;
  readonly what: { readonly en: string; readonly ko: string };
  /** True for a Receiver that silently uses the next port. */
  readonly slips: boolean;
}

/**
 * Two nodes on one machine cannot have the same port. A Receiver with autoBind slips to the next, which static members
 * do not find.
 *
 * Source: StandardServer.await, AbstractEndpoint.bind, ReceiverBase.bind, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "port-taken-by-node",
  group: "nodes",
  severity: "error",
  summary: {
    en: "Two nodes on one machine need different ports.",
    ko: "한 장비의 두 노드는 포트가 서로 달라야 합니다.",
  },
  scope: "cluster",

  check(cluster, report) {
    // Nodes with the same Receiver address share a machine.
    for (const [host, ofMachine] of groupBy(cluster.sites, ({ endpoint }) => endpoint.host)) {
      if (host !== undefined && ofMachine.length > 1) clashes(ofMachine, report, host, cluster);
    }
  },
};

/** On a machine with more ports than these, other uses of a port are not searched for, so there are no fixes. */
const MOST_MENDED = 1000;

/** One finding for each port of a node that another node opens too. */
function clashes(
  sites: readonly ClusterSite[],
  report: Report<NodeFinding>,
  host: string,
  cluster: TomcatCluster,
): void {
  const taken = portsNamed(sites.map(({ file }) => file));
  const claims = sites.flatMap((site) => claimsOf(site).map((claim) => ({ site, claim })));
  const others = firstElsewhere(
    claims,
    ({ claim }) => claim.port,
    ({ site }) => site.file,
  );
  const portFor = portsApart(taken);
  for (const { site, claim } of claims) {
    const clash = others(claim.port, site.file);
    if (!clash) continue;
    const { site: other, claim: theirs } = clash;
    const end = claim.slips
      ? { en: "slips to the next port", ko: "다음 포트로 밀립니다" }
      : { en: "fails. Use another port", ko: "실패합니다. 다른 포트를 쓰십시오" };
    const slips = claim.slips && site.membershipKind !== "static" && site.membershipKind !== "static-service";
    report({
      file: site.file,
      at: claim.at,
      severity: slips ? "information" : claim.slips ? "warning" : "error",
      text: {
        en: `${other.label} has the same Receiver address (${host}) and ${claim.port} as ${theirs.what.en}: who starts later ${end.en}.`,
        ko: `${other.label}도 Receiver 주소가 ${host}이고 포트 ${claim.port}번을 ${josa(theirs.what.ko, "으로")} 써서 나중에 시작한 쪽이 ${end.ko}.`,
      },
      related: [placeIn(other, theirs.at)],
      fix: claims.length > MOST_MENDED ? [] : withFreePort(site, claim, portFor(claim.port), cluster),
    });
  }
}

/** Gives a free port for a taken one, and none twice: the nodes do not meet again where all of their fixes are chosen. */
function portsApart(taken: Iterable<number>): (wanted: number) => number | undefined {
  const spoken = new Set(taken);
  // Where the last search for the same port ended.
  const last = new Map<number, number>();
  return (wanted) => {
    const port = freePort(last.get(wanted) ?? wanted, spoken);
    if (port !== undefined) spoken.add(port);
    last.set(wanted, port ?? Number.POSITIVE_INFINITY);
    return port;
  };
}

function withFreePort(
  site: ClusterSite,
  { component, port: old }: Claim,
  port: number | undefined,
  cluster: TomcatCluster,
): readonly Fix[] {
  if (component.name === "Receiver") return moveReceiver(component, port, site.file, [cluster]);
  if (port === undefined || behindPlaceholder(component, "port")) return [];
  // Which of the nodes a balancer's member with this port stands for is not certain.
  const inFront = cluster.fronts.some(({ backends }) => backends.some(({ member }) => member.port?.number === old));
  if (component.name === "Connector" && inFront) return [];
  const set = setTo(component, "port", `${port}`);
  const redirecting = (component.parent?.childrenNamed("Connector") ?? []).filter(
    (each) => component.name === "Connector" && each.numberWhereWritten("redirectPort") === old,
  );
  return [
    { ...set, edits: [...set.edits, ...redirecting.map((each) => each.setAttribute("redirectPort", `${port}`))] },
  ];
}

function claimsOf(site: ClusterSite): readonly Claim[] {
  const { receiver, endpoint, file, portTries } = site;
  const claims: Claim[] = [];
  const add = (port: number | undefined, component: Component, what: Claim["what"], slips = false) => {
    if (port !== undefined && port > 0) claims.push({ port, component, at: component.spanOf("port"), what, slips });
  };
  if (receiver) {
    add(endpoint.port, receiver, { en: "its Receiver's port", ko: "Receiver 포트" }, (portTries ?? 2) > 1);
  }
  const { root } = file;
  // The portOffset moves all ports of a Server except the Receiver's, so the ports in the file are not those it opens.
  if (!root || root.has("portOffset")) return claims;
  if (root.has("port")) add(root.number("port"), root, { en: "its shutdown port", ko: "종료 포트" });
  for (const service of root.childrenNamed("Service")) {
    for (const connector of service.childrenNamed("Connector")) {
      if (connector.has("address") || !connector.has("port")) continue;
      add(connector.number("port"), connector, { en: "a Connector's port", ko: "Connector 포트" });
    }
  }
  return claims;
}
