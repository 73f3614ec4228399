import { josa } from "../../base/josa.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { existsIn } from "../../schema/catalog.ts";
import { tomcatClass, tomcatClassInOtherCase } from "../../schema/tomcat-classes.ts";
import { setTo } from "../fixes.ts";
import type { ElementRule, Finding, Report } from "../rule.ts";

/** A name Java could load: parts of letters, digits and signs, separated by dots. */
const CLASS_NAME = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)+$/;
/** The packages of Tomcat's protocol handlers, and Java's own, in which there is none. */
const TOMCATS = /^org\.apache\.coyote\.(http11|ajp)\./;
const JAVAS = /^java\./;

/**
 * `protocol` is HTTP/1.1, AJP/1.3 or a class; anything else gives a Connector without a protocol handler.
 *
 * Source: Connector's constructor, 7.0 to 11.0, from 9.0 on by ProtocolHandler.create (`Protocol handler instantiation failed`).
 */
export const rule: ElementRule = {
  id: "connector-protocol",
  group: "tomcat",
  severity: "error",
  summary: {
    en: "A Connector's protocol is HTTP/1.1, AJP/1.3 or a class name.",
    ko: "Connector의 protocol은 HTTP/1.1, AJP/1.3 또는 클래스 이름이어야 합니다.",
  },
  elements: ["Connector"],

  check(connector, report, file) {
    const protocol = connector.text("protocol");
    if (protocol === undefined || protocol === "HTTP/1.1" || protocol === "AJP/1.3") return;
    if (CLASS_NAME.test(protocol)) handler(connector, report, protocol, file);
    else report(finding(connector, protocol, "", ""));
  },
};

/** A handler class that only another Tomcat has, or none. */
function handler(
  connector: Component,
  report: Report,
  protocol: string,
  { catalog, version: { line, release, assumed } }: ConfigFile,
): void {
  if (catalog.connectorAttributes(protocol) !== undefined) return;
  const history = tomcatClass(protocol)?.releases;
  if (history && existsIn(history.get(line) ?? [], release)) return;
  if (!history && !TOMCATS.test(protocol) && !JAVAS.test(protocol) && !tomcatClassInOtherCase(protocol)) return;
  const lines = history && [...history.keys()].join(", ");
  const has = lines ? { en: ` It is in Tomcat ${lines}.`, ko: ` Tomcat ${lines}에 있습니다.` } : { en: "", ko: "" };
  const found = finding(connector, protocol, has.en, has.ko);
  // The class may as well show that the assumed line is wrong.
  report(assumed && lines ? { ...found, severity: "information" } : found);
}

function finding(connector: Component, protocol: string, hasEn: string, hasKo: string): Finding {
  const right = /ajp/i.test(protocol) ? "AJP/1.3" : "HTTP/1.1";
  return {
    at: connector.spanOf("protocol"),
    text: {
      en: `Tomcat has no protocol "${protocol}": this Connector does not work.${hasEn} Write ${right}.`,
      ko: `Tomcat에는 "${protocol}" 프로토콜이 없어 이 Connector가 동작하지 않습니다.${hasKo} ${josa(right, "으로")} 쓰십시오.`,
    },
    fix: setTo(connector, "protocol", right),
  };
}
