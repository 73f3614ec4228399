import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { REMOTE_IP_VALVE } from "../../config/classes.ts";
import { type Component, upperFirst } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { isNetwork } from "../../config/values.ts";
import { setTo } from "../fixes.ts";
import { doesNotStart } from "../outcomes.ts";
import { badPattern } from "../patterns.ts";
import { READS_NETWORKS_ONLY } from "../remote-ip.ts";
import type { ElementRule, Report } from "../rule.ts";

const VALVES = "org.apache.catalina.valves.";

/**
 * Attributes that are patterns, by class. `stops`: the container does not start with a pattern that Java refuses;
 * `dropped`: the setting is lost.
 */
const PATTERNS: ReadonlyMap<string, Readonly<Record<string, "stops" | "dropped">>> = new Map([
  [`${VALVES}RemoteAddrValve`, { allow: "stops", deny: "stops" }],
  [`${VALVES}RemoteHostValve`, { allow: "stops", deny: "stops" }],
  [`${VALVES}CrawlerSessionManagerValve`, { crawlerUserAgents: "stops", crawlerIps: "dropped" }],
  [REMOTE_IP_VALVE, { internalProxies: "dropped", trustedProxies: "dropped" }],
  [`${VALVES}PersistentValve`, { filter: "dropped" }],
  ["org.apache.catalina.core.StandardHost", { deployIgnore: "dropped" }],
  ["org.apache.catalina.core.StandardContext", { containerSciFilter: "stops" }],
  ["org.apache.catalina.connector.Connector", { restrictedUserAgents: "dropped", noCompressionUserAgents: "dropped" }],
]);

const CIDR_VALVE = `${VALVES}RemoteCIDRValve`;

/**
 * A pattern Java does not compile, or a network that is none: the valves that let requests in or not stop what holds
 * them, others lose the setting.
 *
 * Source: RequestFilterValve, RemoteCIDRValve, NetMask, CrawlerSessionManagerValve, RemoteIpValve, WebappServiceLoader,
 * 7.0 to 11.0; PersistentValve.setFilter, from 8.5.58 and 9.0.38 on.
 */
export const rule: ElementRule = {
  id: "pattern-invalid",
  group: "tomcat",
  severity: "error",
  summary: {
    en: "A regular expression or network that Java does not take is dropped, or stops Tomcat.",
    ko: "Java가 받아들이지 않는 정규식이나 네트워크는 버려지거나 Tomcat을 멈춥니다.",
  },
  ofValue: true,
  elements: ["Valve", "Host", "Connector", "Context"],

  check(component, report, file) {
    const { className } = component;
    if (className === undefined) return;
    for (const [name, effect] of Object.entries(PATTERNS.get(className) ?? {})) {
      const bad = component.attributeFacts(name) && badPattern(component, name);
      if (!bad || (className === REMOTE_IP_VALVE && isOfNetworks(bad.pattern, file))) continue;
      const { at, reason, mended } = bad;
      const rest = effect === "stops" ? stops(file) : dropped(component, name);
      report({
        at,
        severity: effect === "stops" ? "error" : "warning",
        text: {
          en: `Java does not compile this pattern: ${reason.en}. ${rest.en}`,
          ko: `Java가 컴파일하지 못하는 패턴입니다. ${reason.ko}. ${rest.ko}`,
        },
        // The administrator has to decide which clients are allowed.
        ...(mended === undefined || effect === "stops" ? {} : { fix: setTo(component, name, mended) }),
      });
    }
    if (className === CIDR_VALVE) for (const name of ["allow", "deny"]) networks(component, report, name, file);
  },
};

/** Tomcat 11 reads proxies with a slash as networks, and Tomcat 12 all of them. */
function isOfNetworks(pattern: string, { version }: ConfigFile): boolean {
  return pattern.includes("/") || READS_NETWORKS_ONLY.isIn(version) !== false;
}

function networks(valve: Component, report: Report, name: string, file: ConfigFile): void {
  const wrong = valve
    .text(name)
    ?.split(",")
    .map((each) => each.trim())
    .find((each) => each !== "" && !isNetwork(each));
  if (wrong === undefined) return;
  const rest = stops(file);
  report({
    at: valve.spanOf(name),
    text: {
      en: `"${wrong}" is no network. ${rest.en} Write an address, or one with its bits: 10.0.0.0/8.`,
      ko: `"${wrong}" 항목은 네트워크가 아닙니다. ${rest.ko} 주소나, 10.0.0.0/8처럼 비트 수를 붙인 주소를 쓰십시오.`,
    },
  });
}

function stops(file: ConfigFile): Localized {
  const { en, ko } = doesNotStart(file);
  return { en: `${upperFirst(en)}.`, ko: `${ko}.` };
}

function dropped(component: Component, name: string): Localized {
  // Which one it is may depend on the release; that there is one does not.
  return component.attributeFacts(name)?.default
    ? { en: "Tomcat drops it and keeps its default.", ko: "Tomcat이 버리고 기본값을 유지합니다." }
    : {
        en: `Tomcat drops it, as if ${name} were not there.`,
        ko: `Tomcat이 버리므로 ${josa(name, "이")} 없는 것과 같습니다.`,
      };
}
