import { josa } from "../../base/josa.ts";
import { type ClusterSite, comparable } from "../../config/site.ts";
import { placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * A node sends only to the members it lists: where the other does not list it back, replication goes one way.
 *
 * Source: SimpleTcpCluster.send over StaticMembershipInterceptor.getMembers, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "member-not-mutual",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "Static members must list each other.",
    ko: "정적 멤버는 서로를 목록에 넣어야 합니다.",
  },
  scope: "cluster",
  breaksLink: "to-other",

  check({ sites }, report) {
    const listing = sites.filter(({ membershipKind }) => membershipKind === "static");
    for (const site of listing) {
      for (const other of listing) {
        if (site === other || !lacks(site, other)) continue;
        const { host, port } = other.endpoint;
        const last = site.members.at(-1);
        const id = other.localId === undefined ? "" : ` uniqueId="${other.localId}"`;
        report({
          file: site.file,
          at: site.memberList?.spanOf("className") ?? site.cluster.nameSpan,
          text: {
            en: `${other.label} (${host}:${port}) is no Member here, so this node sends it nothing. List it.`,
            ko: `${josa(`${other.label}(${host}:${port})`, "이")} 이 목록에 없어 그 노드로는 아무것도 보내지 않습니다. Member로 추가하십시오.`,
          },
          related: [placeIn(other, (other.receiver ?? other.cluster).spanOf("address"))],
          ...(last
            ? {
                fix: {
                  title: { en: `Add ${other.label} as a Member`, ko: `${josa(other.label, "을")} Member로 추가` },
                  edits: [
                    last.component.insertBehind(
                      `<Member className="${last.component.className}" host="${host}" port="${port}"${id}/>`,
                    ),
                  ],
                },
              }
            : {}),
        });
      }
    }
  },
};

/** True when no Member of a node can be the other: only plain addresses are compared, names resolve as they like. */
function lacks(site: ClusterSite, other: ClusterSite): boolean {
  const { host, port } = other.endpoint;
  if (host === undefined || port === undefined) return false;
  return site.members.every(
    (member) =>
      comparable(member.host, host) &&
      member.host !== host &&
      (other.localId === undefined || member.uniqueId !== other.localId),
  );
}
