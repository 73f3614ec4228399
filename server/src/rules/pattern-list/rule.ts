import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { REMOTE_IP_VALVE } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import { patternProblem } from "../../config/java-pattern.ts";
import { parseIpv4 } from "../../config/values.ts";
import { Change } from "../../schema/change.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import { behindPlaceholder, setTo } from "../fixes.ts";
import { READS_NETWORKS, READS_NETWORKS_ONLY } from "../remote-ip.ts";
import type { ElementRule, Finding } from "../rule.ts";
import { SESSION_FILTERS } from "../session-filters.ts";

const VALVES = "org.apache.catalina.valves.";
const REMOTE_ADDR_VALVE = `${VALVES}RemoteAddrValve`;
const REMOTE_HOST_VALVE = `${VALVES}RemoteHostValve`;

/** The valves whose patterns are matched with an address or a host name, in which there is neither mark nor blank. */
const OF_ADDRESSES: ReadonlyMap<string, readonly string[]> = new Map([
  [REMOTE_ADDR_VALVE, ["allow", "deny"]],
  [REMOTE_HOST_VALVE, ["allow", "deny"]],
  [REMOTE_IP_VALVE, ["internalProxies", "trustedProxies"]],
]);

/** Releases before took a list with commas. */
const ONE_PATTERN = new Change("7.0.6");

/**
 * A list where Tomcat takes one regular expression: a part with a separator in it matches nothing, and
 * neither does a network (`10.0.0.0/8`).
 *
 * Source: RequestFilterValve.isAllowed, RemoteIpValve.invoke, ManagerBase.willAttributeDistribute, all with
 * Matcher.matches, 7.0.6 to 11.0; RemoteIpValve.setInternalProxies, which takes networks from 11.0.13 on.
 */
export const rule: ElementRule = {
  id: "pattern-list",
  group: "tomcat",
  severity: "warning",
  summary: {
    en: "A list where Tomcat takes one regular expression matches nothing.",
    ko: "정규식 하나를 받는 속성에 목록을 쓰면 아무것도 일치하지 않습니다.",
  },
  ofValue: true,
  elements: ["Valve", "Manager"],

  check(component, report, { version }) {
    const ofAddresses = OF_ADDRESSES.get(component.className ?? "");
    if (ofAddresses && ONE_PATTERN.isIn(version) === false) return;
    if (component.className === REMOTE_IP_VALVE && READS_NETWORKS_ONLY.isIn(version) !== false) return;
    const names = ofAddresses ?? (component.name === "Manager" && component.type ? SESSION_FILTERS : []);
    for (const name of names) {
      const value = component.text(name);
      if (ofAddresses && value?.includes("/")) {
        if (isNoNetworkHere(component, version)) report(networkFinding(component, name, value));
        continue;
      }
      const parts = value === undefined ? undefined : listIn(value, separatorsOf(component, name, value));
      if (!parts) continue;
      const joined = parts.texts.join("|");
      report({
        at: component.spanOf(name),
        text: ofAddresses ? inNoAddress(component, name, parts.separator) : inFewNames(name, parts.separator),
        ...(patternProblem(joined) || behindPlaceholder(component, name)
          ? {}
          : { fix: setTo(component, name, joined) }),
      });
    }
  },
};

/** True where a class takes no networks in this Tomcat, whose line is known. */
function isNoNetworkHere({ className }: Component, version: TomcatVersion): boolean {
  return (
    className === REMOTE_ADDR_VALVE ||
    (className === REMOTE_IP_VALVE && !version.assumed && READS_NETWORKS.isIn(version) === false)
  );
}

function networkFinding(component: Component, name: string, value: string): Finding {
  const ofClients = component.className === REMOTE_ADDR_VALVE;
  const pattern = patternOfNetworks(value);
  return {
    at: component.spanOf(name),
    text: {
      en: `No address has a / in it: ${name} is one regular expression, and a network in it matches nothing. ${ofClients ? "RemoteCIDRValve takes networks." : `Tomcat reads networks here from ${READS_NETWORKS} on.`}`,
      ko: `주소에는 "/" 문자가 없습니다. ${josa(name, "은")} 하나의 정규식이어서 네트워크를 쓰면 아무것과도 일치하지 않습니다. ${ofClients ? "네트워크는 RemoteCIDRValve에 쓰십시오." : `네트워크는 Tomcat ${READS_NETWORKS}부터 쓸 수 있습니다.`}`,
    },
    ...(pattern === undefined || behindPlaceholder(component, name) ? {} : { fix: setTo(component, name, pattern) }),
  };
}

/** A pattern of the same addresses; undefined unless all are networks of IPv4 that end between two numbers. */
function patternOfNetworks(value: string): string | undefined {
  const patterns = value.split(/[\s,;|]+/).map((network) => {
    const [address = "", bits = ""] = network.split("/");
    const numbers = parseIpv4(address);
    const kept = Number(bits) / 8;
    if (!numbers || !/^(?:8|16|24|32)$/.test(bits)) return undefined;
    return numbers.map((number, index) => (index < kept ? `${number}` : "\\d{1,3}")).join("\\.");
  });
  return patterns.includes(undefined) ? undefined : patterns.join("|");
}

function inNoAddress({ className }: Component, name: string, separator: string): Localized {
  const isBlank = separator.trim() === "";
  const what = className === REMOTE_HOST_VALVE ? { en: "host name", ko: "호스트 이름" } : { en: "address", ko: "주소" };
  return {
    en: `No ${what.en} has a ${isBlank ? "blank" : separator} in it: ${name} is one regular expression, and a part with one matches nothing. Separate the parts by | alone.`,
    ko: `${what.ko}에는 ${isBlank ? "공백" : `"${separator}"`} 문자가 없습니다. ${josa(name, "은")} 하나의 정규식이어서 그 문자가 든 부분은 아무것과도 일치하지 않습니다. |로만 구분하십시오.`,
  };
}

function inFewNames(name: string, separator: string): Localized {
  return {
    en: `${name} is one regular expression: a part with a ${separator} matches only names with a ${separator} in them. Separate the parts by | alone.`,
    ko: `${josa(name, "은")} 하나의 정규식이어서 "${separator}" 문자가 든 부분은 그 문자가 든 이름하고만 일치합니다. |로만 구분하십시오.`,
  };
}

/** What cannot be in a text that is matched, so that it can only have been meant to separate. */
function separatorsOf(component: Component, name: string, value: string): RegExp | undefined {
  const { className } = component;
  if (className === REMOTE_IP_VALVE) return /[;,\s]/;
  if (className === REMOTE_ADDR_VALVE || className === REMOTE_HOST_VALVE)
    // The port may be appended to what is matched: `10.0.0.1;8080`.
    return component.has("addConnectorPort") && component.boolean("addConnectorPort") !== false ? /[,\s]/ : /[;,\s]/;
  // The name of an array's class may end in `;`.
  return name === "sessionAttributeValueClassNameFilter" && value.includes("[") ? /,/ : /[;,]/;
}

interface ListInPattern {
  /** The first of its separators. */
  readonly separator: string;
  readonly texts: readonly string[];
}

/** A pattern as a list; undefined where no separator stands outside of all brackets. One that is repeated is none. */
function listIn(pattern: string, separators: RegExp | undefined): ListInPattern | undefined {
  let separator: string | undefined;
  let part = "";
  let depth = 0;
  const texts: string[] = [];
  // What is escaped, in brackets or a count is taken as a whole.
  for (const [token] of pattern.matchAll(/\\.|\[[^\]]*\]?|\{[^}]*\}?|./gsu)) {
    if (token === "(") depth++;
    if (token === ")") depth--;
    const separates = depth === 0 && separators?.test(token) === true && token.length === 1;
    if (separates) separator ??= token;
    if (separates || (token === "|" && depth === 0)) {
      texts.push(part.trim());
      part = "";
    } else part += token;
  }
  texts.push(part.trim());
  // What is quoted, repeated, or blank where the pattern says that blanks do not count.
  const isOther = depth !== 0 || /\\Q|[;,\s][?*+{]|\(\?[a-zA-Z]*x/.test(pattern);
  return separator === undefined || isOther ? undefined : { separator, texts: texts.filter((each) => each !== "") };
}
