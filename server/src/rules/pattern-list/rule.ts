import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import type { Component } from "../../config/component.ts";
import { patternProblem } from "../../config/java-pattern.ts";
import { Change } from "../../schema/change.ts";
import { behindPlaceholder, setTo } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";
import { SESSION_FILTERS } from "../session-filters.ts";

const VALVES = "org.apache.catalina.valves.";
const REMOTE_ADDR_VALVE = `${VALVES}RemoteAddrValve`;
const REMOTE_HOST_VALVE = `${VALVES}RemoteHostValve`;
const REMOTE_IP_VALVE = `${VALVES}RemoteIpValve`;

/** The valves whose patterns are matched with an address or a host name, in which there is neither mark nor blank. */
const OF_ADDRESSES: ReadonlyMap<string, readonly string[]> = new Map([
  [REMOTE_ADDR_VALVE, ["allow", "deny"]],
  [REMOTE_HOST_VALVE, ["allow", "deny"]],
  [REMOTE_IP_VALVE, ["internalProxies", "trustedProxies"]],
]);

/** Releases before took a list with commas. */
const ONE_PATTERN = new Change("7.0.6");

/**
 * A list where Tomcat takes one regular expression: a part with a separator in it matches nothing.
 *
 * Source: RequestFilterValve.isAllowed, RemoteIpValve.invoke, ManagerBase.willAttributeDistribute, all with
 * Matcher.matches, 7.0.6 to 11.0.
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
    const names = ofAddresses ?? (component.name === "Manager" && component.type ? SESSION_FILTERS : []);
    for (const name of names) {
      const value = component.text(name);
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
  // Tomcat 11 reads a value with a slash as networks.
  if (className === REMOTE_IP_VALVE) return value.includes("/") ? undefined : /[;,\s]/;
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
  const texts: string[] = [];
  // What is escaped, in brackets or a count is taken as a whole.
  for (const [token] of pattern.matchAll(/\\.|\[[^\]]*\]?|\{[^}]*\}?|./gsu)) {
    const separates = separators?.test(token) === true && token.length === 1;
    if (separates) separator ??= token;
    if (separates || token === "|") {
      texts.push(part.trim());
      part = "";
    } else part += token;
  }
  texts.push(part.trim());
  const isNested = /[()]|\\Q|[;,\s][?*+{]/.test(pattern);
  return separator === undefined || isNested ? undefined : { separator, texts: texts.filter((each) => each !== "") };
}
