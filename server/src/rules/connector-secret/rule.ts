import type { Component } from "../../config/component.ts";
import { Change } from "../../schema/change.ts";
import type { ElementRule } from "../rule.ts";

/** AJP over any transport. */
const AJP = /^(AJP\/1\.3|org\.apache\.coyote\.ajp\.Ajp(Nio|Nio2|Apr)?Protocol)$/;

/** The first releases that require a secret by default. */
const ASKS = new Change("7.0.100", "8.5.51", "9.0.31");

/**
 * An AJP Connector without a secret does not start, unless secretRequired is false.
 *
 * Source: AbstractAjpProtocol.start, from 7.0.100, 8.5.51, 9.0.31 on.
 */
export const rule: ElementRule = {
  id: "connector-secret",
  group: "tomcat",
  severity: "error",
  summary: {
    en: 'An AJP Connector needs a secret, or secretRequired="false".',
    ko: 'AJP Connector에는 secret이나 secretRequired="false"가 필요합니다.',
  },
  elements: ["Connector"],

  check(connector, report, { version, template }) {
    if (!AJP.test(connector.text("protocol") ?? "") || connector.unfinished || template) return;
    const asks = ASKS.isIn(version);
    // A line read as its neighbour may differ: 8.0 ended before its releases required a secret.
    if (asks === false || version.standsFor !== undefined || hasSecret(connector)) return;
    if (connector.has("secretRequired") && connector.boolean("secretRequired") !== true) return;
    const since = ASKS.firstIn(version.line);
    report({
      at: connector.spanOf("secret", "protocol"),
      severity: asks ? "error" : version.assumed ? "hint" : "information",
      text: asks
        ? {
            en: 'Without a secret this AJP Connector does not start. Write secret="…", and the same in the proxy, or secretRequired="false".',
            ko: 'secret이 없으면 이 AJP Connector가 시작되지 않습니다. secret="…"을 쓰고 프록시에도 똑같이 쓰거나, secretRequired="false"를 쓰십시오.',
          }
        : {
            en: `From Tomcat ${since} on, this AJP Connector does not start without a secret. Write secret="…", or secretRequired="false".`,
            ko: `Tomcat ${since}부터는 secret이 없으면 이 AJP Connector가 시작되지 않습니다. secret="…"이나 secretRequired="false"를 쓰십시오.`,
          },
    });
  },
};

/** `requiredSecret` is the attribute's name in former releases, which 7.0 to 9.0 still take. */
function hasSecret(connector: Component): boolean {
  return ["secret", "requiredSecret"].some((name) => {
    return connector.has(name) && connector.attributeFacts(name) !== undefined && connector.text(name) !== "";
  });
}
