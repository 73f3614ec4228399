import { josa } from "../../base/josa.ts";
import { STATIC_MEMBER } from "../../config/classes.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** Attributes that are never read, by element. */
const INERT: Readonly<Record<string, readonly string[]>> = {
  Member: ["payload"],
  LocalMember: ["payload", "host", "port"],
};

/**
 * A LocalMember gets host and port from the Receiver, and a payload has no form as text.
 *
 * Source: ChannelCoordinator.internalStart (setLocalMemberProperties), MemberImpl.setPayload(byte[]), 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "member-attribute-inert",
  group: "membership",
  severity: "hint",
  summary: {
    en: "host and port of LocalMember, and every payload, have no effect.",
    ko: "LocalMember의 host와 port, 그리고 payload는 효과가 없습니다.",
  },
  target: STATIC_MEMBER,

  check(member, report) {
    for (const name of INERT[member.name] ?? []) {
      if (!member.has(name)) continue;
      report({
        at: member.spanOf(name),
        text:
          name === "payload"
            ? {
                en: "A payload cannot be written in a file: Tomcat drops it without a word. Remove it.",
                ko: "payload는 파일에 쓸 수 없어 Tomcat이 경고 없이 버립니다. 제거하십시오.",
              }
            : {
                en: `${name} of LocalMember is overwritten by the Receiver's. Set it there, and remove it here.`,
                ko: `LocalMember의 ${josa(name, "은")} Receiver의 값으로 덮어써집니다. Receiver에 설정하고 여기서는 제거하십시오.`,
              },
        tags: ["unnecessary"],
        ...withoutAttribute(member, name),
      });
    }
  },
};
