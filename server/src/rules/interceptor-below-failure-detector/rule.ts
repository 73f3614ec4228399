import { josa } from "../../base/josa.ts";
import { ENCRYPT, FRAGMENTATION, GZIP, ORDER_INTERCEPTOR, TCP_FAILURE_DETECTOR } from "../../config/classes.ts";
import { interceptorsOf, isBefore, ofClass } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import { SEND } from "../../config/options.ts";
import { Change } from "../../schema/change.ts";
import type { ComponentRule, Severity } from "../rule.ts";

/** Interceptors that change a message's bytes, with the severity below the detector and the change that solved it. */
const CHANGING: Readonly<Record<string, { severity: Severity; until?: Change }>> = {
  [ENCRYPT]: { severity: "error" },
  [FRAGMENTATION]: { severity: "error" },
  [ORDER_INTERCEPTOR]: { severity: "error" },
  // From this release on compressed messages are marked, so the detector's own pass.
  [GZIP]: { severity: "error", until: new Change("9.0.0-M23") },
};

/**
 * TcpFailureDetector sends its probes past everything below it, but receives them through it: an interceptor below
 * that changes bytes takes the probe for one of its own.
 *
 * Source: TcpFailureDetector.memberAlive; EncryptInterceptor.start refuses the order since 7.0.100, 8.5.38, 9.0.15.
 */
export const rule: ComponentRule = {
  id: "interceptor-below-failure-detector",
  group: "interceptors",
  severity: "error",
  summary: {
    en: "Interceptors that change messages belong above TcpFailureDetector.",
    ko: "메시지를 바꾸는 인터셉터는 TcpFailureDetector보다 위에 있어야 합니다.",
  },
  target: Object.keys(CHANGING),

  check(interceptor, report, { version }) {
    const { className, type, parent } = interceptor;
    const known = className === undefined ? undefined : CHANGING[className];
    if (!known || !type || !parent || known.until?.isIn(version)) return;
    const [detector] = ofClass(interceptorsOf(parent), TCP_FAILURE_DETECTOR);
    if (!detector || isBefore(interceptor, detector) || !(className === ENCRYPT || getsProbes(interceptor, detector)))
      return;
    const name = type.simpleName;
    report({
      at: interceptor.spanOf("className"),
      severity: known.severity,
      text:
        className === ENCRYPT
          ? {
              en: "EncryptInterceptor below TcpFailureDetector: Tomcat does not start. Move it above.",
              ko: "EncryptInterceptor가 TcpFailureDetector보다 아래에 있으면 Tomcat이 시작되지 않습니다. 위로 옮기십시오.",
            }
          : {
              en: `${name} below TcpFailureDetector fails on each of its probes. Move it above.`,
              ko: `${josa(name, "이")} TcpFailureDetector보다 아래에 있으면 점검 메시지마다 실패합니다. 위로 옮기십시오.`,
            },
      fix: {
        title: { en: "Move it above TcpFailureDetector", ko: "TcpFailureDetector 위로 이동" },
        edits: interceptor.moveBefore(detector),
      },
    });
  },
};

/** True where the detector sends probes that the interceptor takes for its own: OrderInterceptor asks for its optionFlag. */
function getsProbes(interceptor: Component, detector: Component): boolean {
  if (detector.boolean("performSendTest") !== true) return false;
  if (interceptor.className !== ORDER_INTERCEPTOR) return true;
  const [flag, options] = [interceptor.number("optionFlag"), detector.number("optionFlag")];
  if (flag === undefined || options === undefined) return false;
  const sent = options | (detector.boolean("performReadTest") ? SEND.byteMessage | SEND.ack : SEND.byteMessage);
  return (sent & flag) === flag;
}
