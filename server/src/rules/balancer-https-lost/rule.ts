import { josa } from "../../base/josa.ts";
import { REMOTE_IP_VALVE } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { connectorAt, type NodeConnector } from "../../config/front/connectors.ts";
import type { Front } from "../../config/front/fronts.ts";
import { contextFilesIn, descriptorsIn } from "../../config/node.ts";
import type { ClusterSite } from "../../config/site.ts";
import { webTextOf } from "../../config/web-text.ts";
import { FRONT_NAMES } from "../../front/model.ts";
import { isKnown } from "../fronts.ts";
import type { ClusterRule, Fix } from "../rule.ts";

/**
 * Behind a balancer that ends TLS, Tomcat takes requests for http, and their cookies need no `Secure` to it.
 *
 * Source: ApplicationSessionCookieConfig.createSessionCookie, CoyoteAdapter.postParseRequest and RemoteIpValve.invoke, 7.0
 * to 11.0; runs with httpd 2.4, nginx and HAProxy.
 */
export const rule: ClusterRule = {
  id: "balancer-https-lost",
  group: "nodes",
  severity: "information",
  summary: {
    en: "Behind a balancer that ends TLS, a RemoteIpValve tells Tomcat that requests came by HTTPS.",
    ko: "TLS를 끝내는 로드 밸런서 뒤에서는 RemoteIpValve가 있어야 Tomcat이 HTTPS 요청임을 압니다.",
  },
  scope: "cluster",

  check({ fronts }, report) {
    const reported = new Set<Component>();
    for (const front of fronts) {
      const { tls, product } = front.balancer;
      if (!tls) continue;
      for (const { site, connector } of plainWays(front)) {
        if (reported.has(connector.component) || knowsItself(site)) continue;
        reported.add(connector.component);
        const name = FRONT_NAMES[product];
        const { isTold } = tls;
        report({
          file: site.file,
          at: connector.component.nameSpan,
          text: {
            en: `${name} ends HTTPS and passes requests on as HTTP: to Tomcat they are not secure, and session cookies lack Secure. ${isTold ? "Add a RemoteIpValve." : "Let it set X-Forwarded-Proto, and add a RemoteIpValve."}`,
            ko: `${josa(name, "이")} HTTPS를 끝내고 HTTP로 전달하므로 Tomcat은 안전하지 않은 요청으로 보고 세션 쿠키에 Secure를 붙이지 않습니다. ${isTold ? "RemoteIpValve를 추가하십시오." : "X-Forwarded-Proto를 설정하게 하고 RemoteIpValve를 추가하십시오."}`,
          },
          related: [{ file: front.file, at: tls.at, text: { en: "TLS ends here.", ko: "TLS가 여기서 끝납니다." } }],
          fix: isTold ? withValve(site) : [],
        });
      }
    }
  },
};

interface Way {
  readonly site: ClusterSite;
  readonly connector: NodeConnector;
}

/** The Connectors that get requests of a balancer as plain HTTP, and do not say that these were secure. */
function plainWays({ backends }: Front): readonly Way[] {
  return backends.filter(isKnown).flatMap(({ member, site }) => {
    const connector = connectorAt(site, member.port?.number);
    if (member.protocol === "https" || member.protocol === "ajp" || connector?.protocol !== "http") return [];
    return ["secure", "scheme"].some((name) => connector.component.has(name)) ? [] : [{ site, connector }];
  });
}

/** True where a Valve may tell a node that a request was secure, or where its cookies are Secure anyway. */
function knowsItself({ file, engine, hosts, node }: ClusterSite): boolean {
  const contexts = hosts.flatMap((host) => host.childrenNamed("Context"));
  const containers = [engine, ...hosts, ...contexts, ...contextFilesIn(node).map(({ root }) => root)];
  return (
    file.template ||
    containers.some((each) => each?.childrenNamed("Valve").some(mayTell)) ||
    descriptorsIn(node).some(setsSecure)
  );
}

/** A class of someone else's may do anything. */
function mayTell({ type, className }: Component): boolean {
  return !type || className === REMOTE_IP_VALVE;
}

/** True where a descriptor sets `Secure`, or may. */
function setsSecure(descriptor: ConfigFile): boolean {
  const found = webTextOf(descriptor, "session-config", "cookie-config", "secure");
  return found !== "absent" && found?.text !== "false";
}

/** In front of what the Engine has already. */
function withValve({ engine }: ClusterSite): readonly Fix[] {
  const first = engine?.children[0];
  if (!first) return [];
  const valve = `<Valve className="${REMOTE_IP_VALVE}" protocolHeader="X-Forwarded-Proto"/>`;
  return [
    {
      title: { en: "Add a RemoteIpValve to the Engine", ko: "Engine에 RemoteIpValve 추가" },
      edits: [first.insertBefore(valve)],
    },
  ];
}
