import { firstElsewhere } from "../../base/first-elsewhere.ts";
import { josa } from "../../base/josa.ts";
import type { Component } from "../../config/component.ts";
import type { Endpoint } from "../../config/site-values.ts";
import { bytesOf, idOf, sameId } from "../../config/unique-ids.ts";
import { placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * The uniqueId of a Member must be the one the node gives itself as LocalMember: by it its notices are recognised. Without,
 * the others learn of its start and stop from the next heartbeat or ping (run on 9.0.122 with three nodes: seconds later).
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
      for (const { component, host, port } of site.members) {
        const place = keyOf({ host, port });
        const other = place === undefined ? undefined : others(place, site)?.site;
        const { localId, localMember } = other ?? {};
        if (!other || !localMember || localId === undefined || localId === component.text("uniqueId")) continue;
        const [own, listed] = [bytesOf(localId), idOf(component)];
        // What Tomcat drops, unique-id-invalid tells of.
        if (!own || !listed || sameId(own, listed) || isDropped(component)) continue;
        report({
          file: site.file,
          at: component.spanOf("uniqueId"),
          text: component.has("uniqueId")
            ? {
                en: `${other.label} calls itself by another uniqueId: its joining and leaving are noticed late here. Use ${localId}.`,
                ko: `${other.label}의 LocalMember는 uniqueId가 달라 여기에서는 그 노드의 시작과 종료를 늦게 압니다. ${josa(localId, "을")} 쓰십시오.`,
              }
            : {
                en: `${other.label} calls itself ${localId}, and this Member has no uniqueId: its joining and leaving are noticed late here. Add it.`,
                ko: `${other.label}의 LocalMember에는 ${josa(localId, "이")} 있고 이 Member에는 uniqueId가 없어 그 노드의 시작과 종료를 늦게 압니다. 추가하십시오.`,
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

function isDropped(member: Component): boolean {
  const written = member.text("uniqueId");
  return written !== undefined && !bytesOf(written);
}
