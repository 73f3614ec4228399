import { BACKUP_MANAGER, DELTA_MANAGER } from "../../config/classes.ts";
import type { ClusterSite } from "../../config/site.ts";
import { differing } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";
import { filterIn, SESSION_FILTERS } from "../session-filters.ts";

const NONE = { en: "no filter", ko: "필터 없음" };

/**
 * With different filters, whether an attribute is replicated depends on the node that served the request.
 *
 * Source: ManagerBase.willAttributeDistribute, 7.0.68 to 11.0.
 */
export const rule: ClusterRule = {
  id: "session-filter-differs",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "Session attribute filters must be the same on all nodes.",
    ko: "세션 속성 필터는 모든 노드에서 같아야 합니다.",
  },
  scope: "cluster",

  check({ sites }, report) {
    for (const name of SESSION_FILTERS) {
      differing(sites, report, {
        valueOf: ({ cluster }) => {
          const manager = cluster.child("Manager");
          if (!manager) return "";
          if (manager.className !== DELTA_MANAGER && manager.className !== BACKUP_MANAGER) return undefined;
          return inOneOrder(filterIn(manager, name));
        },
        at: ({ cluster }) => (cluster.child("Manager") ?? cluster).spanOf(name),
        finding: (site, _, other) => ({
          text: {
            en: `${name}: ${written(site, name) || NONE.en} here, ${written(other, name) || NONE.en} on ${other.label}: which attributes survive depends on the node. Use one filter.`,
            ko: `${name}: 여기서는 ${written(site, name) || NONE.ko}, ${other.label}에서는 ${written(other, name) || NONE.ko}이므로 노드에 따라 남는 속성이 다릅니다. 하나로 통일하십시오.`,
          },
        }),
      });
    }
  },
};

function written({ cluster }: ClusterSite, name: string): string | undefined {
  return cluster.child("Manager")?.text(name);
}

/** Plain names match alike in any order: `user|cart`, `cart|user`. */
function inOneOrder(filter: string | undefined): string | undefined {
  return filter !== undefined && /^[\w.|\\-]+$/.test(filter) ? filter.split("|").sort().join("|") : filter;
}
