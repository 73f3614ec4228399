import type { Component } from "../../config/component.ts";
import { distributableOf, hasElement, librariesAgainst, type WebApplication } from "../../config/node.ts";
import type { ClusterSite } from "../../config/site.ts";
import type { HealthCheck } from "../../front/model.ts";
import { answering } from "./answering.ts";

/** Methods that a JSP answers with its page: to OPTIONS it does not from 8.0 on. */
const WITH_PAGE = new Set(["GET", "HEAD"]);

/** The JSP of a node that certainly begins a session for a check, by its path in its application. */
export function pageFor({ method, path }: HealthCheck, site: ClusterSite): string | undefined {
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
function mayAnswerFirst({ node }: ClusterSite): boolean {
  return hasElement(node, (each) => each.name === "Valve" && !passes(each));
}

function passes({ className = "" }: Component): boolean {
  return PASSING.test(className);
}
