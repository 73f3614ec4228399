import type { Component } from "../../config/component.ts";
import type { ComponentRule } from "../rule.ts";

const PERSISTENT_VALVE = "org.apache.catalina.valves.PersistentValve";
/** Stores that several nodes can share. */
const DATABASES = new Set(["org.apache.catalina.session.DataSourceStore", "org.apache.catalina.session.JDBCStore"]);

/**
 * A PersistentManager writes a session into its Store when it stops, when the session moves out of memory, and where
 * maxIdleBackup says so: what it did not write, no other node can read.
 *
 * Source: PersistentManagerBase.processMaxIdleBackups and stopInternal, ManagerBase.backgroundProcess,
 * PersistentValve.invoke, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "session-store-backup",
  group: "sessions",
  severity: "information",
  summary: {
    en: "A PersistentManager copies sessions into its database only with maxIdleBackup.",
    ko: "PersistentManager는 maxIdleBackup이 있어야 세션을 데이터베이스에 복사합니다.",
  },
  target: "org.apache.catalina.session.PersistentManager",

  check(manager, report, file) {
    const backup = manager.number("maxIdleBackup");
    if (file.template || manager.unfinished || backup === undefined || backup >= 0) return;
    if (!DATABASES.has(manager.child("Store")?.className ?? "") || mayStoreElsewhere(manager)) return;
    const atStop = manager.boolean("saveOnRestart") !== false;
    report({
      at: manager.spanOf("maxIdleBackup", "className"),
      text: {
        en: `Sessions get into this database only when ${atStop ? "Tomcat stops in order or " : ""}they are swapped out: a node that dies loses them. Add a PersistentValve, or maxIdleBackup, checked once a minute by default.`,
        ko: `세션은 ${atStop ? "Tomcat이 정상 종료되거나 " : ""}메모리에서 옮길 때만 데이터베이스에 저장되어 노드가 죽으면 사라집니다. PersistentValve나 기본으로 1분마다 검사하는 maxIdleBackup을 추가하십시오.`,
      },
    });
  },
};

/** True where a Valve around the Manager stores each session behind its request, or may. */
function mayStoreElsewhere(manager: Component): boolean {
  for (let around = manager.parent; around; around = around.parent) {
    const valves = around.childrenNamed("Valve");
    if (valves.some(({ type, className }) => !type || className === PERSISTENT_VALVE)) return true;
  }
  return false;
}
