import { josa } from "../../base/josa.ts";
import {
  MESSAGE_DISPATCH,
  MESSAGE_DISPATCH_15,
  STATIC_MEMBERSHIP,
  TCP_FAILURE_DETECTOR,
  TCP_PING,
} from "../../config/classes.ts";
import { allKnown, isBefore, ofClass, sessionSendOptions } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import { hasLostTag } from "../../config/lost-tags.ts";
import { SEND } from "../../config/options.ts";
import { simpleNameOf } from "../../schema/catalog.ts";
import type { ComponentRule, Finding, Fix } from "../rule.ts";

/**
 * Static members count as alive until an interceptor reports them dead: without TcpFailureDetector above the static
 * interceptor and TcpPingInterceptor above the detector, crashed nodes stay members.
 *
 * Source: StaticMembershipInterceptor.start and TcpPingInterceptor.start, 7.0 to 11.0; both only look downwards or
 * upwards from where they stand.
 */
export const rule: ComponentRule = {
  id: "static-failure-detection",
  group: "membership",
  severity: "warning",
  summary: {
    en: "Static members need TcpPingInterceptor above TcpFailureDetector above StaticMembershipInterceptor.",
    ko: "정적 멤버에는 TcpPingInterceptor, TcpFailureDetector, StaticMembershipInterceptor 순서가 필요합니다.",
  },
  target: STATIC_MEMBERSHIP,

  check(interceptor, report) {
    const chain = interceptor.parent?.childrenNamed("Interceptor") ?? [];
    // A third party's interceptor may detect failures too.
    if (!allKnown(chain) || (interceptor.parent && hasLostTag(interceptor.parent))) return;
    const [detector] = ofClass(chain, TCP_FAILURE_DETECTOR);
    const [ping] = ofClass(chain, TCP_PING);
    if (!detector) report(missingDetector(interceptor));
    else if (isBefore(interceptor, detector)) report(below(detector, interceptor));
    if (!ping) report(missingPing(interceptor, chain, detector));
    else if (detector && isBefore(detector, ping)) report(below(ping, detector, sendsBehind(detector, chain)));
  },
};

function missingDetector(interceptor: Component): Finding {
  return {
    at: interceptor.spanOf("className"),
    text: {
      en: "Without TcpFailureDetector above it, dead static members count as alive. Add it before this interceptor.",
      ko: "위에 TcpFailureDetector가 없으면 죽은 정적 멤버가 살아 있는 것으로 남습니다. 이 인터셉터 앞에 추가하십시오.",
    },
    fix: add(TCP_FAILURE_DETECTOR, interceptor),
  };
}

function missingPing(interceptor: Component, chain: readonly Component[], detector: Component | undefined): Finding {
  const unseen = detector !== undefined && sendsBehind(detector, chain);
  return {
    at: interceptor.spanOf("className"),
    text: unseen
      ? {
          en: "A crashed static member is never dropped: sends fail in the background, below TcpFailureDetector. Add TcpPingInterceptor.",
          ko: "전송이 TcpFailureDetector 아래의 백그라운드에서 실패하여 죽은 정적 멤버가 제거되지 않습니다. TcpPingInterceptor를 추가하십시오.",
        }
      : {
          en: "Without TcpPingInterceptor a crashed static member is noticed only by a failing send. Add it on top.",
          ko: "TcpPingInterceptor가 없으면 죽은 정적 멤버를 전송이 실패할 때에야 압니다. 맨 위에 추가하십시오.",
        },
    fix: add(TCP_PING, chain[0] ?? interceptor),
  };
}

/** True when messages are queued below the detector: they fail in another thread, unseen by it. */
function sendsBehind(detector: Component, chain: readonly Component[]): boolean {
  const cluster = detector.ancestor("Cluster");
  const options = cluster && sessionSendOptions(cluster);
  const dispatcher = ofClass(chain, MESSAGE_DISPATCH, MESSAGE_DISPATCH_15).at(-1);
  return (
    options !== undefined &&
    (options & SEND.asynchronous) !== 0 &&
    dispatcher !== undefined &&
    isBefore(detector, dispatcher)
  );
}

function add(className: string, before: Component): Fix {
  const name = simpleNameOf(className);
  return {
    title: { en: `Add ${name}`, ko: `${name} 추가` },
    edits: [before.insertBefore(`<Interceptor className="${className}"/>`)],
  };
}

/** @param never whether failing sends are not noticed either */
function below(interceptor: Component, other: Component, never = true): Finding {
  const [name = "", above] = [interceptor, other].map(({ className = "" }) => simpleNameOf(className));
  const harm = never
    ? { en: "crashed members are never dropped", ko: "죽은 멤버가 제거되지 않습니다" }
    : { en: "crashed members stay until a send fails", ko: "죽은 멤버가 전송이 실패할 때까지 남습니다" };
  return {
    at: interceptor.spanOf("className"),
    text: {
      en: `${name} must stand above ${above}: below it, ${harm.en}. Move it up.`,
      ko: `${josa(name, "은")} ${above}보다 위에 있어야 합니다. 아래에 있으면 ${harm.ko}. 위로 옮기십시오.`,
    },
    fix: {
      title: { en: `Move above ${above}`, ko: `${above} 위로 이동` },
      edits: [...interceptor.moveBefore(other)],
    },
  };
}
