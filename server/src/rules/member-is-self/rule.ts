import { josa } from "../../base/josa.ts";
import { STATIC_MEMBERSHIP } from "../../config/classes.ts";
import { canonicalHost } from "../../config/values.ts";
import { asLocalMember, ownMembers } from "../local-member.ts";
import type { ComponentRule } from "../rule.ts";
import { placesOfStarts } from "../starts.ts";

/**
 * StaticMembershipInterceptor does not notice that a Member is this very node: the node becomes its own peer and waits
 * stateTransferTimeout (60 s) for itself at start. Only StaticMembershipService recognises itself.
 *
 * Source: StaticMembershipInterceptor, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "member-is-self",
  group: "membership",
  severity: "error",
  summary: {
    en: "A node must not list itself as a Member of StaticMembershipInterceptor.",
    ko: "StaticMembershipInterceptor의 Member에 자기 자신을 넣으면 안 됩니다.",
  },
  target: STATIC_MEMBERSHIP,

  check(interceptor, report, file, clusters) {
    const { members, service } = ownMembers(interceptor, file);
    const receiver = interceptor.ancestor("Channel")?.child("Receiver");
    if (!receiver) return;
    const address = receiver.text("address");
    for (const member of members) {
      const host = member.text("host") ?? "";
      // member-address says that it is never reached.
      if (host === "") continue;
      const here = address !== undefined && canonicalHost(address) === canonicalHost(host) ? address : host;
      const port = member.number("port");
      const local = asLocalMember(interceptor, file, clusters());
      report({
        at: member.spanOf("host"),
        text: local
          ? {
              en: `${here}:${port} is this node itself: it replicates to itself, and a DeltaManager waits for its own sessions at start. Make this Member the LocalMember.`,
              ko: `${here}:${josa(`${port}`, "은")} 이 노드 자신입니다. 자기에게 복제하며 DeltaManager는 시작할 때 자신의 세션을 기다립니다. 이 Member를 LocalMember로 바꾸십시오.`,
            }
          : {
              en: `${here}:${port} is this node itself: it replicates to itself, and a DeltaManager waits for its own sessions at start. Delete this Member.`,
              ko: `${here}:${josa(`${port}`, "은")} 이 노드 자신입니다. 자기에게 복제하며 DeltaManager는 시작할 때 자신의 세션을 기다립니다. 이 Member를 제거하십시오.`,
            },
        related: [
          {
            file,
            at: receiver.spanOf("address"),
            text: { en: "The Receiver of this node.", ko: "이 노드의 Receiver입니다." },
          },
          ...(service ? placesOfStarts([service]) : []),
        ],
        fix: local ?? { title: { en: "Delete this Member", ko: "이 Member 삭제" }, edits: [member.remove()] },
      });
    }
  },
};
