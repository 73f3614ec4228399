import type { Component } from "../../config/component.ts";
import { connectorAt } from "../../config/front/connectors.ts";
import type { ClusterSite } from "../../config/site.ts";
import type { IdleConnections } from "../../front/model.ts";
import { isKnown, placeOfNode } from "../fronts.ts";
import type { ClusterRule, Fix } from "../rule.ts";

/**
 * A request that a balancer sends over an idle connection, while the end of that connection is on its way from Tomcat,
 * gets no answer.
 *
 * Source: AbstractEndpoint.getKeepAliveTimeout, NioEndpoint.Poller.timeout, 8.5 to 11.0; runs with httpd 2.4 and nginx
 * over a slow way.
 */
export const rule: ClusterRule = {
  id: "balancer-idle-timeout",
  group: "nodes",
  severity: "information",
  summary: {
    en: "A balancer must give up an idle connection before Tomcat closes it.",
    ko: "로드 밸런서는 Tomcat이 닫기 전에 유휴 연결을 그만 써야 합니다.",
  },
  scope: "cluster",

  check({ fronts }, report) {
    // Members of an nginx upstream have one setting.
    const reported = new Set<number>();
    for (const front of fronts) {
      if (!front.balancer.whole) continue;
      reported.clear();
      for (const backend of front.backends) {
        const { idle, port, protocol } = backend.member;
        if (!idle || !isKnown(backend) || reported.has(idle.at.start)) continue;
        const { site } = backend;
        const connector = connectorAt(site, port?.number);
        if (!connector || (protocol ?? "http") !== connector.protocol) continue;
        const closed = closedAfter(connector.component, connector.protocol, site);
        if (!closed || closed.seconds >= idle.seconds || !(closed.isWritten || idle.isWritten)) continue;
        reported.add(idle.at.start);
        const { seconds } = closed;
        report({
          file: front.file,
          at: idle.at,
          text: {
            en: `${site.label} closes an idle connection after ${seconds} s, and it is used here ${Number.isFinite(idle.seconds) ? `for ${idle.seconds} s` : "without a limit"}: a request that meets its end fails. Keep it for less here.`,
            ko: `${site.label}의 유휴 연결은 ${seconds}초 뒤에 닫히는데 여기서는 ${Number.isFinite(idle.seconds) ? `${idle.seconds}초 동안` : "제한 없이"} 다시 쓰므로, 닫힐 때 보낸 요청이 실패합니다. 여기서 더 짧게 유지하십시오.`,
          },
          related: [placeOfNode(site, connector.component.spanOf(closed.attribute, "port"))],
          fix: fixesFor(idle, seconds),
        });
      }
    }
  },
};

/** When a Connector closes a connection without requests. */
interface Closing {
  readonly seconds: number;
  readonly isWritten: boolean;
  readonly attribute: string;
}

/** What an HTTP Connector does where nothing is written (coyote.http11.Constants). */
const USUAL_SECONDS = 60;

/** Undefined where it never does that, where it closes after each request anyway, and where that cannot be known. */
function closedAfter(connector: Component, protocol: string, { file }: ClusterSite): Closing | undefined {
  if (file.template || ["soTimeout", "socket.soTimeout", "maxKeepAliveRequests"].some((each) => connector.has(each))) {
    return undefined;
  }
  for (const attribute of ["keepAliveTimeout", "connectionTimeout"]) {
    if (!connector.has(attribute)) continue;
    const value = connector.number(attribute);
    return value !== undefined && value >= 1000 ? { seconds: value / 1000, isWritten: true, attribute } : undefined;
  }
  // An AJP Connector keeps connections for ever.
  return protocol === "http" ? { seconds: USUAL_SECONDS, isWritten: false, attribute: "port" } : undefined;
}

/** Half of what Tomcat waits, which leaves time for any way between them. */
function fixesFor({ keepFor }: IdleConnections, seconds: number): readonly Fix[] {
  const most = Math.floor(seconds / 2);
  const edit = most < 1 ? undefined : keepFor(most);
  if (!edit) return [];
  return [
    { title: { en: `Keep idle connections for ${most} s`, ko: `유휴 연결을 ${most}초 동안 유지` }, edits: [edit] },
  ];
}
