import { josa } from "../../base/josa.ts";
import { STATIC_MEMBERSHIP } from "../../config/classes.ts";
import { isShared, onlyStart } from "../../config/starts.ts";
import { canonicalHost } from "../../config/values.ts";
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

  check(interceptor, report, file) {
    const receiver = interceptor.ancestor("Channel")?.child("Receiver");
    const port = receiver?.number("port");
    if (!receiver || port === undefined) return;
    const address = receiver.text("address");
    // Where several services start with the file, each may list all of them: server-xml-shared looks at that.
    const service = isShared(file) ? undefined : onlyStart(file);
    const own = new Set([...(address === undefined ? [] : [address]), ...(service?.hosts ?? [])].map(canonicalHost));
    const id = interceptor.child("LocalMember")?.text("uniqueId");
    for (const member of interceptor.childrenNamed("Member")) {
      const host = member.text("host");
      if (host === undefined || !own.has(canonicalHost(host)) || member.number("port") !== port) continue;
      if (id !== undefined && member.text("uniqueId") === id) continue;
      const here = address !== undefined && canonicalHost(address) === canonicalHost(host) ? address : host;
      report({
        at: member.spanOf("host"),
        text: {
          en: `${here}:${port} is this node itself: it replicates to itself, and a DeltaManager waits for its own sessions at start. Delete this Member.`,
          ko: `${here}:${josa(port, "은")} 이 노드 자신입니다. 자기에게 복제하며 DeltaManager는 시작할 때 자신의 세션을 기다립니다. 이 Member를 제거하십시오.`,
        },
        related: [
          {
            file,
            at: receiver.spanOf("address"),
            text: { en: "The Receiver of this node.", ko: "이 노드의 Receiver입니다." },
          },
          ...(service ? placesOfStarts([service]) : []),
        ],
        fix: { title: { en: "Delete this Member", ko: "이 Member 삭제" }, edits: [member.remove()] },
      });
    }
  },
};
