import { BACKUP_MANAGER, STATIC_MEMBERSHIP, TCP_FAILURE_DETECTOR } from "../../config/classes.ts";
import { allKnown, interceptorsOf, isBefore, ofClass } from "../../config/cluster.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * Without a TcpFailureDetector above the list a static member counts as present even when it is down: with
 * terminateOnStartFailure an application does not start until all are up.
 *
 * Source: BackupManager.startInternal and AbstractReplicatedMap.init, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "terminate-on-start-failure",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "With static members and no TcpFailureDetector, terminateOnStartFailure keeps applications from starting while a node is down.",
    ko: "정적 멤버를 TcpFailureDetector 없이 쓰면서 terminateOnStartFailure를 켜면 다른 노드가 꺼져 있는 동안 애플리케이션이 시작되지 않습니다.",
  },
  target: BACKUP_MANAGER,

  check(manager, report) {
    if (!manager.has("terminateOnStartFailure") || manager.boolean("terminateOnStartFailure") !== true) return;
    const cluster = manager.ancestor("Cluster");
    if (!cluster) return;
    const chain = interceptorsOf(cluster);
    const [detector] = ofClass(chain, TCP_FAILURE_DETECTOR);
    const lists = ofClass(chain, STATIC_MEMBERSHIP).filter((list) => list.childrenNamed("Member").length > 0);
    // A detector above the list leaves out members that do not answer.
    if (!allKnown(chain) || !lists.some((list) => !detector || isBefore(list, detector))) return;
    report({
      at: manager.spanOf("terminateOnStartFailure"),
      text: {
        en: "While a listed member is down, the application does not start on this node and answers 404. Set it to false.",
        ko: "나열된 멤버가 꺼져 있으면 이 노드에서 애플리케이션이 시작되지 않아 404로 응답합니다. false로 설정하십시오.",
      },
      fix: setTo(manager, "terminateOnStartFailure", "false"),
    });
  },
};
