import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { RECEIVERS } from "../../config/classes.ts";
import { isBefore } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { TagSearch } from "../../config/tag-search.ts";
import type { TomcatCluster } from "../../config/tomcat-cluster.ts";
import { isLoopback } from "../../config/values.ts";
import { freePort, moveReceiver, portsOnMachine } from "../ports.ts";
import type { FileRule, Finding } from "../rule.ts";

/** Tomcat's default. */
const USUAL = 4000;

/** Addresses that stand for all addresses of the machine. */
const ANY = /^(0\.0\.0\.0|::|\[::\])$/;

/** Another user of the Receiver's port in the same Tomcat. */
interface Owner {
  readonly component: Component;
  readonly what: Localized;
  /** True where the other one opens the port first, so that the Receiver may use the next. */
  readonly first: boolean;
}

/**
 * Connectors and the Receivers above open their ports first, so this Receiver is the one that fails or slips to the next
 * port. The shutdown port is opened last: Tomcat starts, and ends at once.
 *
 * Source: ReceiverBase.bind (autoBind tries), AbstractEndpoint.init (bindOnInit), StandardServer.await, 7.0 to 11.0.
 */
export const rule: FileRule = {
  id: "receiver-port-clash",
  group: "receiver",
  severity: "error",
  summary: {
    en: "The Receiver's port must not be a Connector's, another Receiver's or the shutdown port.",
    ko: "Receiver의 포트는 Connector, 다른 Receiver, 종료 포트와 달라야 합니다.",
  },
  files: ["server"],

  check(file, report, clusters) {
    for (const receiver of receivers.in(file)) {
      const finding = clashOf(receiver, file, clusters);
      if (finding) report(finding);
    }
  },
};

const receivers = new TagSearch(({ className }) => className !== undefined && RECEIVERS.includes(className));

function clashOf(receiver: Component, file: ConfigFile, clusters: () => readonly TomcatCluster[]): Finding | undefined {
  const port = receiver.number("port");
  const server = receiver.ancestor("Server");
  const tries = receiver.number("autoBind");
  if (port === undefined || tries === undefined || !server) return undefined;
  const owner =
    connectorAt(port, server, receiver) ?? receiverAbove(port, server, receiver) ?? shutdownAt(port, server, receiver);
  if (!owner) return undefined;
  const { what, component, first } = owner;
  const slips = first && tries > 1;
  return {
    at: receiver.spanOf("port"),
    severity: slips ? "warning" : "error",
    text: slips
      ? {
          en: `${what.en} has port ${port}: the Receiver takes the next free one without a warning. Give it a port of its own.`,
          ko: `${josa(what.ko, "이")} ${port} 포트를 쓰므로 Receiver가 경고 없이 다음 빈 포트를 씁니다. 별도의 포트를 지정하십시오.`,
        }
      : {
          en: `${what.en} has port ${port}: Tomcat ${first ? "does not start" : "ends right after its start"}. Give the Receiver another port.`,
          ko: `${josa(what.ko, "이")} ${port} 포트를 쓰므로 Tomcat이 ${first ? "시작되지 않습니다" : "시작하자마자 종료됩니다"}. Receiver에 다른 포트를 지정하십시오.`,
        },
    related: [{ file, at: component.spanOf("port"), text: { en: "It stands here.", ko: "여기에 있습니다." } }],
    fix: moveReceiver(receiver, freePort(USUAL, portsOnMachine(file, clusters())), file, clusters()),
  };
}

function connectorAt(port: number, server: Component, receiver: Component): Owner | undefined {
  const offset = portOffset(server);
  const component = server
    .childrenNamed("Service")
    .flatMap((service) => service.childrenNamed("Connector"))
    .find((each) => {
      const own = each.number("port");
      if (own === undefined || offset === undefined || own + offset !== port) return false;
      return each.boolean("bindOnInit") !== false && meet(each, receiver);
    });
  return component && { component, what: { en: "A Connector", ko: "Connector" }, first: true };
}

/** Another Receiver of this Tomcat, which is above this one and so starts first. */
function receiverAbove(port: number, server: Component, receiver: Component): Owner | undefined {
  const address = addressOf(receiver);
  const component = address === undefined ? undefined : highestReceivers(server).get(`${port} ${address}`);
  if (!component || component === receiver) return undefined;
  return { component, what: { en: "Another Receiver", ko: "다른 Receiver" }, first: true };
}

/** For each port and address, the first of a Tomcat's Receivers; collected once for all of them. */
const highest = new WeakMap<Component, ReadonlyMap<string, Component>>();

function highestReceivers(server: Component): ReadonlyMap<string, Component> {
  server.readWhole();
  const known = highest.get(server);
  if (known) return known;
  const found = new Map<string, Component>();
  for (const receiver of receiversOf(server)) {
    const [port, address] = [receiver.number("port"), addressOf(receiver)];
    if (port === undefined || address === undefined) continue;
    const key = `${port} ${address}`;
    const other = found.get(key);
    if (!other || isBefore(receiver, other)) found.set(key, receiver);
  }
  highest.set(server, found);
  return found;
}

function receiversOf(server: Component): readonly Component[] {
  const engines = server.childrenNamed("Service").flatMap((service) => service.child("Engine") ?? []);
  const clusters = engines.flatMap((engine) =>
    [engine, ...engine.childrenNamed("Host")].flatMap((each) => each.child("Cluster") ?? []),
  );
  return clusters.flatMap((cluster) => cluster.child("Channel")?.child("Receiver") ?? []);
}

/** The address a Receiver listens on, or `auto`; undefined where it cannot be known. */
function addressOf(receiver: Component): string | undefined {
  return receiver.has("address") ? receiver.text("address") : "auto";
}

/** The shutdown port with the Receiver's port; it is on the loopback address by default. */
function shutdownAt(port: number, server: Component, receiver: Component): Owner | undefined {
  const offset = portOffset(server);
  const own = server.number("port");
  if (own === undefined || own <= 0 || offset === undefined || own + offset !== port) return undefined;
  const [one, other] = [server.effective("address"), receiver.text("bind") ?? receiver.text("address")];
  if (one === undefined || other === undefined) return undefined;
  const meets = one === other || ANY.test(other) || (isLoopback(one) && isLoopback(other));
  return meets
    ? { component: server, what: { en: "The Server's shutdown", ko: "Server의 종료 명령" }, first: false }
    : undefined;
}

/** The offset added to the ports of Server and Connectors; 0 before 9.0.30, which has no such attribute. */
function portOffset(server: Component): number | undefined {
  return server.has("portOffset") ? server.number("portOffset") : 0;
}

/** True when both certainly listen on one address. */
function meet(connector: Component, receiver: Component): boolean {
  if (!connector.has("address")) return true;
  const [one, other] = [connector.text("address"), receiver.text("address")];
  if (one === undefined) return false;
  return ANY.test(one) || (other !== undefined && (ANY.test(other) || one === other));
}
