import { STATIC_MEMBERSHIP } from "../../config/classes.ts";
import { hasLostTag } from "../../config/lost-tags.ts";
import { addLocalMember, asLocalMember, startsListed, takesLocalMember } from "../local-member.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * Without LocalMember this node's uniqueId is random, and the others do not know its join and leave notices.
 *
 * Source: StaticMembershipInterceptor.messageReceived and getMember, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "local-member-missing",
  group: "membership",
  severity: "warning",
  summary: {
    en: "Static members need a LocalMember with the uniqueId the other nodes list.",
    ko: "정적 멤버에는 다른 노드가 적은 uniqueId를 가진 LocalMember가 필요합니다.",
  },
  target: STATIC_MEMBERSHIP,

  check(interceptor, report, file, clusters) {
    // Beside a membership service that runs a LocalMember stops Tomcat: `static-start-options` comes first.
    if (interceptor.unfinished || !takesLocalMember(interceptor)) return;
    if (interceptor.childrenNamed("Member").length === 0) return;
    if (hasLostTag(interceptor)) return;
    // Several nodes with one file need an id each: `server-xml-shared` says so, and one LocalMember would be wrong.
    if (startsListed(interceptor, file).length > 1) return;
    // A list that holds this node is one mistake: `member-is-self` makes a LocalMember of that Member.
    if (asLocalMember(interceptor, file, clusters())) return;
    const added = addLocalMember(interceptor, clusters());
    report({
      at: interceptor.spanOf("className"),
      text: {
        en: "No LocalMember: others notice this node's start and stop late, and it misses the sessions made until then. Add one with the id the others list.",
        ko: "LocalMember가 없어 다른 노드가 이 노드의 시작과 종료를 늦게 알고, 이 노드는 그때까지 만든 세션을 받지 못합니다. 다른 노드에 적힌 uniqueId로 추가하십시오.",
      },
      ...(added ? { fix: { title: { en: "Add LocalMember", ko: "LocalMember 추가" }, edits: [added] } } : {}),
    });
  },
};
