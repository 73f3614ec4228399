import { groupBy } from "../base/group-by.ts";
import { DOMAIN_FILTER } from "../config/classes.ts";
import { managerClassOf, sendOptions } from "../config/cluster.ts";
import { sendingWords } from "../config/options.ts";
import type { ClusterSite } from "../config/site.ts";
import { SEVERITIES, type Severity } from "../rules/rule.ts";
import { applicationsOf } from "./applications.ts";
import { groupOf, hasBoth } from "./membership.ts";
import type { TopologyLive, TopologyNode } from "./model.ts";
import type { DiagnosticsOf, Survey } from "./survey.ts";
import { AUTO_ADDRESS, MEMBERSHIP_NAMES } from "./words.ts";

/** One node as its neighbours and its administrator see it. */
export function topologyNode(site: ClusterSite, name: string, survey: Survey): TopologyNode {
  const { diagnosticsOf, locale, placeIn } = survey;
  const { file, endpoint, receiver, channel, cluster } = site;
  const { path } = placeIn(file, cluster.nameSpan);
  const kind = site.membershipKind;
  const sends = sendOptions(site.cluster, "channelSendOptions");
  return {
    name,
    path,
    tomcat: file.version.standsFor ?? file.version.release?.text ?? file.version.line,
    receiver: `${endpoint.host ?? site.start?.name ?? AUTO_ADDRESS[locale]}:${endpoint.port ?? "?"}`,
    kind,
    membership: hasBoth(site)
      ? `${MEMBERSHIP_NAMES.multicast[locale]} ${groupOf(site) ?? "?"} + ${MEMBERSHIP_NAMES.static[locale]}`
      : [MEMBERSHIP_NAMES[kind][locale], site.multicastGroup].filter((part) => part !== undefined).join(" "),
    manager: managerClassOf(cluster)?.split(".").at(-1),
    sends: sends === undefined ? undefined : sendingWords(sends)[locale],
    domain: domainOf(site),
    jvmRoute: site.jvmRoute,
    applications: applicationsOf(site, placeIn),
    findings: counted(site, diagnosticsOf),
    place: placeIn(file, cluster.nameSpan),
    receiverPlace: placeIn(file, (receiver ?? channel ?? cluster).spanOf("address", "port")),
    live: liveOf(site, survey),
  };
}

function liveOf(site: ClusterSite, { locale, live }: Survey): TopologyLive | undefined {
  const node = live?.nodeOf(site);
  if (!live || !node) return undefined;
  return { ...node, time: live.time.toLocaleString(locale), clock: live.time.toLocaleTimeString(locale) };
}

/** The domain its filter accepts, or else the one it announces. */
function domainOf(site: ClusterSite): string | undefined {
  const filter = site.interceptor(DOMAIN_FILTER);
  const { membership } = site;
  if (filter?.has("domain")) return filter.effective("domain");
  return membership?.has("domain") ? membership.effective("domain") : undefined;
}

function counted({ node }: ClusterSite, diagnosticsOf: DiagnosticsOf): Readonly<Record<Severity, number>> {
  const files = [node.server, ...node.applications.map(({ descriptor }) => descriptor)];
  const bySeverity = groupBy(files.flatMap(diagnosticsOf), ({ severity }) => severity);
  const count = (severity: Severity) => bySeverity.get(severity)?.length ?? 0;
  const [error, warning, information, hint] = SEVERITIES;
  return {
    [error]: count(error),
    [warning]: count(warning),
    [information]: count(information),
    [hint]: count(hint),
  };
}
