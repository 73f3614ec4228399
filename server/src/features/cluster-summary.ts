import type { Localized } from "../base/localized.ts";
import { sendOptions } from "../config/cluster.ts";
import { sendingWords } from "../config/options.ts";
import type { ClusterSite } from "../config/site.ts";
import type { MembershipKind } from "../config/site-values.ts";

const KINDS: Readonly<Partial<Record<MembershipKind, Localized>>> = {
  multicast: { en: "multicast", ko: "멀티캐스트" },
  static: { en: "static members", ko: "정적 멤버" },
  "static-service": { en: "static membership service", ko: "정적 멤버 서비스" },
  cloud: { en: "cloud membership", ko: "클라우드 멤버십" },
  none: { en: "no membership", ko: "멤버십 없음" },
};

/**
 * A Cluster in a line: `2 nodes · asynchronous (8) · multicast 228.0.0.4:45564`. What the file does not determine is
 * left out; undefined when nothing is left.
 *
 * `nodes` is the number of Tomcats of the workspace in this cluster, where it is known. `hinted` is true where an inlay
 * hint behind the send options already shows their meaning.
 */
export function clusterSummary(site: ClusterSite, nodes: number | undefined, hinted: boolean): Localized | undefined {
  const parts: Localized[] = [];
  const listed = site.memberList === undefined ? undefined : site.members.length;
  if (nodes !== undefined && nodes > 1) parts.push({ en: `${nodes} nodes`, ko: `노드 ${nodes}개` });
  else if (listed !== undefined) {
    parts.push({ en: listed === 1 ? "1 member listed" : `${listed} members listed`, ko: `등록된 멤버 ${listed}개` });
  }
  const written = site.cluster.has("channelSendOptions");
  const options = site.cluster.type && sendOptions(site.cluster, "channelSendOptions");
  if (options !== undefined && !(written && hinted)) parts.push(sendingWords(options));
  const kind = KINDS[site.membershipKind];
  const group = site.multicastGroup;
  if (kind) parts.push(group === undefined ? kind : { en: `${kind.en} ${group}`, ko: `${kind.ko} ${group}` });
  if (parts.length === 0) return undefined;
  return { en: parts.map(({ en }) => en).join(" · "), ko: parts.map(({ ko }) => ko).join(" · ") };
}
