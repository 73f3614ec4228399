import type { Localized } from "../../base/localized.ts";
import type { HealthCheck } from "../../front/model.ts";
import { isKnown, placeOfNode } from "../fronts.ts";
import type { ClusterRule } from "../rule.ts";
import { pageFor } from "./page-for.ts";

/**
 * A health check has no cookie: a JSP that takes part in sessions, which is what it does by itself, begins one for each
 * check, and the Cluster sends it to the other nodes.
 *
 * Source: runs with HAProxy and httpd in front of two nodes of 11.0; Generator.generatePreamble (`isSession`),
 * PageContextImpl.initialize, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "health-check-sessions",
  group: "nodes",
  severity: "information",
  summary: {
    en: "A balancer's health check should ask for a page that begins no session.",
    ko: "로드 밸런서의 상태 확인은 세션을 만들지 않는 페이지를 요청해야 합니다.",
  },
  scope: "cluster",

  check({ fronts }, report) {
    for (const { file, backends } of fronts) {
      // Many servers share the line that says what is asked for.
      const told = new Set<number>();
      for (const backend of backends) {
        const { check } = backend.member;
        if (!check || !isKnown(backend) || told.has(check.at.start)) continue;
        const page = pageFor(check, backend.site);
        if (page === undefined) continue;
        told.add(check.at.start);
        const { cluster } = backend.site;
        report({
          file,
          at: check.at,
          text: textOf(check, page),
          related: [placeOfNode(backend.site, cluster.nameSpan)],
        });
      }
    }
  },
};

function textOf({ path, seconds }: HealthCheck, page: string): Localized {
  const often = Number(seconds.toPrecision(3));
  return {
    en: `This check, every ${often} s, gets ${page} for ${path}, which begins a session each time; the Cluster sends it to all. Ask for a page with session="false".`,
    ko: `${often}초마다 ${path} 경로를 확인할 때 ${page} 페이지가 매번 세션을 새로 만들고 Cluster가 이를 복제합니다. session="false"인 페이지를 확인하게 하십시오.`,
  };
}
