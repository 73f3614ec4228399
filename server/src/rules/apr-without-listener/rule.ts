import { josa } from "../../base/josa.ts";
import type { Component } from "../../config/component.ts";
import type { ElementRule } from "../rule.ts";

const APR = /^org\.apache\.coyote\.(?:http11\.Http11|ajp\.Ajp)AprProtocol$/;
const LISTENER = "org.apache.catalina.core.AprLifecycleListener";

/**
 * The native library behind an APR Connector is loaded by AprLifecycleListener alone: without it the Connector fails.
 *
 * Source: AprLifecycleListener.isAprAvailable (`instanceCreated`), AbstractProtocol.isAprRequired and
 * Connector.initInternal, 7.0 to 9.0; later lines have no such protocol.
 */
export const rule: ElementRule = {
  id: "apr-without-listener",
  group: "tomcat",
  severity: "error",
  summary: {
    en: "An APR Connector needs AprLifecycleListener.",
    ko: "APR Connector에는 AprLifecycleListener가 필요합니다.",
  },
  elements: ["Connector"],

  check(connector, report, { catalog, template, hasDoctype }) {
    const protocol = connector.text("protocol") ?? "";
    const server = connector.ancestor("Server");
    if (!APR.test(protocol) || !server || template || hasDoctype || connector.unfinished) return;
    if (catalog.connectorAttributes(protocol) === undefined || hasListener(server)) return;
    const plain = /ajp/i.test(protocol) ? "AJP/1.3" : "HTTP/1.1";
    report({
      at: connector.spanOf("protocol"),
      text: {
        en: `Nothing loads the native library, so this Connector does not work. Add AprLifecycleListener to the Server, or write ${plain}.`,
        ko: `네이티브 라이브러리를 불러오는 것이 없어 이 Connector가 동작하지 않습니다. Server에 AprLifecycleListener를 추가하거나 ${josa(plain, "으로")} 쓰십시오.`,
      },
      fix: {
        title: { en: `Set protocol to ${plain}`, ko: `protocol을 ${josa(plain, "으로")} 설정` },
        edits: [connector.setAttribute("protocol", plain)],
      },
    });
  },
};

/** True where the file contains the listener anywhere, or an unknown listener that may be it. */
function hasListener(server: Component): boolean {
  for (const each of server.descendants()) {
    if (each.name === "Listener" && (each.className === undefined || each.className === LISTENER || !each.type))
      return true;
  }
  return false;
}
