import { isOfNetwork } from "../../config/values.ts";
import { hasNoSecret } from "../ajp.ts";
import type { ElementRule } from "../rule.ts";

/**
 * What an AJP Connector reads is taken for the web server's word: the client's address, certificate and, with
 * tomcatAuthentication="false", the user. Only the secret tells the web server from others.
 *
 * Source: AjpProcessor.prepareRequest, 7.0 to 11.0; CVE-2020-1938.
 */
export const rule: ElementRule = {
  id: "ajp-open",
  group: "tomcat",
  severity: "information",
  summary: {
    en: "An AJP Connector on the network needs a secret.",
    ko: "네트워크에서 대기하는 AJP Connector에는 secret이 필요합니다.",
  },
  elements: ["Connector"],

  check(connector, report, { template }) {
    const address = connector.text("address");
    if (template || connector.unfinished || address === undefined || !isOfNetwork(address)) return;
    if (!connector.has("secretRequired") || connector.boolean("secretRequired") !== false) return;
    if (!hasNoSecret(connector)) return;
    report({
      at: connector.spanOf("secretRequired"),
      text: {
        en: `On ${address} any machine that can connect is taken for the web server, and says which address and certificate a client has. Set a secret, the same on both.`,
        ko: `${address} 주소에 접속할 수 있는 장비는 모두 웹 서버로 취급되어 클라이언트의 주소와 인증서를 마음대로 정합니다. 웹 서버와 같은 secret을 지정하십시오.`,
      },
    });
  },
};
