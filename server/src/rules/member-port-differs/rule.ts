import type { ClusterSite } from "../../config/site.ts";
import { placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * A Member is reached where the other node's Receiver listens, and nowhere else.
 *
 * Source: StaticMember, ReceiverBase.bind, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "member-port-differs",
  group: "nodes",
  severity: "error",
  summary: {
    en: "A Member's port must be the one the other node's Receiver listens at.",
    ko: "Member의 포트는 상대 노드의 Receiver가 수신 대기하는 포트여야 합니다.",
  },
  scope: "cluster",
  breaksLink: "to-other",

  check({ sites }, report) {
    for (const site of sites) {
      for (const member of site.members) {
        const { host, port: named } = member;
        if (host === undefined || named === undefined) continue;
        const there = sites.filter((each) => each !== site && each.endpoint.host === host);
        const [other] = there;
        // autoBind lets a Receiver slip to a later port: then only a port outside of all it tries is certainly wrong.
        if (!other || there.some((each) => mayListenAt(each, named))) continue;
        const port = other.endpoint.port;
        report({
          file: site.file,
          at: member.component.spanOf("port"),
          text: {
            en: `Nothing listens at ${host}:${named}: the Receiver of ${other.label} has port ${port}. Use that.`,
            ko: `${host}:${named}에서는 아무 프로그램도 수신 대기하지 않습니다. ${other.label}의 Receiver 포트는 ${port}입니다. 그 포트를 쓰십시오.`,
          },
          related: [placeIn(other, (other.receiver ?? other.cluster).spanOf("port"))],
          ...(there.length === 1
            ? {
                fix: {
                  title: { en: `Change the port to ${port}`, ko: `포트를 ${port}번으로 변경` },
                  edits: [member.component.setAttribute("port", `${port}`)],
                },
              }
            : {}),
        });
      }
    }
  },
};

/** True when the Receiver of a node listens at a port, may slip to it, or its port is not knowable. */
function mayListenAt({ endpoint, portTries }: ClusterSite, port: number): boolean {
  if (endpoint.port === undefined || portTries === undefined) return true;
  return port >= endpoint.port && port < endpoint.port + Math.max(1, portTries);
}
