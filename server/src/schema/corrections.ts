import type { AttributeFacts } from "./model.ts";

/** Stands for the protocol handler of a Connector where an owner is named. */
export const HANDLER = "protocol handler";

const ROOT = "org.apache.catalina.webresources";

/** Defaults that take effect although the getter of a new object says otherwise; undefined is the system's own. */
const DEFAULTS: ReadonlyMap<string, string | undefined> = new Map([
  // AbstractEndpoint says 1 until the port is open.
  [`${HANDLER}#maxKeepAliveRequests`, "100"],
  // Without it McastServiceImpl leaves the socket's own, and the getter says 0.
  ["org.apache.catalina.tribes.membership.McastService#ttl", undefined],
  // StandardRoot says true until it has the application's own folder.
  [`${ROOT}.StandardRoot#readOnly`, "false"],
  [`${ROOT}.ExtractingRoot#readOnly`, "false"],
  // SocketProperties says 0 or false for what it leaves to the system.
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

/** The JIO endpoint of 7.0 works these out when it starts, and says 0 before. */
const WORKED_OUT: ReadonlySet<string> = new Set(["acceptorThreadCount", "maxConnections"]);

/** True where the default that takes effect is stated here, whatever a new object answers. */
export function isCorrected(owner: string, name: string): boolean {
  return DEFAULTS.has(`${owner}#${name}`);
}

/**
 * An attribute as it takes effect. The facts are read off new objects by reflection, and some getters answer
 * differently before their object has started.
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
