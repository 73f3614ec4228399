import type { AttributeFacts } from "./model.ts";

/** The owner's name for attributes of a Connector's protocol handler. */
export const HANDLER = "protocol handler";

const ROOT = "org.apache.catalina.webresources";

/**
 * Defaults in effect where the getter of a new object returns something else; undefined stands for the system's own
 * default.
 */
const DEFAULTS: ReadonlyMap<string, string | undefined> = new Map([
  // AbstractEndpoint returns 1 until the port is open.
  [`${HANDLER}#maxKeepAliveRequests`, "100"],
  // Without the attribute, McastServiceImpl keeps the socket's own value; the getter returns 0.
  ["org.apache.catalina.tribes.membership.McastService#ttl", undefined],
  // StandardRoot returns true until it has the application's own folder.
  [`${ROOT}.StandardRoot#readOnly`, "false"],
  [`${ROOT}.ExtractingRoot#readOnly`, "false"],
  // SocketProperties returns 0 or false for values it leaves to the system.
  ...["ooBInline", "rxBufSize", "txBufSize", "soKeepAlive", "soReuseAddress"].map(unset),
  ...["performanceBandwidth", "performanceConnectionTime", "performanceLatency"].map(unset),
]);

/** 8.5 marks other names of these setters as deprecated, not the attributes. */
const NOT_DEPRECATED: ReadonlySet<string> = new Set([
  "acceptCount",
  "connectionLinger",
  "connectionTimeout",
  "protocol",
]);

/** The JIO endpoint of 7.0 calculates these when it starts, and returns 0 before. */
const WORKED_OUT: ReadonlySet<string> = new Set(["acceptorThreadCount", "maxConnections"]);

/** True where this file states the default in effect, whatever a new object returns. */
export function isCorrected(owner: string, name: string): boolean {
  return DEFAULTS.has(`${owner}#${name}`);
}

/**
 * An attribute with the default in effect. The facts come from new objects by reflection, and some getters return
 * another value before their object has started.
 */
export function corrected(owner: string, facts: AttributeFacts): AttributeFacts {
  const key = `${owner}#${facts.name}`;
  if (DEFAULTS.has(key)) return { ...facts, default: DEFAULTS.get(key) };
  if (owner !== HANDLER) return facts;
  if (facts.default === "0" && WORKED_OUT.has(facts.name)) return { ...facts, default: undefined };
  if (facts.deprecated && NOT_DEPRECATED.has(facts.name)) return { ...facts, deprecated: false };
  return facts;
}

function unset(name: string): readonly [string, undefined] {
  return [`${HANDLER}#socket.${name}`, undefined];
}
