import { STATIC_MEMBERSHIP } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import { canonicalHost } from "../../config/values.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * One node listed twice: with the same uniqueId the second is dropped, with another one it counts as a further member.
 *
 * Source: StaticMembershipInterceptor.addStaticMember and MemberImpl.equals, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "member-duplicate",
  group: "membership",
  severity: "warning",
  summary: { en: "A node must be listed as a Member once.", ko: "한 노드는 Member로 한 번만 써야 합니다." },
  target: STATIC_MEMBERSHIP,

  *check(interceptor, file) {
    const seen = new Map<string, Component>();
    for (const member of interceptor.childrenNamed("Member")) {
      const written = member.text("host");
      const port = member.number("port");
      if (written === undefined || port === undefined) continue;
      const host = canonicalHost(written);
      const first = seen.get(`${host}:${port}`);
      if (!first) {
        seen.set(`${host}:${port}`, member);
        continue;
      }
      const same = idOf(first) === idOf(member);
      yield {
        at: member.spanOf("host"),
        severity: same ? "hint" : "warning",
        text: same
          ? {
              en: `${host}:${port} is listed already: Tomcat drops this Member. Delete it.`,
              ko: `${host}:${port}은(는) 이미 있어 Tomcat이 이 Member를 버립니다. 지우십시오.`,
            }
          : {
              en: `${host}:${port} is listed already with another uniqueId: it counts as two nodes. Delete the wrong one.`,
              ko: `${host}:${port}이(가) 다른 uniqueId로 이미 있어 두 노드로 취급됩니다. 잘못된 쪽을 지우십시오.`,
            },
        related: [{ file, at: first.spanOf("host"), text: { en: "The first one.", ko: "첫 번째입니다." } }],
        fix: {
          title: { en: "Delete this Member", ko: "이 Member 삭제" },
          edits: [member.remove()],
        },
      };
    }
  },
};

function idOf(member: Component): string | undefined {
  return member.text("uniqueId")?.replace(/\s/g, "");
}
