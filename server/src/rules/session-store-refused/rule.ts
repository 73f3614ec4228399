import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import type { Component } from "../../config/component.ts";
import { isNonSticky, isRedisson, JNDI_REDISSON_MANAGER, MEMCACHED_MANAGER } from "../../config/session-stores.ts";
import { setTo } from "../fixes.ts";
import type { ElementRule, Finding } from "../rule.ts";

/**
 * The Managers of Redisson and of memcached-session-manager check what they are given: at once, where Tomcat logs a
 * warning and goes on, or when they start, and then their application does not.
 *
 * Source: RedissonSessionManager.setReadMode, setUpdateMode and buildClient, JndiRedissonSessionManager (Redisson 3.11.6,
 * 3.31.0 and 4.7); MemcachedNodesManager.createFor and MemcachedSessionService.initNonStickyLockingMode
 * (memcached-session-manager 2.3.2); SetPropertiesRule.begin, IntrospectionUtils.setProperty and
 * StandardContext.startInternal, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "session-store-refused",
  group: "sessions",
  severity: "error",
  summary: {
    en: "A session store's Manager must get values that it takes.",
    ko: "세션 저장소의 Manager에는 받아들이는 값을 써야 합니다.",
  },
  elements: ["Manager"],

  check(manager, report) {
    if (manager.unfinished) return;
    for (const finding of isRedisson(manager) ? redissonFaults(manager) : memcachedFaults(manager)) report(finding);
  },
};

/** What each attribute may be; the first is the one at work where nothing is written, of readMode from 3.10 on. */
const MODES = { readMode: ["REDIS", "MEMORY"], updateMode: ["DEFAULT", "AFTER_REQUEST"] } as const;

function* redissonFaults(manager: Component): Generator<Finding> {
  for (const [name, modes] of Object.entries(MODES)) {
    const value = manager.text(name);
    const [usual, other] = modes;
    if (value === undefined || modes.some((mode) => mode === value)) continue;
    const meant = modes.find((mode) => mode === value.toUpperCase());
    const former = name === "readMode" ? other : undefined;
    yield {
      at: manager.spanOf(name),
      severity: "warning",
      text: {
        en: `Redisson takes ${usual} or ${other} here, letter by letter. This value is ignored with a warning in the log, and ${usual} stays${former ? ` (before 3.10 ${former})` : ""}.`,
        ko: `Redisson은 ${usual} 또는 ${other} 값을 대소문자까지 그대로 받습니다. 이 값은 로그 경고와 함께 무시되고 ${josa(usual, "이")} 쓰입니다${former ? `(3.10 전에는 ${former})` : ""}.`,
      },
      ...(meant ? { fix: setTo(manager, name, meant) } : {}),
    };
  }
  const needed = manager.className === JNDI_REDISSON_MANAGER ? "jndiName" : "configPath";
  if (manager.has(needed)) return;
  yield missing(manager, needed);
}

function missing(manager: Component, name: string): Finding {
  return {
    at: manager.spanOf("className"),
    text: {
      en: `This Manager needs ${name}: without it the application does not start.`,
      ko: `이 Manager에는 ${josa(name, "이")} 필요합니다. 없으면 애플리케이션이 시작되지 않습니다.`,
    },
  };
}

const NODE = String.raw`\w+:[^:]+:\d+`;
const COUCHBASE = String.raw`http://[^:]+:\d+/\w+`;
/** One server, several with ids, or Couchbase (MemcachedNodesManager). */
const NODES = new RegExp(
  String.raw`^(?:[^:]+:\d+|${NODE}(?:(?:\s+|,)${NODE})*|${COUCHBASE}(?:(?:\s+|,)${COUCHBASE})*|rediss?://.*)$`,
);
const LOCKING = /^(?:none|all|auto)$/i;

function* memcachedFaults(manager: Component): Generator<Finding> {
  if (manager.className !== MEMCACHED_MANAGER) return;
  if (!manager.has("memcachedNodes")) yield missing(manager, "memcachedNodes");
  const nodes = manager.text("memcachedNodes");
  if (nodes !== undefined && !NODES.test(nodes)) {
    yield {
      at: manager.spanOf("memcachedNodes"),
      text: {
        en: "Not n1:host:port,n2:host:port, nor a single host:port: the application does not start. Give each of several servers an id.",
        ko: "n1:호스트:포트,n2:호스트:포트 형식도 호스트:포트 하나도 아니므로 애플리케이션이 시작되지 않습니다. 여러 서버에는 ID를 붙이십시오.",
      },
    };
  } else if (nodes !== undefined) {
    const misread = misreadIn(nodes);
    if (misread) yield { at: manager.spanOf("memcachedNodes"), severity: "warning", text: misread };
    else yield* failoverFaults(manager, nodes);
  }
  const locking = manager.text("lockingMode");
  if (isNonSticky(manager) && locking !== undefined && !LOCKING.test(locking) && !locking.startsWith("uriPattern:")) {
    yield {
      at: manager.spanOf("lockingMode"),
      text: {
        en: "memcached-session-manager takes none, all, auto or uriPattern:… here: the application does not start.",
        ko: "memcached-session-manager는 none, all, auto, uriPattern:…만 받으므로 애플리케이션이 시작되지 않습니다.",
      },
    };
  }
}

/** `cache1:11211,cache2:11211` has the form of one server with an id, whose host is `11211,cache2`. */
function misreadIn(nodes: string): Localized | undefined {
  if (/^(?:http|redis)/.test(nodes)) return undefined;
  // Ids, hosts and ports in turn, where the port of one stands before the id of the next.
  const parts = nodes.split(":");
  const at = parts.findIndex((part, index) => index % 2 === 1 && index + 1 < parts.length && /[\s,]/.test(part));
  const host = parts[at];
  const id = parts[at - 1]?.split(/[\s,]/).at(-1);
  if (host === undefined || id === undefined) return undefined;
  return {
    en: `memcached-session-manager reads a server called "${id}" on a host "${host}" here. Give each server an id: n1:host:port,n2:host:port.`,
    ko: `memcached-session-manager는 이 값을 호스트 "${host}"에 있는 "${id}" 서버로 읽습니다. 서버마다 ID를 붙이십시오: n1:호스트:포트,n2:호스트:포트`,
  };
}

function* failoverFaults(manager: Component, nodes: string): Generator<Finding> {
  const failover = manager.text("failoverNodes");
  if (failover === undefined || failover.trim() === "" || nodes.startsWith("redis")) return;
  const ids = new Set([...nodes.matchAll(/(?:^|[\s,])(\w+):[^:]+:\d/g)].map(([, id]) => id));
  const names = failover.split(/[ ,]/).map((each) => each.trim());
  const meant = names.filter((each) => each !== "");
  const at = manager.spanOf("failoverNodes");
  const unknown = meant.find((each) => !ids.has(each));
  if (unknown !== undefined) yield { at, text: unknownFailover(unknown) };
  else if (ids.size === 1) yield { at, text: ONLY_FAILOVER };
  // Java leaves out what is empty at the end only.
  else if (
    names
      .slice(
        0,
        names.findLastIndex((each) => each !== ""),
      )
      .includes("")
  )
    yield { at, text: EMPTY_FAILOVER, fix: setTo(manager, "failoverNodes", meant.join(",")) };
}

function unknownFailover(id: string): Localized {
  return {
    en: `memcachedNodes has no server with the id "${id}": the application does not start. Use ids from there.`,
    ko: `memcachedNodes에 ID가 "${id}"인 서버가 없어 애플리케이션이 시작되지 않습니다. 그곳의 ID를 쓰십시오.`,
  };
}

const ONLY_FAILOVER: Localized = {
  en: "memcachedNodes has one server, which no other can stand in for: with failoverNodes the application does not start. Remove it.",
  ko: "memcachedNodes에 서버가 하나뿐이어서 대신할 서버가 없습니다. failoverNodes가 있으면 애플리케이션이 시작되지 않습니다. 제거하십시오.",
};

const EMPTY_FAILOVER: Localized = {
  en: "Between two separators, such as a comma and a blank, memcached-session-manager reads an empty id: the application does not start. Write one comma.",
  ko: "memcached-session-manager는 쉼표와 공백처럼 이어진 구분자 사이를 빈 ID로 읽으므로 애플리케이션이 시작되지 않습니다. 쉼표 하나로 구분하십시오.",
};
