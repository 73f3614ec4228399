import { firstElsewhere } from "../../base/first-elsewhere.ts";
import { josa } from "../../base/josa.ts";
import { DOMAIN_FILTER, MCAST_SERVICE } from "../../config/classes.ts";
import type { ClusterSite } from "../../config/site.ts";
import { channelSpan, placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * A node with a DomainFilterInterceptor refuses members of other domains and all their messages, and they do not
 * notice.
 *
 * Source: DomainFilterInterceptor.memberAdded and messageReceived, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "domain-filtered-out",
  group: "nodes",
  severity: "error",
  summary: {
    en: "A node must announce the domain that the others' DomainFilterInterceptor lets in.",
    ko: "다른 노드의 DomainFilterInterceptor가 받아들이는 domain을 알려야 합니다.",
  },
  scope: "cluster",
  breaksLink: "both-ways",

  check({ sites }, report) {
    const filtering = sites.flatMap((site) => {
      const filter = site.interceptor(DOMAIN_FILTER);
      const domain = filter && (filter.has("domain") ? filter.effective("domain") : "");
      return filter && domain !== undefined ? [{ site, filter, domain }] : [];
    });
    const otherDomain = firstElsewhere(
      filtering,
      () => "any",
      ({ domain }) => domain,
    );
    for (const site of sites) {
      // Nodes that filter by their own domain are separate on purpose.
      const own = site.filtersDomain ? undefined : announced(site);
      if (own === undefined) continue;
      const other = otherDomain("any", own);
      if (!other) continue;
      const { membership } = site;
      report({
        file: site.file,
        at: membership?.spanOf("domain") ?? channelSpan(site),
        text: {
          en: `${other.site.label} lets in domain "${other.domain}" only; this node announces "${own}" and is refused there. Write the same.`,
          ko: `${josa(other.site.label, "은")} 도메인 "${other.domain}"만 받는데 이 노드는 ${josa(`"${own}"`, "을")} 알려 거부됩니다. 같게 쓰십시오.`,
        },
        related: [placeIn(other.site, other.filter.spanOf("domain", "className"))],
        ...(membership
          ? {
              fix: {
                title: { en: `Set domain to ${other.domain}`, ko: `domain을 ${josa(other.domain, "으로")} 설정` },
                edits: [membership.setAttribute("domain", other.domain)],
              },
            }
          : {}),
      });
    }
  },
};

/** The domain that a multicast node announces, empty by default; undefined where it cannot be known. */
function announced(site: ClusterSite): string | undefined {
  const { membership, membershipKind } = site;
  if (membershipKind !== "multicast") return undefined;
  if (!membership?.has("domain")) return "";
  return membership.className === MCAST_SERVICE ? membership.effective("domain") : undefined;
}
