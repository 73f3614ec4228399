import { josa } from "../../base/josa.ts";
import { STATIC_MEMBERSHIP } from "../../config/classes.ts";
import { canonicalHost } from "../../config/values.ts";
import type { ComponentRule } from "../rule.ts";

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

  check(interceptor, report, file) {
    const receiver = interceptor.ancestor("Channel")?.child("Receiver");
    const address = receiver?.text("address");
    const port = receiver?.number("port");
    if (!receiver || address === undefined || port === undefined) return;
    const own = interceptor.child("LocalMember")?.text("uniqueId");
    for (const member of interceptor.childrenNamed("Member")) {
      if (canonicalHost(member.text("host") ?? "") !== canonicalHost(address)) continue;
      if (member.number("port") !== port) continue;
      if (own !== undefined && member.text("uniqueId") === own) continue;
      report({
        at: member.spanOf("host"),
        text: {
          en: `${address}:${port} is this node itself: it replicates to itself, and a DeltaManager waits for its own sessions at start. Delete this Member.`,
          ko: `${address}:${josa(port, "은")} 이 노드 자신입니다. 자기에게 복제하며 DeltaManager는 시작할 때 자신의 세션을 기다립니다. 이 Member를 제거하십시오.`,
        },
        related: [
          {
            file,
            at: receiver.spanOf("address"),
            text: { en: "The Receiver of this node.", ko: "이 노드의 Receiver입니다." },
          },
        ],
        fix: { title: { en: "Delete this Member", ko: "이 Member 삭제" }, edits: [member.remove()] },
      });
    }
  },
};
