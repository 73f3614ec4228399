import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { isJavaInt } from "../../config/values.ts";
import type { ElementRule, Report } from "../rule.ts";

const LARGEST_PORT = 65_535;

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
    const ports: Ports = {
      offset: server.has("portOffset") ? server.number("portOffset") : 0,
      taken: new Map(),
    };
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
  readonly taken: Map<string, Component>;
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
    const address = connector.has("address") ? connector.text("address") : "";
    if (address === undefined) return;
    const key = `${address.trim()} ${port}`;
    const first = taken.get(key);
    if (!first) taken.set(key, connector);
    else {
      report({
        at,
        text: {
          en: `Another Connector has port ${port} already: one of the two fails at start. Give this one another port.`,
          ko: `${port}번 포트를 이미 다른 Connector가 쓰고 있어 둘 중 하나가 시작에 실패합니다. 다른 포트를 쓰십시오.`,
        },
        related: [{ file, at: first.spanOf("port"), text: { en: "The other one.", ko: "다른 Connector입니다." } }],
      });
    }
  }
}
