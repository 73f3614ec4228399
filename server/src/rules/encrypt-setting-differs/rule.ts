import { josa } from "../../base/josa.ts";
import { ENCRYPT } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ClusterSite } from "../../config/site.ts";
import { channelSpan, differing } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * Nodes that encrypt need the same algorithm and key.
 *
 * Source: EncryptInterceptor, 9.0.13, 8.5.38, 7.0.100 and later to 11.0.
 */
export const rule: ClusterRule = {
  id: "encrypt-setting-differs",
  group: "nodes",
  severity: "error",
  summary: {
    en: "Nodes that encrypt need the same algorithm and the same key.",
    ko: "암호화하는 노드는 알고리즘과 키가 같아야 합니다.",
  },
  scope: "cluster",
  breaksLink: "both-ways",

  check({ sites }, report) {
    for (const attribute of ["encryptionAlgorithm", "encryptionKey"] as const) {
      differing(sites, report, {
        valueOf: (site) => {
          const interceptor = encryptOf(site);
          return interceptor?.effective(attribute)?.toLowerCase();
        },
        at: (site) => encryptOf(site)?.spanOf(attribute, "className") ?? channelSpan(site),
        // A key is a secret: no text and no report contains its value.
        finding: (site, own, other, value) => ({
          text:
            attribute === "encryptionKey"
              ? {
                  en: `This key is not ${other.label}'s: neither node can read the other, and nothing is replicated. Use one key.`,
                  ko: `${other.label}의 키와 달라 서로 읽을 수 없고 아무것도 복제되지 않습니다. 같은 키를 쓰십시오.`,
                }
              : {
                  en: `The algorithm is ${algorithmOf(site) ?? own} here and ${algorithmOf(other) ?? value} on ${other.label}: neither can read the other. Use one.`,
                  ko: `이 노드의 알고리즘은 ${algorithmOf(site) ?? own}, ${josa(other.label, "은")} ${algorithmOf(other) ?? value}이므로 서로 읽을 수 없습니다. 같게 하십시오.`,
                },
        }),
      });
    }
  },
};

function encryptOf(site: ClusterSite): Component | undefined {
  return site.interceptor(ENCRYPT);
}

/** As it is written; the case of its letters makes no difference to Java. */
function algorithmOf(site: ClusterSite): string | undefined {
  return encryptOf(site)?.effective("encryptionAlgorithm");
}
