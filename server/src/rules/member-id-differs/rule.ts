import { firstElsewhere } from "../../base/first-elsewhere.ts";
import { josa } from "../../base/josa.ts";
import type { Endpoint } from "../../config/site-values.ts";
import { placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * The uniqueId of a Member must be the one the node gives itself as LocalMember: by it its notices are recognised.
 *
 * Source: StaticMembershipInterceptor.start, MemberImpl.equals, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "member-id-differs",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "A Member's uniqueId must be the LocalMember's of that node.",
    ko: "Member의 uniqueId는 그 노드 LocalMember의 uniqueId와 같아야 합니다.",
  },
  scope: "cluster",

  check({ sites }, report) {
    const others = firstElsewhere(
      sites.flatMap((site) => site.reachedBy.map((host) => ({ site, host }))),
      ({ site, host }) => keyOf({ host, port: site.endpoint.port }),
      ({ site }) => site,
    );
    for (const site of sites) {
      for (const { component, host, port, uniqueId } of site.members) {
        const place = keyOf({ host, port });
        const other = place === undefined ? undefined : others(place, site)?.site;
        const { localId, localMember } = other ?? {};
        if (!other || !localMember) continue;
        if (localId === undefined || uniqueId === undefined || same(localId, uniqueId)) continue;
        report({
          file: site.file,
          at: component.spanOf("uniqueId"),
          text: {
            en: `${other.label} calls itself by another uniqueId: its joining and leaving are not recognised here. Use ${localId}.`,
            ko: `${other.label}의 LocalMember는 uniqueId가 달라 그 노드의 시작과 종료를 알아보지 못합니다. ${josa(localId, "을")} 쓰십시오.`,
          },
          related: [placeIn(other, localMember.spanOf("uniqueId"))],
          fix: {
            title: { en: `Use the uniqueId of ${other.label}`, ko: `${other.label}의 uniqueId 사용` },
            edits: [component.setAttribute("uniqueId", localId)],
          },
        });
      }
    }
  },
};

/** Undefined where the host is not known. */
function keyOf({ host, port }: Endpoint): string | undefined {
  return host === undefined ? undefined : `${host} ${port}`;
}

/** Compares ids by their bytes: signs and leading zeros make no difference. */
function same(one: string, other: string): boolean {
  const bytes = (id: string) =>
    id
      .replace(/[{}\s]/g, "")
      .split(",")
      .map(Number);
  const [a, b] = [bytes(one), bytes(other)];
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
