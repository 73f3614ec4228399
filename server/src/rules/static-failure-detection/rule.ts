import type { Span } from "../../base/span.ts";
import { STATIC_MEMBERSHIP, TCP_FAILURE_DETECTOR, TCP_PING } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import { simpleNameOf } from "../../schema/catalog.ts";
import type { ComponentRule, Finding } from "../rule.ts";

/**
 * Static members are alive until something says otherwise: TcpFailureDetector has to stand above the static
 * interceptor, and TcpPingInterceptor above the detector, or crashed nodes stay members.
 *
 * Source: StaticMembershipInterceptor.start and TcpPingInterceptor.start, 7.0 to 11.0; both only look downwards or
 * upwards from where they stand.
 */
export const rule: ComponentRule = {
  id: "static-failure-detection",
  severity: "warning",
  summary: {
    en: "Static members need TcpPingInterceptor above TcpFailureDetector above StaticMembershipInterceptor.",
    ko: "고정 멤버에는 TcpPingInterceptor, TcpFailureDetector, StaticMembershipInterceptor 순서가 필요합니다.",
  },
  target: STATIC_MEMBERSHIP,

  *check(interceptor) {
    const chain = interceptor.parent?.childrenNamed("Interceptor") ?? [];
    // A class we cannot see may do the same work.
    if (chain.some((each) => each.className === undefined || !each.type)) return;
    const place = chain.indexOf(interceptor);
    const detector = chain.findIndex((each) => each.className === TCP_FAILURE_DETECTOR);
    const ping = chain.findIndex((each) => each.className === TCP_PING);
    if (detector < 0) yield missing(interceptor, chain, TCP_FAILURE_DETECTOR);
    else if (detector > place) yield below(at(chain, detector), "TcpFailureDetector", "StaticMembershipInterceptor");
    if (ping < 0) yield missing(interceptor, chain, TCP_PING);
    else if (detector >= 0 && ping > detector) yield below(at(chain, ping), "TcpPingInterceptor", "TcpFailureDetector");
  },
};

function missing(interceptor: Component, chain: readonly Component[], className: string): Finding {
  const name = simpleNameOf(className);
  const isPing = className === TCP_PING;
  const first = chain[0];
  return {
    at: interceptor.spanOf("className"),
    text: isPing
      ? {
          en: "Without TcpPingInterceptor a crashed static member is noticed only by a failing send. Add it on top.",
          ko: "TcpPingInterceptor가 없으면 죽은 고정 멤버를 전송이 실패할 때에야 압니다. 맨 위에 추가하십시오.",
        }
      : {
          en: "Without TcpFailureDetector above it, dead static members count as alive. Add it before this interceptor.",
          ko: "위에 TcpFailureDetector가 없으면 죽은 고정 멤버가 살아 있는 것으로 남습니다. 이 인터셉터 앞에 추가하십시오.",
        },
    ...(first
      ? {
          fix: {
            title: { en: `Add ${name}`, ko: `${name} 추가` },
            edits: [(isPing ? first : interceptor).insertBefore(`<Interceptor className="${className}"/>`)],
          },
        }
      : {}),
  };
}

function at(chain: readonly Component[], index: number): Span {
  const interceptor = chain[index];
  return interceptor ? interceptor.spanOf("className") : { start: 0, end: 0 };
}

function below(at: Span, name: string, other: string): Finding {
  return {
    at,
    text: {
      en: `${name} must stand above ${other}: below it, crashed members are never dropped. Move it up.`,
      ko: `${name}는 ${other}보다 위에 있어야 합니다. 아래에 있으면 죽은 멤버가 제거되지 않습니다. 위로 옮기십시오.`,
    },
  };
}
