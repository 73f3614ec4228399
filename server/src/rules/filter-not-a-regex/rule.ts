import { REPLICATION_VALVE } from "../../config/classes.ts";
import { Change } from "../../schema/change.ts";
import { setTo } from "../fixes.ts";
import { badPattern } from "../patterns.ts";
import type { ComponentRule } from "../rule.ts";

/** Before, `filter` is a list of regular expressions with `;` between them (ReplicationValve.setFilter). */
const ONE_PATTERN = new Change("7.0.6");

/**
 * ReplicationValve's filter is one Java regular expression over the whole URI: lists with `;` never match, and a
 * leading `*` or an open bracket does not compile.
 *
 * Source: ReplicationValve.setFilter and isRequestWithoutSessionChange, 7.0.6 to 11.0.
 */
export const rule: ComponentRule = {
  id: "filter-not-a-regex",
  group: "valves",
  severity: "warning",
  summary: {
    en: "ReplicationValve's filter is one regular expression, not a list and not a file pattern.",
    ko: "ReplicationValve의 filter는 목록이나 파일 패턴이 아니라 하나의 정규식입니다.",
  },
  ofValue: true,
  target: REPLICATION_VALVE,

  check(valve, report, { version }) {
    const filter = valve.text("filter");
    if (filter === undefined || filter === "") return;
    if (filter.includes(";")) {
      const isOne = ONE_PATTERN.isIn(version);
      if (isOne === false || (isOne === undefined && version.assumed)) return;
      const parts = filter.split(";").map((part) => part.trim());
      const joined = parts.filter((part) => part !== "").join("|");
      report({
        at: valve.spanOf("filter"),
        text: {
          en: "No URI matches a pattern with a ; in it: filter is one regular expression. Separate the patterns by | instead.",
          ko: "filter는 하나의 정규식이며 ;이 든 패턴과 일치하는 URI는 없습니다. ; 대신 |로 구분하십시오.",
        },
        fix: {
          title: { en: "Separate by |", ko: "|로 구분" },
          edits: [valve.setAttribute("filter", joined)],
        },
      });
    } else {
      const bad = badPattern(valve, "filter");
      if (!bad) return;
      const { at, reason, mended } = bad;
      report({
        at,
        text: {
          en: `Java does not compile this filter: ${reason.en}. Nothing is filtered.`,
          ko: `Java가 컴파일하지 못하는 filter입니다. ${reason.ko}. 필터가 적용되지 않습니다.`,
        },
        ...(mended === undefined ? {} : { fix: setTo(valve, "filter", mended) }),
      });
    }
  },
};
