import type { Component } from "./component.ts";

/** Managers of other projects that keep sessions in a store all nodes share. */
export const REDISSON_MANAGER = "org.redisson.tomcat.RedissonSessionManager";
/** Takes its client from JNDI. */
export const JNDI_REDISSON_MANAGER = "org.redisson.tomcat.JndiRedissonSessionManager";
export const MEMCACHED_MANAGER = "de.javakaffee.web.msm.MemcachedBackupSessionManager";

/** True for a Manager of Redisson's. */
export function isRedisson({ className }: Component): boolean {
  return className === REDISSON_MANAGER || className === JNDI_REDISSON_MANAGER;
}

/**
 * True where memcached-session-manager expects each request on any node; undefined where that is not known. It takes the
 * other way where nothing is written (MemcachedSessionService, 2.3.2).
 */
export function isNonSticky(manager: Component): boolean | undefined {
  if (manager.className !== MEMCACHED_MANAGER) return undefined;
  if (!manager.has("sticky")) return false;
  const sticky = manager.text("sticky");
  return sticky === undefined ? undefined : sticky.toLowerCase() !== "true";
}
