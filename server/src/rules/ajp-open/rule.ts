import { josa } from "../../base/josa.ts";
import { AJP_CLOSED } from "../../config/ajp.ts";
import type { Component } from "../../config/component.ts";
import { isOfNetwork } from "../../config/values.ts";
import type { Release } from "../../schema/release.ts";
import { hasNoSecret } from "../ajp.ts";
import type { ElementRule, Finding } from "../rule.ts";

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

  check(connector, report, { template, version }) {
    const address = connector.text("address");
    if (template || connector.unfinished) return;
    if (address === undefined ? connector.has("address") : !isOfNetwork(address)) return;
    const { release } = version;
    if (release && AJP_CLOSED.isIn(version) === false && hasNoSecret(connector)) {
      report(ofOldRelease(connector, release, address));
      return;
    }
    if (address === undefined || !connector.has("secretRequired") || connector.boolean("secretRequired") !== false)
      return;
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

/** Before the releases that ask for a secret, Tomcat listens on all addresses where none is written. */
function ofOldRelease(connector: Component, release: Release, address: string | undefined): Finding {
  const where =
    address === undefined ? { en: "all addresses", ko: "모든 주소" } : { en: address, ko: `${address} 주소` };
  return {
    at: connector.spanOf("address", "protocol"),
    severity: "warning",
    text: {
      en: `Tomcat ${release} answers AJP of any machine on ${where.en}, and such a request can read the applications' files (CVE-2020-1938). Update, or write requiredSecret or address="127.0.0.1".`,
      ko: `Tomcat ${josa(`${release}`, "은")} ${where.ko}에서 어떤 장비의 AJP에도 응답하고, 그런 요청은 애플리케이션의 파일을 읽을 수 있습니다(CVE-2020-1938). 업데이트하거나 requiredSecret 또는 address="127.0.0.1"을 쓰십시오.`,
    },
    advisories: ["CVE-2020-1938"],
  };
}
