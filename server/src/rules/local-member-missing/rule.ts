import { STATIC_MEMBERSHIP } from "../../config/classes.ts";
import { startOptionsOf } from "../../config/cluster.ts";
import { hasLostTag } from "../../config/lost-tags.ts";
import { START } from "../../config/options.ts";
import { addLocalMember, startsListed } from "../local-member.ts";
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
    if (interceptor.unfinished || interceptor.facts?.children.has("LocalMember") === false) return;
    // Beside a membership service that runs a LocalMember stops Tomcat: `static-start-options` comes first.
    const cluster = interceptor.ancestor("Cluster");
    const options = cluster && startOptionsOf(cluster);
    if (options === undefined || (options & START.membership) !== 0) return;
    if (
      interceptor.childrenNamed("Member").length === 0 ||
      interceptor.children.some(({ name }) => name === "LocalMember")
    )
      return;
    if (hasLostTag(interceptor)) return;
    // Several nodes with one file need an id each: `server-xml-shared` says so, and one LocalMember would be wrong.
    if (startsListed(interceptor, file).length > 1) return;
    const added = addLocalMember(interceptor, clusters());
    report({
      at: interceptor.spanOf("className"),
      text: {
        en: "No LocalMember: others notice this node's start and stop late, and miss sessions. Add one with the id they list.",
        ko: "LocalMember가 없어 다른 노드가 이 노드의 시작과 종료를 늦게 알고 세션을 놓칩니다. 다른 노드에 적힌 uniqueId로 추가하십시오.",
      },
      ...(added ? { fix: { title: { en: "Add LocalMember", ko: "LocalMember 추가" }, edits: [added] } } : {}),
    });
  },
};
