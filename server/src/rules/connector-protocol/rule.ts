import { setTo } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/** A name Java could load: parts of letters, digits and signs, separated by dots. */
const CLASS_NAME = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)+$/;

/**
 * `protocol` is HTTP/1.1, AJP/1.3 or a class; anything else gives a Connector without a protocol handler.
 *
 * Source: Connector's constructor, ProtocolHandler.create, 7.0 to 11.0 (`Protocol handler instantiation failed`).
 */
export const rule: ElementRule = {
  id: "connector-protocol",
  group: "structure",
  severity: "error",
  summary: {
    en: "A Connector's protocol is HTTP/1.1, AJP/1.3 or a class name.",
    ko: "Connector의 protocol은 HTTP/1.1, AJP/1.3 또는 클래스 이름이어야 합니다.",
  },
  elements: ["Connector"],

  *check(connector) {
    const protocol = connector.text("protocol");
    if (protocol === undefined || protocol === "HTTP/1.1" || protocol === "AJP/1.3") return;
    if (CLASS_NAME.test(protocol)) return;
    const right = /ajp/i.test(protocol) ? "AJP/1.3" : "HTTP/1.1";
    yield {
      at: connector.spanOf("protocol"),
      text: {
        en: `Tomcat has no protocol "${protocol}": this Connector does not work. Write ${right}.`,
        ko: `Tomcat에는 "${protocol}" 프로토콜이 없어 이 Connector가 동작하지 않습니다. ${right}(으)로 쓰십시오.`,
      },
      fix: setTo(connector, "protocol", right),
    };
  },
};
