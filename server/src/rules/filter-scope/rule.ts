import { josa } from "../../base/josa.ts";
import { REPLICATION_VALVE } from "../../config/classes.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** URIs whose requests usually change the session. */
const PAGES = ["/", "/app/", "/app/index.jsp", "/app/login.do", "/app/cart"];

/**
 * The filter is matched against the whole URI: a pattern for everything keeps changes back, one that begins with the
 * ending matches nothing.
 *
 * Source: ReplicationValve.isRequestWithoutSessionChange (`matcher.matches()`), 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "filter-scope",
  group: "valves",
  severity: "warning",
  summary: {
    en: "ReplicationValve's filter must match whole URIs, and none that change the session.",
    ko: "ReplicationValve의 filter는 URI 전체와 일치해야 하며 세션을 바꾸는 요청과 일치하면 안 됩니다.",
  },
  target: REPLICATION_VALVE,

  check(valve, report) {
    const filter = valve.text("filter");
    if (filter === undefined || filter === "" || filter.includes(";")) return;
    const page = PAGES.find((uri) => matches(filter, uri));
    if (page !== undefined) {
      report({
        at: valve.spanOf("filter"),
        text: {
          en: `The filter matches ${page}: session changes of such requests stay here until a request of the session that it does not match. Leave only images, scripts and the like.`,
          ko: `필터가 ${josa(page, "과")} 일치하여, 그런 요청의 세션 변경은 필터와 일치하지 않는 요청이 올 때까지 전송되지 않습니다. 이미지나 스크립트 등만 남기십시오.`,
        },
      });
      return;
    }
    const parts = filter.split("|");
    // Within brackets, | separates alternatives of a group.
    if (/[()[\]]/.test(filter) || !parts.some((part) => part.startsWith("\\."))) return;
    const mended = parts.map((part) => (part.startsWith("\\.") ? `.*${part}` : part)).join("|");
    report({
      at: valve.spanOf("filter"),
      severity: "information",
      text: {
        en: "A pattern that begins with the dot matches no URI: the whole of it is compared. Put .* in front.",
        ko: "점으로 시작하는 패턴은 어떤 URI와도 일치하지 않습니다. URI 전체와 비교하므로 앞에 .*를 붙이십시오.",
      },
      fix: setTo(valve, "filter", mended),
    });
  },
};

/** Longer filters are not tried; in characters. */
const LONGEST_FILTER = 1000;

/** True where trying the filter is certainly cheap: backtracking engines may take years for a few characters. */
function isCheap(filter: string): boolean {
  if (filter.length > LONGEST_FILTER) return false;
  const repeats = (text: string) => text.match(/[*+{]/g)?.length ?? 0;
  if (!filter.includes("(")) return filter.split("|").every((part) => repeats(part) <= 6);
  return repeats(filter) <= 8 && (filter.match(/\)[*+{]/g)?.length ?? 0) <= 1;
}

/** The result of Java's `matches`; false where JavaScript reads the expression differently or not at all. */
function matches(filter: string, uri: string): boolean {
  if (!isCheap(filter)) return false;
  try {
    return new RegExp(`^(?:${filter})$`, "u").test(uri);
  } catch {
    return false;
  }
}
