import { AJP_CLOSED, AJP_PROTOCOL } from "../../config/ajp.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { canonicalHost, isJavaInt } from "../../config/values.ts";
import { Change } from "../../schema/change.ts";
import type { ElementRule, Finding, Report } from "../rule.ts";

const LARGEST_PORT = 65_535;

/** From here on a Server has `portOffset` (StandardServer.setPortOffset). */
const HAS_OFFSET = new Change("8.5.76", "9.0.13");

/** All addresses of a machine. */
const EVERYWHERE = /^(?:|0\.0\.0\.0|\[?(?:::|0:0:0:0:0:0:0:0)\]?)$/;

/** So many Connectors at one port are held against each other. */
const MOST_COMPARED = 50;

/** The protocols that Tomcat implements; a third party's may need no port. */
const OWN_PROTOCOL = /^(HTTP\/1\.1|AJP\/1\.3|org\.apache\.coyote\..+)$/;

/**
 * A Connector without a port, with one that does not exist, or with another Connector's fails; the rest of Tomcat runs.
 *
 * Source: Connector.startInternal, AbstractEndpoint.bindWithCleanup, 8.5 to 11.0; in 7.0 AbstractEndpoint.bind.
 */
export const rule: ElementRule = {
  id: "connector-port",
  group: "tomcat",
  severity: "error",
  summary: {
    en: "A Connector needs a port from 0 to 65535 that no other Connector has.",
    ko: "Connector에는 다른 Connector와 겹치지 않는 0~65535의 port가 필요합니다.",
  },
  elements: ["Server"],

  check(server, report, file) {
    const ports: Ports = { offset: offsetOf(server, file), taken: new Map() };
    for (const connector of server.childrenNamed("Service").flatMap((service) => service.childrenNamed("Connector"))) {
      if (!OWN_PROTOCOL.test(connector.has("protocol") ? (connector.text("protocol") ?? "") : "HTTP/1.1")) continue;
      if (connector.has("unixDomainSocketPath") || connector.unfinished) continue;
      checkPort(connector, ports, report, file);
    }
  },
};

/** The ports of one Server. */
interface Ports {
  /** undefined where it is not known. */
  readonly offset: number | undefined;
  readonly taken: Map<number, Listening[]>;
}

/** A Connector and where it listens: empty for all addresses of the machine, undefined where that may be fewer. */
interface Listening {
  readonly connector: Component;
  readonly written: string;
  readonly address: string | undefined;
}

/** Older releases have no such attribute. */
function offsetOf(server: Component, { version }: ConfigFile): number | undefined {
  return server.has("portOffset") && HAS_OFFSET.isIn(version) !== false ? server.number("portOffset") : 0;
}

function checkPort(connector: Component, { offset, taken }: Ports, report: Report, file: ConfigFile): void {
  const at = connector.spanOf("port");
  if (!connector.has("port")) {
    if (file.template) return;
    report({
      at,
      text: {
        en: "This Connector has no port, so it fails at start and takes no request. Write one, such as 8080.",
        ko: "이 Connector에는 port가 없어 시작에 실패하고 아무 요청도 받지 못합니다. 8080처럼 포트를 쓰십시오.",
      },
    });
    return;
  }
  const port = connector.number("port");
  // Of what is no number `value-not-applied` tells.
  if (port === undefined || !isJavaInt(connector.text("port") ?? "")) return;
  const shown = offset ? `${port} + portOffset ${offset}` : `${port}`;
  // 0 takes any free port, with and without an offset.
  const bound = port === 0 ? 0 : port + (offset ?? 0);
  if (port < 0 || (offset !== undefined && (bound < 0 || bound > LARGEST_PORT))) {
    report({
      at,
      text: {
        en: `Port ${shown} does not exist: this Connector fails at start and takes no request. Write one up to ${LARGEST_PORT}.`,
        ko: `${shown}번은 없는 포트라서 이 Connector가 시작에 실패하고 아무 요청도 받지 못합니다. ${LARGEST_PORT} 이하로 쓰십시오.`,
      },
    });
  } else if (port > 0) {
    const own = listeningOf(connector, file);
    const beside = taken.get(port) ?? [];
    taken.set(port, beside);
    const same = own && beside.find(({ written }) => written === own.written);
    const first = same ?? (own && beside.find((each) => overlap(each, own)));
    if (first) report(clash(connector, port, { file, first: first.connector, alike: same !== undefined }));
    // More than a few at one port are held against these.
    else if (own && beside.length < MOST_COMPARED) beside.push(own);
  }
}

function listeningOf(connector: Component, { version }: ConfigFile): Listening | undefined {
  const text = connector.has("address") ? connector.text("address")?.trim() : "";
  if (text === undefined) return undefined;
  const written = EVERYWHERE.test(text) ? "" : /^localhost$/i.test(text) ? "127.0.0.1" : canonicalHost(text);
  const isOpen = connector.has("address") || !AJP_PROTOCOL.test(connector.text("protocol") ?? "");
  const isEverywhere = isOpen || AJP_CLOSED.isIn(version) === false;
  return { connector, written, address: written !== "" || isEverywhere ? written : undefined };
}

/** One address is among all of them. */
function overlap(one: Listening, other: Listening): boolean {
  return one.address === "" ? other.address !== undefined : other.address === "" && one.address !== undefined;
}

interface Clash {
  readonly file: ConfigFile;
  readonly first: Component;
  /** False where only one of them listens at all addresses. */
  readonly alike: boolean;
}

function clash(connector: Component, port: number, { file, first, alike }: Clash): Finding {
  return {
    at: connector.spanOf("port"),
    text: alike
      ? {
          en: `Another Connector has port ${port} already: one of the two fails at start. Give this one another port.`,
          ko: `${port}번 포트를 이미 다른 Connector가 쓰고 있어 둘 중 하나가 시작에 실패합니다. 다른 포트를 쓰십시오.`,
        }
      : {
          en: `One Connector has port ${port} at all addresses, and one at an address of its own: on Linux one of the two fails at start. Give this one another port.`,
          ko: `Connector 하나는 모든 주소에서, 하나는 한 주소에서 ${port}번 포트를 쓰므로 Linux에서는 둘 중 하나가 시작에 실패합니다. 다른 포트를 쓰십시오.`,
        },
    related: [{ file, at: first.spanOf("port"), text: { en: "The other one.", ko: "다른 Connector입니다." } }],
  };
}
