import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { isOnLoopback, protocolOf } from "../../config/front/connectors.ts";
import type { HealthProbe, Start } from "../../config/properties.ts";
import { startsWith } from "../../config/starts.ts";
import { isLoopback } from "../../config/values.ts";
import type { FileRule, Finding, RelatedPlace } from "../rule.ts";
import { placesOfStarts } from "../starts.ts";

/** What may open ports of its own in Tomcat's process. */
const OPENS_PORTS = /agent|jmx|jdwp/i;
/** Where options come from (catalina.sh, java). */
const OPTIONS = ["CATALINA_OPTS", "JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JSSE_OPTS"];
/** Receivers listen from here on. */
const RECEIVERS = { first: 4000, last: 4100 };

/**
 * Kubernetes takes a container without an answer for one that is not ready, or does not run.
 *
 * Source: the API reference of Pod, core/v1; Connector.startInternal, AbstractEndpoint.bind, StandardServer.await, 7.0 to
 * 11.0.
 */
export const rule: FileRule = {
  id: "probe-port",
  group: "tomcat",
  severity: "warning",
  summary: {
    en: "A Kubernetes probe must ask a port at which a Connector listens, in its protocol.",
    ko: "Kubernetes 프로브는 Connector가 대기하는 포트를 같은 프로토콜로 확인해야 합니다.",
  },
  files: ["server"],

  check(file, report) {
    const starts = startsWith(file);
    if (!starts.some(({ pod }) => pod && pod.probes.length > 0)) return;
    const ports = portsOf(file);
    if (!ports || mayListenElsewhere(file)) return;
    for (const start of starts) {
      if (!start.closed || start.open) continue;
      for (const probe of start.pod?.probes ?? []) {
        const finding = findingOf(probe, start, ports, file);
        if (finding) report(finding);
      }
    }
  },
};

interface Ports {
  readonly connectors: ReadonlyMap<Component, number>;
  readonly first: Component;
  /** Undefined where it is on the loopback address only. */
  readonly shutdown: number | undefined;
}

/** Undefined where one cannot be known. */
function portsOf({ root, template }: ConfigFile): Ports | undefined {
  if (root?.name !== "Server" || template || root.has("portOffset")) return undefined;
  const connectors = new Map<Component, number>();
  for (const connector of root.childrenNamed("Service").flatMap((service) => service.childrenNamed("Connector"))) {
    const port = connector.number("port");
    if (port === undefined || port <= 0) return undefined;
    connectors.set(connector, port);
  }
  const [first] = connectors.keys();
  const reached = root.has("address") && !isLoopback(root.text("address") ?? "");
  return first && { connectors, first, shutdown: reached ? root.number("port") : undefined };
}

/** True where something else than a Connector may listen. */
function mayBeOther(port: number, { shutdown }: Ports): boolean {
  return port === shutdown || (port >= RECEIVERS.first && port <= RECEIVERS.last);
}

function findingOf(probe: HealthProbe, start: Start, ports: Ports, file: ConfigFile): Finding | undefined {
  const there = [...ports.connectors].flatMap(([connector, port]) => (port === probe.port ? [connector] : []));
  const [connector] = there;
  if (!connector) {
    if (probe.by === "tcp" && mayBeOther(probe.port, ports)) return undefined;
    return { at: ports.first.spanOf("port"), text: nobody(probe, start, ports), related: related(probe, start) };
  }
  const loopback = there.every((each) => isOnLoopback(each, file) === true);
  if (loopback) {
    return {
      at: connector.spanOf("address", "port"),
      text: onLoopback(probe, start),
      related: related(probe, start),
    };
  }
  const spoken = protocolOf(connector);
  if (probe.by === "tcp" || !spoken || there.length > 1 || spoken === probe.by) return undefined;
  return {
    at: connector.spanOf("protocol", "port"),
    text: otherProtocol(probe, start, spoken),
    related: related(probe, start),
  };
}

/** True where a listener, an agent or options that are not known may open a port. */
function mayListenElsewhere({ root, reading: { properties } }: ConfigFile): boolean {
  const listeners = root?.childrenNamed("Listener") ?? [];
  return (
    listeners.some(({ type, className = "" }) => !type || OPENS_PORTS.test(className)) ||
    OPTIONS.some((name) => {
      const variable = properties.variable(name);
      return variable !== undefined && (variable.value === undefined || OPENS_PORTS.test(variable.value));
    })
  );
}

function nobody({ kind, port }: HealthProbe, { name }: Start, { connectors }: Ports): Localized {
  const known = [...connectors.values()].join(", ");
  const { en, ko } = outcomeOf(kind);
  return {
    en: `The ${kind} probe of ${name} asks port ${port}, where no Connector listens (${known}): the pod ${en}. Ask a Connector.`,
    ko: `${name}의 ${kind} 프로브가 확인하는 ${port} 포트에 Connector가 없어(${known}) 파드가 ${ko}. Connector의 포트를 확인하게 하십시오.`,
  };
}

function onLoopback({ kind, port }: HealthProbe, { name }: Start): Localized {
  const { en, ko } = outcomeOf(kind);
  return {
    en: `The ${kind} probe of ${name} asks the pod's address, and port ${port} is on the loopback address only: the pod ${en}. Set another address.`,
    ko: `${name}의 ${kind} 프로브는 파드의 주소로 확인하는데 ${port} 포트는 루프백 주소에만 있어 파드가 ${ko}. address를 바꾸십시오.`,
  };
}

function otherProtocol({ kind, port, by }: HealthProbe, { name }: Start, spoken: string): Localized {
  const { en, ko } = outcomeOf(kind);
  const [asks, speaks] = [by.toUpperCase(), spoken.toUpperCase()];
  return {
    en: `The ${kind} probe of ${name} asks port ${port} by ${asks}, and the Connector there speaks ${speaks}: the pod ${en}. Use one protocol.`,
    ko: `${name}의 ${kind} 프로브는 ${port} 포트를 ${josa(asks, "으로")} 확인하는데 그 Connector는 ${speaks}여서 파드가 ${ko}. 프로토콜을 같게 하십시오.`,
  };
}

function outcomeOf(kind: HealthProbe["kind"]): Localized {
  return kind === "readiness"
    ? { en: "never gets a request", ko: "요청을 받지 못합니다" }
    : { en: "is started again and again", ko: "계속 다시 시작됩니다" };
}

function related({ file, at }: HealthProbe, start: Start): readonly RelatedPlace[] {
  return [{ file, at, text: { en: "The probe.", ko: "프로브입니다." } }, ...placesOfStarts([start])];
}
