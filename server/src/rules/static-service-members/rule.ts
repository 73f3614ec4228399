import { josa } from "../../base/josa.ts";
import { STATIC_SERVICE } from "../../config/classes.ts";
import { looksForItself } from "../../config/cluster.ts";
import { ALL_ADDRESSES } from "../../config/values.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * StaticMembershipService looks for its own node among the Members, by the Receiver's host and port; Tomcat stops when
 * it is not listed.
 *
 * Source: StaticMembershipService.findLocalMember, 9.0.17 and later; 9.0.11 to 9.0.16 need a LocalMember.
 */
export const rule: ComponentRule = {
  id: "static-service-members",
  group: "membership",
  severity: "error",
  summary: {
    en: "StaticMembershipService needs a LocalMember, or a Member with this node's Receiver address.",
    ko: "StaticMembershipService에는 LocalMember 또는 이 노드의 Receiver 주소를 가진 Member가 있어야 합니다.",
  },
  target: STATIC_SERVICE,

  check(service, report) {
    if (service.unfinished || !looksForItself(service)) return;
    const members = service.childrenNamed("Member");
    const receiver = service.parent?.child("Receiver");
    const address = receiver?.text("address");
    const port = receiver?.number("port");
    if (members.length > 0) {
      if (!receiver?.has("address") || address === "auto") {
        report({
          at: service.spanOf("className"),
          severity: "information",
          text: {
            en: "It finds this node by the Receiver's address, which is the host name's here: a start may fail. Write an address.",
            ko: "Receiver의 주소로 자기 노드를 찾는데 여기서는 호스트 이름의 주소라 시작에 실패할 수 있습니다. 주소를 쓰십시오.",
          },
        });
        return;
      }
      // How a name resolves is not in the file: only plain addresses are compared. None is that of all addresses.
      if (address === undefined || port === undefined || !/^[\d.]+$/.test(address)) return;
      for (const member of members) {
        const host = member.text("host");
        if (host === undefined || member.number("port") === undefined) return;
        if (!/^[\d.]+$/.test(host) && address !== ALL_ADDRESSES) return;
        if (host === address && member.number("port") === port) return;
      }
    }
    report({
      at: service.spanOf("className"),
      text:
        members.length === 0
          ? {
              en: "No member is listed, so this node finds not even itself: Tomcat does not start. List all nodes.",
              ko: "멤버가 없어 자기 자신도 찾지 못하므로 Tomcat이 시작되지 않습니다. 모든 노드를 쓰십시오.",
            }
          : {
              en: `No Member is ${address}:${port}, this node's Receiver: Tomcat does not start. ${address === ALL_ADDRESSES ? "Write this node's own address there." : "Add it to the list."}`,
              ko: `이 노드의 Receiver인 ${josa(`${address}:${port}`, "이")} Member 목록에 없어 Tomcat이 시작되지 않습니다. ${address === ALL_ADDRESSES ? "Receiver에 이 노드의 실제 주소를 쓰십시오." : "추가하십시오."}`,
            },
    });
  },
};
