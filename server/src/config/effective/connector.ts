import { Change } from "../../schema/change.ts";
import type { Component } from "../component.ts";
import { type Reading, sortedByName, writtenAttributes } from "./attributes.ts";
import type { EffectiveAttribute, EffectiveObject, LostAttribute } from "./model.ts";
import { REASONS } from "./reasons.ts";
import { withDefaultHost } from "./tls.ts";

/** From here on the short names of protocols are NIO; before, it depended on the native library. */
const NIO_BY_NAME = new Change("8.5.0");

/** What the short names of protocols stand for. */
const PROTOCOLS: Readonly<Record<string, string>> = {
  "HTTP/1.1": "org.apache.coyote.http11.Http11NioProtocol",
  "AJP/1.3": "org.apache.coyote.ajp.AjpNioProtocol",
};
const NO_PROTOCOL = "HTTP/1.1";

/** Attributes that count threads of the Connector's own; with a shared Executor there are none. */
const THREADS = new Set(["maxThreads", "minSpareThreads", "threadPriority", "threadsMaxIdleTime", "maxQueueSize"]);

/** A Connector with the attributes of its protocol, which it hands on to it. */
export function connectorObject(connector: Component, reading: Reading): EffectiveObject {
  const { catalog, version } = reading.file;
  const name = connector.has("protocol") ? connector.text("protocol") : NO_PROTOCOL;
  const short = name === undefined ? undefined : PROTOCOLS[name];
  const className =
    short === undefined ? name : !NIO_BY_NAME.isIn(version) || loadsNative(connector) ? undefined : short;
  const handler = name === undefined ? undefined : catalog.connectorAttributes(name);
  const read = writtenAttributes(connector, reading, handler);
  const written = read.attributes.find((each) => each.name === "protocol");
  const protocol: EffectiveAttribute = {
    name: "protocol",
    value: className ?? name,
    origin: written?.origin ?? "default",
    written: written?.written,
    why:
      name !== undefined && short !== undefined && className !== undefined ? REASONS.protocolClass(name) : written?.why,
  };
  const shared = hasExecutor(connector);
  const kept: EffectiveAttribute[] = [protocol];
  const lost: LostAttribute[] = [...read.lost];
  for (const each of withoutGuesses(read.attributes)) {
    if (each.name === "protocol") continue;
    if (each.name === "executor" && each.value !== undefined && !shared) {
      lost.push({ name: each.name, written: each.value, why: REASONS.noExecutor });
      continue;
    }
    if (shared && THREADS.has(each.name)) {
      if (each.written !== undefined) lost.push({ name: each.name, written: each.written, why: REASONS.executor });
    } else kept.push(each);
  }
  const object: EffectiveObject = {
    element: connector.name,
    className: connector.className,
    namesClass: false,
    known: handler !== undefined,
    added: undefined,
    attributes: sortedByName(kept),
    lost,
    children: [],
    dropped: [],
    text: undefined,
    notes: handler ? [] : [name === undefined ? REASONS.unknownName : REASONS.unknownClass],
  };
  return withDefaultHost(object, reading);
}

/** Getters that answer otherwise while the port is closed, which is when the facts were taken. */
const ONCE_OPEN: Readonly<Record<string, string>> = { maxKeepAliveRequests: "100" };

/** Attributes that have the value of another one until they are written (AbstractEndpoint, AbstractHttp11Protocol). */
const FOLLOWS: Readonly<Record<string, string>> = {
  keepAliveTimeout: "connectionTimeout",
  maxHttpRequestHeaderSize: "maxHttpHeaderSize",
  maxHttpResponseHeaderSize: "maxHttpHeaderSize",
  "socket.soTimeout": "connectionTimeout",
};

/** Attributes that are cut down to another one (AbstractEndpoint.getMinSpareThreads). */
const AT_MOST: Readonly<Record<string, string>> = { minSpareThreads: "maxThreads" };

/** Left to the operating system until they are written; the getters answer zero or false (SocketProperties). */
const UNSET = /^socket\.(?:[rt]xBufSize|ooBInline|performance\w+|soKeepAlive|soReuseAddress)$/;

function withoutGuesses(attributes: readonly EffectiveAttribute[]): readonly EffectiveAttribute[] {
  const byName = new Map(attributes.map((each) => [each.name, each]));
  const named = (name: string | undefined) => (name === undefined ? undefined : byName.get(name));
  return attributes.flatMap((each): readonly EffectiveAttribute[] => {
    const { name, origin } = each;
    const value = ONCE_OPEN[name] ?? each.value;
    if (origin === "rejected") return [{ ...each, value }];
    const most = named(AT_MOST[name]);
    if (most?.value !== undefined && value !== undefined && +most.value < +value) {
      return [{ ...each, value: most.value, origin: "derived", why: REASONS.noMoreThan(most.name) }];
    }
    if (origin !== "default") return [each];
    if (UNSET.test(name)) return [];
    const leader = named(FOLLOWS[name]);
    if (leader && leader.origin !== "default") {
      return [{ ...each, value: leader.value, origin: "derived", why: REASONS.follows(leader.name) }];
    }
    return [{ ...each, value }];
  });
}

/** AprLifecycleListener may make the short names mean the native protocols (Connector, 8.5 to 10.0). */
function loadsNative(connector: Component): boolean {
  const server = connector.ancestor("Server");
  if (!server) return false;
  let loads = nativeLoaders.get(server);
  if (loads === undefined) {
    loads = server
      .childrenNamed("Listener")
      .some((each) => each.has("useAprConnector") && each.boolean("useAprConnector") !== false);
    nativeLoaders.set(server, loads);
  }
  return loads;
}

/** Whether a listener of a Server loads the native library: asked once, and not for each of its Connectors. */
const nativeLoaders = new WeakMap<Component, boolean>();

/** True when the Executor that is named stands in the same Service; any other name is dropped without a word. */
function hasExecutor(connector: Component): boolean {
  const name = connector.text("executor");
  const { parent } = connector;
  if (name === undefined || !parent) return false;
  let names = executors.get(parent);
  if (!names) {
    names = new Set(parent.childrenNamed("Executor").map((each) => each.text("name")));
    executors.set(parent, names);
  }
  return names.has(name);
}

/** The names of a Service's Executors, read once for all its Connectors. */
const executors = new WeakMap<Component, ReadonlySet<string | undefined>>();
