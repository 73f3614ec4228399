import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { type Edit, type Span, span } from "../../base/span.ts";
import { RECEIVERS } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { componentAt, InElement, type TagEntry, TagTable } from "../../config/tag-search.ts";
import type { TomcatCluster } from "../../config/tomcat-cluster.ts";
import { isLoopback } from "../../config/values.ts";
import { freePort, moveReceiver, portFix, portsOnMachine } from "../ports.ts";
import type { FileRule, Finding, Fix } from "../rule.ts";

/** Tomcat's default. */
const USUAL = 4000;

/** Addresses that stand for all addresses of the machine. */
const ANY = /^(0\.0\.0\.0|::|\[::\])$/;

/** What a Receiver's tag says; a file may have hundreds, so an edit looks at the tag that it changes only. */
interface Listening {
  readonly port: number;
  readonly tries: number;
  /** The address it listens on, or `auto`; undefined where it cannot be known. */
  readonly address: string | undefined;
  /** The address as text, and the one that comes before it. */
  readonly text: string | undefined;
  readonly bind: string | undefined;
  /** Where a finding points, counted from where the element begins. */
  readonly at: Span;
  /** Writes the port NUMBER; undefined where a finding has to tell what stands behind a placeholder. */
  readonly edit: Edit | undefined;
}

/** Stands for a port that is not known yet. */
const NUMBER = "0";

/** Another user of the Receiver's port in the same Tomcat. */
interface Owner {
  /** Where it names its port. */
  readonly at: Span;
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
    const server = file.root;
    if (server?.name !== "Server") return;
    const owners = new Owners(server, file);
    let free: number | undefined;
    for (const receiver of receivers.in(file)) {
      const owner = owners.of(receiver);
      if (!owner) continue;
      free ??= freePort(USUAL, portsOnMachine(file, clusters()));
      report({
        ...clash(receiver.value, owner),
        at: moved(receiver.value.at, receiver.start),
        related: [{ file, at: owner.at, text: STANDS_HERE }],
        fix: fixes(receiver, free, file, clusters()),
      });
    }
  },
};

const receivers = new TagTable<Listening>((component) => {
  const { className } = component;
  return className !== undefined && RECEIVERS.includes(className) ? listening(component) : undefined;
});

function listening(receiver: Component): Listening | undefined {
  const [port, tries] = [receiver.number("port"), receiver.number("autoBind")];
  if (port === undefined || tries === undefined) return undefined;
  const text = receiver.text("address");
  const edit = receiver.setAttribute("port", NUMBER);
  const { element, origin } = receiver;
  const fromStart = (place: Span) => moved(place, -element.span.start);
  return {
    port,
    tries,
    address: receiver.has("address") ? text : "auto",
    text,
    bind: receiver.text("bind"),
    at: fromStart(receiver.spanOf("port")),
    edit: origin.attributes.some(({ value }) => value !== undefined && /[$&]/.test(value.raw))
      ? undefined
      : { span: fromStart(edit.span), newText: edit.newText },
  };
}

function moved({ start, end }: Span, shift: number): Span {
  return span(start + shift, end + shift);
}

/** What is said of Receivers that were told so last: those of one file clash in few ways, and often. */
const said = new Map<string, Pick<Finding, "severity" | "text">>();
const MOST_SAID = 100;

function clash({ port, tries }: Listening, { what, first }: Owner): Pick<Finding, "severity" | "text"> {
  const slips = first && tries > 1;
  const key = `${what.en} ${port} ${first} ${slips}`;
  const known = said.get(key);
  if (known) return known;
  const made = slips
    ? { severity: "warning" as const, text: slipping(what, port) }
    : { severity: "error" as const, text: failing(what, port, first) };
  if (said.size >= MOST_SAID) said.clear();
  said.set(key, made);
  return made;
}

const STANDS_HERE: Localized = { en: "It stands here.", ko: "여기에 있습니다." };

function slipping(what: Localized, port: number): Localized {
  return {
    en: `${what.en} has port ${port}: the Receiver takes the next free one without a warning. Give it a port of its own.`,
    ko: `${josa(what.ko, "이")} ${port} 포트를 쓰므로 Receiver가 경고 없이 다음 빈 포트를 씁니다. 별도의 포트를 지정하십시오.`,
  };
}

function failing(what: Localized, port: number, first: boolean): Localized {
  return {
    en: `${what.en} has port ${port}: Tomcat ${first ? "does not start" : "ends right after its start"}. Give the Receiver another port.`,
    ko: `${josa(what.ko, "이")} ${port} 포트를 쓰므로 Tomcat이 ${first ? "시작되지 않습니다" : "시작하자마자 종료됩니다"}. Receiver에 다른 포트를 지정하십시오.`,
  };
}

function fixes(
  { start, value: { edit } }: TagEntry<Listening>,
  free: number | undefined,
  file: ConfigFile,
  clusters: readonly TomcatCluster[],
): readonly Fix[] {
  if (edit && clusters.length === 0) {
    if (free === undefined) return [];
    return [portFix(free, [{ span: moved(edit.span, start), newText: edit.newText.replace(NUMBER, `${free}`) }])];
  }
  const receiver = componentAt(file, start);
  if (!receiver) return [];
  // The finding tells where the properties of this tag are set that are asked for.
  listening(receiver);
  return moveReceiver(receiver, free, file, clusters);
}

/** The users of ports in one Tomcat, collected once for all of its Receivers. */
class Owners {
  readonly #server: Component;
  readonly #offset: number | undefined;
  readonly #connectors: readonly Component[];
  readonly #highest: ReadonlyMap<string, TagEntry<Running>>;

  constructor(server: Component, file: ConfigFile) {
    this.#server = server;
    this.#offset = portOffset(server);
    const services = server.childrenNamed("Service");
    this.#connectors = services.flatMap((service) => service.childrenNamed("Connector"));
    this.#highest = highestReceivers(services, file);
  }

  of(receiver: TagEntry<Listening>): Owner | undefined {
    return this.#connectorAt(receiver) ?? this.#receiverAbove(receiver) ?? this.#shutdownAt(receiver);
  }

  #connectorAt({ value }: TagEntry<Listening>): Owner | undefined {
    const offset = this.#offset;
    const found = this.#connectors.find((each) => {
      const own = each.number("port");
      if (own === undefined || offset === undefined || own + offset !== value.port) return false;
      return each.boolean("bindOnInit") !== false && meet(each, value);
    });
    return found && { at: found.spanOf("port"), what: { en: "A Connector", ko: "Connector" }, first: true };
  }

  /** Another Receiver of this Tomcat, which is above this one and so starts first. */
  #receiverAbove({ start, value: { port, address } }: TagEntry<Listening>): Owner | undefined {
    const found = address === undefined ? undefined : this.#highest.get(`${port} ${address}`);
    if (!found || found.start === start) return undefined;
    return { at: moved(found.value.at, found.start), what: ANOTHER_RECEIVER, first: true };
  }

  /** The shutdown port with the Receiver's port; it is on the loopback address by default. */
  #shutdownAt({ value: { port, bind, text } }: TagEntry<Listening>): Owner | undefined {
    const [server, offset] = [this.#server, this.#offset];
    const own = server.number("port");
    if (own === undefined || own <= 0 || offset === undefined || own + offset !== port) return undefined;
    const [one, other] = [server.effective("address"), bind ?? text];
    if (one === undefined || other === undefined) return undefined;
    const meets = one === other || ANY.test(other) || (isLoopback(one) && isLoopback(other));
    return meets
      ? { at: server.spanOf("port"), what: { en: "The Server's shutdown", ko: "Server의 종료 명령" }, first: false }
      : undefined;
  }
}

const ANOTHER_RECEIVER: Localized = { en: "Another Receiver", ko: "다른 Receiver" };

/** A Receiver that Tomcat starts: its port and address, and where it names its port. */
interface Running {
  readonly key: string;
  readonly at: Span;
}

/** The Receiver that Tomcat starts for an Engine or a Host, with its place counted from where that begins. */
const running = new InElement((container): TagEntry<Running> | undefined => {
  const receiver = container.child("Cluster")?.child("Channel")?.child("Receiver");
  const port = receiver?.number("port");
  const address = receiver?.has("address") ? receiver.text("address") : "auto";
  if (!receiver || port === undefined || address === undefined) return undefined;
  const { start } = receiver.element.span;
  return {
    start: start - container.element.span.start,
    value: { key: `${port} ${address}`, at: moved(receiver.spanOf("port"), -start) },
  };
});

/** For each port and address, the first of a Tomcat's Receivers. */
function highestReceivers(services: readonly Component[], file: ConfigFile): ReadonlyMap<string, TagEntry<Running>> {
  const found = new Map<string, TagEntry<Running>>();
  for (const service of services) {
    const engine = service.child("Engine");
    for (const container of engine ? [engine, ...engine.childrenNamed("Host")] : []) {
      const receiver = running.of(container, file);
      if (!receiver) continue;
      const { value } = receiver;
      const start = receiver.start + container.element.span.start;
      const other = found.get(value.key);
      if (!other || start < other.start) found.set(value.key, { start, value });
    }
  }
  return found;
}

/** The offset added to the ports of Server and Connectors; 0 before 9.0.30, which has no such attribute. */
function portOffset(server: Component): number | undefined {
  return server.has("portOffset") ? server.number("portOffset") : 0;
}

/** True when both certainly listen on one address. */
function meet(connector: Component, { text: other }: Listening): boolean {
  if (!connector.has("address")) return true;
  const one = connector.text("address");
  if (one === undefined) return false;
  return ANY.test(one) || (other !== undefined && (ANY.test(other) || one === other));
}
