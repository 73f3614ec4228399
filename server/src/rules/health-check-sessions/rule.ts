import type { Localized } from "../../base/localized.ts";
import type { Component } from "../../config/component.ts";
import { contextFilesIn, distributableOf, librariesAgainst, type WebApplication } from "../../config/node.ts";
import type { ClusterSite } from "../../config/site.ts";
import type { HealthCheck } from "../../front/model.ts";
import { isKnown, placeOfNode } from "../fronts.ts";
import type { ClusterRule } from "../rule.ts";
import { answering } from "./answering.ts";

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

/** Methods that a JSP answers with its page: to OPTIONS it does not from 8.0 on. */
const WITH_PAGE = new Set(["GET", "HEAD"]);

/** The JSP of a node that certainly begins a session for a check, by its path in its application. */
function pageFor({ method, path }: HealthCheck, site: ClusterSite): string | undefined {
  const { node } = site;
  if (!WITH_PAGE.has(method) || site.file.template || !hasOnlyFolder(site) || mayAnswerFirst(site)) return undefined;
  const found = answering(path, node.applications);
  // A file of the server's own may give the path another application.
  return found && !node.contextFiles.includes(found.application.name) && isReplicated(found.application)
    ? found.page
    : undefined;
}

/** True where the applications of `webapps` are all there are, for one Host. */
function hasOnlyFolder({ engine, file }: ClusterSite): boolean {
  const [host, another] = engine?.childrenNamed("Host") ?? [];
  if (!host || another || file.reading.properties.container) return false;
  return host.text("appBase") === "webapps" && !host.child("Context");
}

function isReplicated(application: WebApplication): boolean {
  const { descriptor, context } = application;
  return (
    distributableOf(descriptor.document) !== undefined &&
    !descriptor.template &&
    librariesAgainst(application).length === 0 &&
    !context?.root?.child("Manager")
  );
}

/** Valves that let every request pass. */
const PASSING =
  /\.(?:AccessLogValve|ExtendedAccessLogValve|JsonAccessLogValve|ErrorReportValve|RemoteIpValve|ReplicationValve|JvmRouteBinderValve|SingleSignOn|ClusterSingleSignOn|StuckThreadDetectionValve|SSLValve|SemaphoreValve)$/;

/** True where a Valve may answer before a page, or give all checks one session: CrawlerSessionManagerValve. */
function mayAnswerFirst({ file, node }: ClusterSite): boolean {
  return [file, ...contextFilesIn(node)].some(({ root }) => {
    for (const each of root?.descendants() ?? []) if (each.name === "Valve" && !passes(each)) return true;
    return false;
  });
}

function passes({ className = "" }: Component): boolean {
  return PASSING.test(className);
}

function textOf({ path, seconds }: HealthCheck, page: string): Localized {
  const often = Number(seconds.toPrecision(3));
  return {
    en: `This check, every ${often} s, gets ${page} for ${path}, which begins a session each time; the Cluster sends it to all. Ask for a page with session="false".`,
    ko: `${often}초마다 ${path} 경로를 확인할 때 ${page} 페이지가 매번 세션을 새로 만들고 Cluster가 이를 복제합니다. session="false"인 페이지를 확인하게 하십시오.`,
  };
}
