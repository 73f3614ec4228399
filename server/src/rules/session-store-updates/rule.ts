import type { Component } from "../../config/component.ts";
import { isNonSticky, isRedisson } from "../../config/session-stores.ts";
import { withoutAttribute } from "../fixes.ts";
import type { ElementRule, Finding } from "../rule.ts";
import { filterIn } from "../session-filters.ts";

/**
 * Settings by which one node does not see, or undoes, what another one changed.
 *
 * Source: RedissonSessionManager.startInternal and findSession, RedissonSession.getAttribute and fastPut (Redisson 3.31.0
 * and 4.7); MemcachedSessionService.initNonStickyLockingMode, LockingStrategyNone, TranscoderService and
 * MemcachedBackupSession.filterAttributes (memcached-session-manager 2.3.2).
 */
export const rule: ElementRule = {
  id: "session-store-updates",
  group: "sessions",
  severity: "information",
  summary: {
    en: "All nodes must see what one of them changes in a shared session.",
    ko: "공유 세션을 한 노드가 바꾸면 모든 노드가 알아야 합니다.",
  },
  elements: ["Manager"],

  check(manager, report) {
    if (manager.unfinished) return;
    const finding = isRedisson(manager) ? unheard(manager) : unlocked(manager);
    if (finding) report(finding);
  },
};

function unheard(manager: Component): Finding | undefined {
  if (manager.text("readMode") !== "MEMORY") return undefined;
  if (manager.text("broadcastSessionUpdates")?.toLowerCase() !== "false") return undefined;
  return {
    at: manager.spanOf("broadcastSessionUpdates"),
    text: {
      en: "With readMode MEMORY a node that has a session never hears of changes on other nodes: it goes on with old values. Broadcast them, or read from REDIS.",
      ko: "readMode가 MEMORY이면 세션을 가진 노드가 다른 노드의 변경을 알지 못해 옛 값을 계속 씁니다. 변경을 알리거나 REDIS에서 읽으십시오.",
    },
    ...withoutAttribute(manager, "broadcastSessionUpdates"),
  };
}

function unlocked(manager: Component): Finding | undefined {
  if (!isNonSticky(manager)) return undefined;
  if (filterIn(manager, "sessionAttributeFilter")) {
    return {
      at: manager.spanOf("sessionAttributeFilter"),
      severity: "warning",
      text: {
        en: 'With sticky="false" each request reads the session from memcached: attributes this filter leaves out are gone with the request that set them.',
        ko: 'sticky="false"이면 요청마다 memcached에서 세션을 읽으므로, 이 필터에 맞지 않는 속성은 설정한 요청이 끝나면 사라집니다.',
      },
    };
  }
  if (manager.has("lockingMode") && manager.text("lockingMode")?.toLowerCase() !== "none") return undefined;
  return {
    at: manager.spanOf("lockingMode", "sticky"),
    text: {
      en: "Without a lock, of two requests of one session at a time the later one stores its copy, and the other's changes are lost. Set lockingMode to auto or all.",
      ko: "잠금이 없으면 한 세션의 두 요청이 겹칠 때 나중 것이 자기 복사본을 저장하여 다른 요청의 변경이 사라집니다. lockingMode를 auto나 all로 두십시오.",
    },
  };
}
