import { distributableOf, type WebApplication } from "../config/node.ts";
import { replicatedCookieOf } from "../config/session-cookie.ts";
import type { ClusterSite } from "../config/site.ts";
import { webTextOf } from "../config/web-text.ts";
import type { TopologyApplication } from "./model.ts";
import type { Survey } from "./survey.ts";

/** The applications of a node by name: those with a web.xml, and all others in webapps. */
export function applicationsOf(site: ClusterSite, placeIn: Survey["placeIn"]): readonly TopologyApplication[] {
  const { applications, deployed } = site.node;
  const read = applications.map((application): TopologyApplication => {
    const { name, descriptor } = application;
    const { root, text } = descriptor.document;
    return {
      name,
      distributable: distributableOf(descriptor.document) !== undefined,
      cookie: replicatedCookieOf(application, site)?.text,
      timeout: timeoutOf(site, application),
      place: placeIn(descriptor, root?.nameSpan ?? { start: 0, end: Math.min(1, text.length) }),
    };
  });
  const known = new Set(applications.map(({ name }) => name));
  const unread = deployed
    .filter((name) => !known.has(name))
    .map((name) => ({ name, distributable: undefined, cookie: undefined, timeout: undefined, place: undefined }));
  return [...read, ...unread].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

/** The `session-timeout` that takes effect: the application's own, else that of conf/web.xml. */
function timeoutOf({ node }: ClusterSite, { descriptor }: WebApplication): number | undefined {
  for (const file of [descriptor, node.webDefaults]) {
    if (!file) continue;
    const found = webTextOf(file, "session-config", "session-timeout");
    if (found === "absent") continue;
    return found && /^-?\d{1,9}$/.test(found.text) ? Number(found.text) : undefined;
  }
  return undefined;
}
