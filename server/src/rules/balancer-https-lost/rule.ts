import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { REMOTE_IP_VALVE } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { connectorAt, type NodeConnector } from "../../config/front/connectors.ts";
import type { Front } from "../../config/front/fronts.ts";
import { contextFilesIn, descriptorsIn } from "../../config/node.ts";
import type { ClusterSite } from "../../config/site.ts";
import { webTextOf } from "../../config/web-text.ts";
import { FRONT_NAMES, type TlsEnd } from "../../front/model.ts";
import { Change } from "../../schema/change.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import { setTo } from "../fixes.ts";
import { isKnown } from "../fronts.ts";
import type { ClusterRule, Fix } from "../rule.ts";

const PROTOCOL_HEADER = "X-Forwarded-Proto";

/** RemoteIpValve reads the scheme from a header where nothing else is written. */
const READS_SCHEME = new Change("7.0.94", "8.5.40", "9.0.18");

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
        const valves = valvesOf(site);
        if (reported.has(connector.component) || knowsItself(site, valves)) continue;
        reported.add(connector.component);
        const name = FRONT_NAMES[product];
        const { text, fix } = remedyFor({ site, connector }, tls, valves);
        report({
          file: site.file,
          at: connector.component.nameSpan,
          text: {
            en: `${name} ends HTTPS and passes on HTTP: to Tomcat no request is secure, and session cookies lack Secure. ${text.en}`,
            ko: `${josa(name, "이")} HTTPS를 끝내고 HTTP로 전달하므로 Tomcat은 안전하지 않은 요청으로 보고 세션 쿠키에 Secure를 붙이지 않습니다. ${text.ko}`,
          },
          related: [{ file: front.file, at: tls.at, text: { en: "TLS ends here.", ko: "TLS가 여기서 끝납니다." } }],
          fix,
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
    const { component } = connector;
    // What cannot be known may be true.
    return component.has("secure") && component.boolean("secure") !== false ? [] : [{ site, connector }];
  });
}

interface Remedy {
  readonly text: Localized;
  readonly fix: readonly Fix[];
}

/** What makes the requests of a Connector secure ones, by what is there already. */
function remedyFor({ site, connector: { component } }: Way, tls: TlsEnd, valves: readonly Component[]): Remedy {
  // `scheme` alone says that the author means all of its requests.
  if (component.text("scheme") === "https" && !component.has("secure")) {
    return {
      text: { en: 'Write secure="true" beside scheme.', ko: 'scheme 옆에 secure="true"를 쓰십시오.' },
      fix: [setTo(component, "secure", "true")],
    };
  }
  const deaf = valves.find((valve) => valve.className === REMOTE_IP_VALVE);
  if (deaf) {
    const { release } = site.file.version;
    return {
      text: {
        en: `The RemoteIpValve of Tomcat ${release} looks at ${PROTOCOL_HEADER} only where protocolHeader names it.`,
        ko: `Tomcat ${release}의 RemoteIpValve는 protocolHeader에 이름이 있어야 ${josa(PROTOCOL_HEADER, "을")} 봅니다.`,
      },
      fix: [setTo(deaf, "protocolHeader", PROTOCOL_HEADER)],
    };
  }
  const { isTold, tellsAddress } = tls;
  const missing = [...(isTold ? [] : [PROTOCOL_HEADER]), ...(tellsAddress ? [] : ["X-Forwarded-For"])];
  if (missing.length === 0)
    return { text: { en: "Add a RemoteIpValve.", ko: "RemoteIpValve를 추가하십시오." }, fix: withValve(site) };
  // The valve believes both headers.
  return {
    text: {
      en: `Let it set ${missing.join(" and ")}, and add a RemoteIpValve.`,
      ko: `${josa(missing.join(", "), "을")} 설정하게 하고 RemoteIpValve를 추가하십시오.`,
    },
    fix: [],
  };
}

function valvesOf({ engine, hosts, node }: ClusterSite): readonly Component[] {
  const contexts = hosts.flatMap((host) => host.childrenNamed("Context"));
  const containers = [engine, ...hosts, ...contexts, ...contextFilesIn(node).map(({ root }) => root)];
  return containers.flatMap((each) => each?.childrenNamed("Valve") ?? []);
}

/** True where a Valve may tell a node that a request was secure, or where its cookies are Secure anyway. */
function knowsItself({ file, node }: ClusterSite, valves: readonly Component[]): boolean {
  return file.template || valves.some((valve) => mayTell(valve, file.version)) || descriptorsIn(node).some(setsSecure);
}

/** A class of someone else's may do anything. */
function mayTell(valve: Component, version: TomcatVersion): boolean {
  if (valve.className !== REMOTE_IP_VALVE) return !valve.type;
  return valve.has("protocolHeader") || READS_SCHEME.isIn(version) !== false;
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
  const valve = `<Valve className="${REMOTE_IP_VALVE}" protocolHeader="${PROTOCOL_HEADER}"/>`;
  return [
    {
      title: { en: "Add a RemoteIpValve to the Engine", ko: "Engine에 RemoteIpValve 추가" },
      edits: [first.insertBefore(valve)],
    },
  ];
}
