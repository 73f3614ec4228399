import { josa } from "../../base/josa.ts";
import { DOMAIN_FILTER, MCAST_SERVICE } from "../../config/classes.ts";
import { InElement } from "../../config/tag-search.ts";
import type { ComponentRule } from "../rule.ts";

/** True for a Channel with a list of members: looked for once, and not for each of its filters. */
const hasStaticMembers = new InElement((channel) =>
  channel.childrenNamed("Interceptor").some((each) => each.children.length > 0),
);

/**
 * DomainFilterInterceptor lets in members of its own domain only, and they announce what their Membership says.
 *
 * Default of both: none. Source: DomainFilterInterceptor.memberAdded and messageReceived, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "domain-filter",
  group: "interceptors",
  severity: "warning",
  summary: {
    en: "DomainFilterInterceptor and Membership must name the same domain.",
    ko: "DomainFilterInterceptor와 Membership의 domain이 같아야 합니다.",
  },
  target: DOMAIN_FILTER,

  check(filter, report, file) {
    const membership = filter.parent?.child("Membership");
    if (membership && membership.className !== MCAST_SERVICE) return;
    // Static members have domains of their own.
    if (filter.parent && hasStaticMembers.of(filter.parent, file)) return;
    const wanted = filter.has("domain") ? filter.text("domain") : "";
    const announced = membership?.has("domain") ? membership.text("domain") : "";
    if (wanted === undefined || announced === undefined || wanted === announced) return;
    report({
      at: filter.spanOf("domain", "className"),
      text: {
        en: `It lets in domain "${wanted}", but this Membership announces "${announced}": such nodes stay alone. Write the same.`,
        ko: `"${wanted}" 도메인만 받아들이는데 이 Membership은 ${josa(`"${announced}"`, "을")} 알려 노드가 서로를 찾지 못합니다. 같게 쓰십시오.`,
      },
      ...(membership && wanted !== ""
        ? {
            fix: {
              title: {
                en: `Set the Membership's domain to ${wanted}`,
                ko: `Membership의 domain을 ${josa(wanted, "으로")} 설정`,
              },
              edits: [membership.setAttribute("domain", wanted)],
            },
          }
        : {}),
    });
  },
};
