import { josa } from "../../base/josa.ts";
import {
  DELTA_MANAGER,
  FARM_WAR_DEPLOYER,
  STATIC_SERVICE,
  TCP_FAILURE_DETECTOR,
  TCP_PING,
} from "../../config/classes.ts";
import { setTo, withoutAttribute } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

interface Switch {
  readonly name: string;
  /** The value with which the others are read. */
  readonly on: boolean;
  readonly opens: readonly string[];
}

/** Attributes that are read only when another one is switched, by the class. */
const SWITCHES: Readonly<Record<string, Switch>> = {
  [TCP_PING]: { name: "useThread", on: true, opens: ["interval"] },
  [STATIC_SERVICE]: { name: "useThread", on: true, opens: ["pingInterval"] },
  [TCP_FAILURE_DETECTOR]: { name: "performReadTest", on: true, opens: ["readTestTimeout"] },
  [FARM_WAR_DEPLOYER]: { name: "watchEnabled", on: true, opens: ["watchDir", "processDeployFrequency"] },
  [DELTA_MANAGER]: { name: "sendAllSessions", on: false, opens: ["sendAllSessionsSize", "sendAllSessionsWaitTime"] },
};

/**
 * Attributes that have an effect only with another one, which is at its default. Where that other one is written, it is
 * a decision.
 *
 * Source: the classes themselves, for instance TcpPingInterceptor.start and DeltaManager.handleGET_ALL_SESSIONS, 7.0 to
 * 11.0.
 */
export const rule: ComponentRule = {
  id: "attribute-without-effect",
  group: "structure",
  severity: "hint",
  summary: {
    en: "Some attributes are read only when another one is switched on.",
    ko: "일부 속성은 다른 속성을 켜야만 읽힙니다.",
  },
  target: Object.keys(SWITCHES),

  check(component, report) {
    const found = SWITCHES[component.className ?? ""];
    if (!found || component.has(found.name)) return;
    const { name, on, opens } = found;
    if (component.boolean(name) !== !on) return;
    for (const attribute of opens) {
      if (!component.has(attribute)) continue;
      const { fix } = withoutAttribute(component, attribute);
      report({
        at: component.spanOf(attribute),
        text: {
          en: `${attribute} is read only with ${name}="${on}", and the default is ${!on}. Set it, or remove ${attribute}.`,
          ko: `${josa(attribute, "은")} ${name}="${on}"일 때만 읽히는데 기본값은 ${!on}입니다. 설정하거나 ${josa(attribute, "을")} 제거하십시오.`,
        },
        tags: ["unnecessary"],
        fix: [setTo(component, name, `${on}`), ...(fix ? [fix] : [])],
      });
    }
  },
};
