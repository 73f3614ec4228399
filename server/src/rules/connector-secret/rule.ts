import { josa } from "../../base/josa.ts";
import { AJP_CLOSED } from "../../config/ajp.ts";
import { isOfNetwork } from "../../config/values.ts";
import { lacksSecret, secretOfFormerName } from "../ajp.ts";
import type { ElementRule } from "../rule.ts";

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

  check(connector, report, file) {
    const { version } = file;
    if (connector.unfinished || !lacksSecret(connector)) return;
    const asks = AJP_CLOSED.isIn(version);
    // A line read as its neighbour may differ: 8.0 ended before its releases required a secret.
    if (asks === false || version.standsFor !== undefined) return;
    const former = secretOfFormerName(connector, file);
    if (former) {
      report({
        at: former.nameSpan,
        text: {
          en: `Tomcat ${version.line} does not read ${former.name}, so this AJP Connector has no secret and does not start. The attribute is called secret now.`,
          ko: `Tomcat ${josa(version.line, "은")} ${josa(former.name, "을")} 읽지 않으므로 이 AJP Connector에는 secret이 없어 시작되지 않습니다. 이 속성의 이름은 이제 secret입니다.`,
        },
        fix: {
          title: { en: "Change to secret", ko: "secret으로 변경" },
          edits: [{ span: former.nameSpan, newText: "secret" }],
          asked: true,
        },
      });
      return;
    }
    // Without an address, older releases listen on all; what is not written is seldom meant for the network.
    const address = connector.has("address") ? connector.text("address") : undefined;
    const isOpen = address !== undefined && isOfNetwork(address);
    const since = AJP_CLOSED.firstIn(version.line);
    report({
      at: connector.spanOf("secret", "protocol"),
      severity: asks ? "error" : version.assumed && !isOpen ? "hint" : "information",
      text: asks
        ? {
            en: 'Without a secret this AJP Connector does not start. Write secret="…", and the same in the proxy, or secretRequired="false".',
            ko: 'secret이 없으면 이 AJP Connector가 시작되지 않습니다. secret="…"을 쓰고 프록시에도 똑같이 쓰거나, secretRequired="false"를 쓰십시오.',
          }
        : isOpen
          ? {
              en: `Before Tomcat ${since}, whoever reaches this AJP Connector reads the applications' files (CVE-2020-1938); from then on it does not start without a secret. Write secret="…".`,
              ko: `Tomcat ${since} 이전에는 이 AJP Connector에 접속할 수 있으면 애플리케이션의 파일을 읽을 수 있고(CVE-2020-1938), 그 뒤로는 secret이 없으면 시작되지 않습니다. secret="…"을 쓰십시오.`,
            }
          : {
              en: `From Tomcat ${since} on, this AJP Connector does not start without a secret. Write secret="…", or secretRequired="false".`,
              ko: `Tomcat ${since}부터는 secret이 없으면 이 AJP Connector가 시작되지 않습니다. secret="…"이나 secretRequired="false"를 쓰십시오.`,
            },
    });
  },
};
