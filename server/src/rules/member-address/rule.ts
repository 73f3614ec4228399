import { josa } from "../../base/josa.ts";
import { STATIC_MEMBER } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import { isNoAddress } from "../../config/values.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule, Finding, Report } from "../rule.ts";

const LARGEST_PORT = 65_535;

/**
 * A Member without a usable host or port stays unreachable until Tomcat restarts: Tomcat resolves it once, and says
 * nothing of a missing one.
 *
 * Source: StaticMember.setHost, MemberImpl.port, 7.0 to 11.0. LocalMember takes both from the Receiver.
 */
export const rule: ComponentRule = {
  id: "member-address",
  group: "membership",
  severity: "error",
  summary: {
    en: "A Member needs the host and port of the other node's Receiver.",
    ko: "Member에는 다른 노드 Receiver의 host와 port가 있어야 합니다.",
  },
  target: STATIC_MEMBER,

  check(member, report) {
    if (member.name !== "Member" || member.unfinished) return;
    host(member, report);
    port(member, report);
  },
};

function host(member: Component, report: Report): void {
  const host = member.text("host");
  if (!member.has("host") || host?.trim() === "") {
    report({
      at: member.spanOf("host"),
      text: {
        en: "This Member has no host, so it is never reached. Write the address of the other node's Receiver.",
        ko: "이 Member에는 host가 없어 접속할 수 없습니다. 다른 노드의 Receiver 주소를 쓰십시오.",
      },
    });
  } else if (host !== undefined && /^\{.*\}$/.test(host)) {
    const wrong = host
      .slice(1, -1)
      .split(",")
      .find((byte) => !isByte(byte));
    if (wrong === undefined) return;
    report({
      at: member.spanOf("host"),
      text: {
        en: `Tomcat rejects this host: ${wrong} is no byte from -128 to 127. Write a plain address like 192.168.56.8.`,
        ko: `Tomcat이 이 host를 받아들이지 않습니다. ${josa(wrong, "은")} -128~127의 바이트가 아닙니다. 192.168.56.8처럼 쓰십시오.`,
      },
    });
  } else if (host !== undefined && !host.startsWith("{") && isNoAddress(host)) {
    report({
      at: member.spanOf("host"),
      text: {
        en: `"${host}" is no address, so this Member is never reached. Write the address alone, without blanks and port.`,
        ko: `"${host}" 값은 주소가 아니어서 이 Member에 접속할 수 없습니다. 공백과 포트 없이 주소만 쓰십시오.`,
      },
      ...trimmedFix(member, host),
    });
  }
}

/** Blanks around an address that would be one without them. */
function trimmedFix(member: Component, host: string): Pick<Finding, "fix"> {
  const trimmed = host.trim();
  return trimmed === host || isNoAddress(trimmed) ? {} : { fix: setTo(member, "host", trimmed) };
}

function port(member: Component, report: Report): void {
  const port = member.number("port");
  if (port === undefined || (port > 0 && port <= LARGEST_PORT)) return;
  report({
    at: member.spanOf("port"),
    text: member.has("port")
      ? {
          en: `Nothing listens on port ${port}, so this Member is never reached. Write the port of its Receiver.`,
          ko: `포트 ${port}에서는 아무 프로그램도 수신 대기하지 않으므로 이 Member에 접속할 수 없습니다. 그 노드의 Receiver 포트를 쓰십시오.`,
        }
      : {
          en: "Without port Tomcat takes 0, so this Member is never reached. Write the port of its Receiver.",
          ko: "port가 없으면 0이 되어 이 Member에 접속할 수 없습니다. 그 노드의 Receiver 포트를 쓰십시오.",
        },
  });
}

function isByte(text: string): boolean {
  const number = Number(text);
  return /^[+-]?\d+$/.test(text) && number >= -128 && number <= 127;
}
