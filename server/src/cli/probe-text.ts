import { duration } from "../base/duration.ts";
import type { Locale, Localized } from "../base/localized.ts";
import { printable } from "../base/printable.ts";
import type { Heard, Observations } from "../tribes/probe.ts";
import { groupName, type HeartbeatTarget, type NoTarget } from "../tribes/target.ts";
import type { ProbeVerdict } from "../tribes/verdict.ts";

/** The exit code: 0 members or test packets arrived, 1 nothing arrived, 2 the test could not run. */
export function exitCodeOf({ outcome }: ProbeVerdict): 0 | 1 | 2 {
  return outcome === "works" ? 0 : outcome === "nothing" ? 1 : 2;
}

/** The first line: what the test does, and for how long (in seconds). */
export function introduction(target: HeartbeatTarget, seconds: number, send: boolean, locale: Locale): string {
  const { label } = target;
  const name = groupName(target);
  const text: Localized = send
    ? {
        en: `${label}: listening to ${name} for ${seconds} s and sending test packets, which Tomcat ignores`,
        ko: `${label}: ${seconds}초 동안 ${name}의 패킷을 받으면서 테스트 패킷도 보냅니다. Tomcat은 테스트 패킷을 무시합니다`,
      }
    : {
        en: `${label}: listening to ${name} for ${seconds} s, sending nothing`,
        ko: `${label}: ${seconds}초 동안 ${name}의 패킷을 받기만 합니다`,
      };
  return `${printable(text[locale])}\n`;
}

const STATES: Readonly<Record<Heard["state"], Localized>> = {
  alive: { en: "", ko: "" },
  left: { en: "stopped", ko: "종료됨" },
  silent: { en: "silent", ko: "응답 없음" },
};

/** A member on one line, which begins as in Tomcat's log. */
export function memberLine({ member, from, here, state }: Heard, locale: Locale): string {
  const words = [
    `${member.host}:${member.port}`,
    ...(from === member.host ? [] : [locale === "ko" ? `보낸 주소 ${from}` : `sent from ${from}`]),
    ...(here ? [locale === "ko" ? "이 장비" : "this machine"] : []),
    ...(member.securePort > 0 ? [`securePort ${member.securePort}`] : []),
    ...(member.udpPort > 0 ? [`udpPort ${member.udpPort}`] : []),
    ...(member.domain === "" ? [] : [`domain ${member.domain}`]),
    `uniqueId ${member.uniqueId}`,
    `${locale === "ko" ? "시작한 지" : "alive"} ${duration(member.aliveTime, locale)}`,
    ...(state === "alive" ? [] : [STATES[state][locale]]),
  ];
  return `  ${words.map(printable).join("  ")}\n`;
}

export function verdictText({ text, next }: ProbeVerdict, locale: Locale): string {
  return `${printable(text[locale])}\n${next.map((each) => `  - ${printable(each[locale])}\n`).join("")}`;
}

/** One Cluster's test as JSON. */
export function probeJson(
  target: HeartbeatTarget,
  observations: Observations,
  verdict: ProbeVerdict,
  locale: Locale,
): object {
  const { label, group, port } = target;
  return {
    cluster: label,
    group,
    port,
    outcome: verdict.outcome,
    code: verdict.code,
    ...(observations.failure ? { error: observations.failure } : {}),
    message: verdict.text[locale],
    next: verdict.next.map((each) => each[locale]),
    members: observations.members.map(({ member, ...heard }) => ({ ...member, ...heard })),
    echo: observations.echo,
    probes: observations.probes,
    foreign: observations.foreign,
  };
}

export function noTargetText({ label, why }: NoTarget, locale: Locale): string {
  return `${printable(`${label}: ${why[locale]}`)}\n`;
}
