import type { Component } from "../../config/component.ts";
import { isRedisson, MEMCACHED_MANAGER } from "../../config/session-stores.ts";

const TRUE_FIRST = ["true", "false"] as const;
const FALSE_FIRST = ["false", "true"] as const;

/** What an attribute of these Managers may be, the default first, where it takes one of a few words. */
const VALUES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  redisson: {
    readMode: ["REDIS", "MEMORY"],
    updateMode: ["DEFAULT", "AFTER_REQUEST"],
    broadcastSessionEvents: FALSE_FIRST,
    broadcastSessionUpdates: TRUE_FIRST,
  },
  memcached: {
    lockingMode: ["none", "auto", "all"],
    memcachedProtocol: ["text", "binary"],
    sticky: TRUE_FIRST,
    sessionBackupAsync: TRUE_FIRST,
    enabled: TRUE_FIRST,
    enableStatistics: TRUE_FIRST,
    copyCollectionsForSerialization: FALSE_FIRST,
  },
};

/**
 * The words that an attribute of such a Manager may have, the default first; none for other attributes and classes.
 *
 * Source: RedissonSessionManager (ReadMode, UpdateMode), 4.7; MemcachedSessionService, LockingMode, 2.3.2.
 */
export function storeValues(manager: Component, attribute: string): readonly string[] {
  const of = isRedisson(manager) ? "redisson" : manager.className === MEMCACHED_MANAGER ? "memcached" : "";
  const known = VALUES[of] ?? {};
  return Object.hasOwn(known, attribute) ? (known[attribute] ?? []) : [];
}
