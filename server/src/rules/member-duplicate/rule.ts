import { josa } from "../../base/josa.ts";
import { STATIC_MEMBERSHIP } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import type { TomcatCluster } from "../../config/tomcat-cluster.ts";
import { bytesOf, idFor, idOf, sameId, writtenId } from "../../config/unique-ids.ts";
import { canonicalHost } from "../../config/values.ts";
import { behindPlaceholder, setTo } from "../fixes.ts";
import type { ComponentRule, Finding } from "../rule.ts";

/**
 * One node listed twice: with the same uniqueId the second is dropped, with another one it counts as a further member.
 * Two nodes with one uniqueId: the one whose own LocalMember has another is not recognized. Where all have the same,
 * three nodes replicate and notice each other's start and stop as with ids of their own (run on 9.0.122 and 11.0.24).
 *
 * Source: StaticMembershipInterceptor.addStaticMember and MemberImpl.equals, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "member-duplicate",
  group: "membership",
  severity: "warning",
  summary: { en: "A node must be listed as a Member once.", ko: "한 노드는 Member로 한 번만 써야 합니다." },
  target: STATIC_MEMBERSHIP,

  check(interceptor, report, file, clusters) {
    const seen = new Map<string, Component>();
    const ids = new Map<string, Component>();
    for (const member of interceptor.childrenNamed("Member")) {
      const written = member.text("host");
      const port = member.number("port");
      const id = writtenIdOf(member);
      const namesake = id === undefined ? undefined : ids.get(id);
      if (namesake && isElsewhere(namesake, member)) report(ofAnother(member, namesake, file, clusters()));
      if (id !== undefined && !namesake) ids.set(id, member);
      // An empty one is never reached, as member-address says.
      if (!written || port === undefined) continue;
      const host = canonicalHost(written);
      const first = seen.get(`${host}:${port}`);
      if (!first) {
        seen.set(`${host}:${port}`, member);
        continue;
      }
      const [firstId, ownId] = [idOf(first), idOf(member)];
      // What no file tells may be the same or not.
      if (!firstId || !ownId) continue;
      const same = sameId(firstId, ownId);
      report({
        at: member.spanOf("host"),
        severity: same ? "hint" : "warning",
        text: same
          ? {
              en: `${host}:${port} is listed already: Tomcat drops this Member. Delete it.`,
              ko: `${host}:${josa(port, "은")} 이미 있어 Tomcat이 이 Member를 버립니다. 제거하십시오.`,
            }
          : {
              en: `${host}:${port} is listed already with another uniqueId: it counts as two nodes. Delete the wrong one.`,
              ko: `${host}:${josa(port, "이")} 다른 uniqueId로 이미 있어 두 노드로 취급됩니다. 잘못된 쪽을 제거하십시오.`,
            },
        related: [{ file, at: first.spanOf("host"), text: { en: "The first one.", ko: "첫 번째입니다." } }],
        fix: {
          title: { en: "Delete this Member", ko: "이 Member 삭제" },
          edits: [member.remove()],
        },
      });
    }
  },
};

/** True for Members with different addresses; false where one is not known. */
function isElsewhere(one: Component, other: Component): boolean {
  const [first, second] = [addressOf(one), addressOf(other)];
  return first !== undefined && second !== undefined && first !== second;
}

/** The normalised address of a Member. */
function addressOf(member: Component): string | undefined {
  const host = member.text("host");
  const port = member.number("port");
  return host === undefined || port === undefined ? undefined : `${canonicalHost(host)}:${port}`;
}

/** Members of different nodes with the same uniqueId, usually an unchanged copy. */
function ofAnother(member: Component, first: Component, file: ConfigFile, clusters: readonly TomcatCluster[]): Finding {
  const own = behindPlaceholder(member, "uniqueId") ? undefined : idFor(member, clusters);
  return {
    at: member.spanOf("uniqueId"),
    severity: "information",
    text: {
      en: "Another Member has this uniqueId. A node whose own LocalMember has another one is noticed late when it starts or stops: write that one.",
      ko: "다른 Member에도 같은 uniqueId가 있습니다. 노드의 LocalMember에 적힌 값과 다르면 그 노드의 시작과 종료를 늦게 압니다. LocalMember의 값을 쓰십시오.",
    },
    related: [{ file, at: first.spanOf("uniqueId"), text: { en: "The other one.", ko: "다른 Member입니다." } }],
    // Where the node's own id is the shared one, the first Member is wrong.
    fix: own === undefined || own === writtenIdOf(member) ? [] : [setTo(member, "uniqueId", own)],
  };
}

/** The id that is written, where Tomcat takes it: what it drops, unique-id-invalid tells of. */
function writtenIdOf(member: Component): string | undefined {
  const bytes = member.has("uniqueId") ? bytesOf(member.text("uniqueId") ?? "") : undefined;
  return bytes && writtenId(bytes);
}
