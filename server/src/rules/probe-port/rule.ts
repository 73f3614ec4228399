import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import type { HealthProbe, Start } from "../../config/properties.ts";
import { startsWith } from "../../config/starts.ts";
import type { FileRule, Finding } from "../rule.ts";
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
 * Source: the API reference of Pod, core/v1; Connector.startInternal, 7.0 to 11.0.
 */
export const rule: FileRule = {
  id: "probe-port",
  group: "tomcat",
  severity: "warning",
  summary: {
    en: "A Kubernetes probe must ask a port at which a Connector listens.",
    ko: "Kubernetes 프로브는 Connector가 대기하는 포트를 확인해야 합니다.",
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
        if (ports.connectors.includes(probe.port) || (!probe.isHttp && mayBeOther(probe.port, ports))) continue;
        report(findingOf(probe, start, ports));
      }
    }
  },
};

interface Ports {
  readonly connectors: readonly number[];
  readonly first: Component;
  readonly shutdown: number | undefined;
}

/** Undefined where one cannot be known. */
function portsOf({ root, template }: ConfigFile): Ports | undefined {
  if (root?.name !== "Server" || template || root.has("portOffset")) return undefined;
  const connectors = root.childrenNamed("Service").flatMap((service) => service.childrenNamed("Connector"));
  const ports = connectors.flatMap((each) => each.number("port") ?? []);
  const [first] = connectors;
  if (!first || ports.length < connectors.length || ports.some((port) => port <= 0)) return undefined;
  return { connectors: ports, first, shutdown: root.number("port") };
}

function mayBeOther(port: number, { shutdown }: Ports): boolean {
  return port === shutdown || (port >= RECEIVERS.first && port <= RECEIVERS.last);
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

function findingOf({ kind, port, file, at }: HealthProbe, start: Start, { connectors, first }: Ports): Finding {
  const known = connectors.join(", ");
  const ready = kind === "readiness";
  return {
    at: first.spanOf("port"),
    text: {
      en: `The ${kind} probe of ${start.name} asks port ${port}, where no Connector listens (${known}): the pod ${ready ? "never gets a request" : "is started again and again"}. Ask a Connector.`,
      ko: `${start.name}의 ${kind} 프로브가 확인하는 ${port} 포트에 Connector가 없어(${known}) 파드가 ${ready ? "요청을 받지 못합니다" : "계속 다시 시작됩니다"}. Connector의 포트를 확인하게 하십시오.`,
    },
    related: [{ file, at, text: { en: "The probe.", ko: "프로브입니다." } }, ...placesOfStarts([start])],
  };
}
