import { josa } from "../../base/josa.ts";
import { GZIP } from "../../config/classes.ts";
import type { ClusterSite } from "../../config/site.ts";
import { GZIP_FLAG } from "../../schema/wire-forms.ts";
import { channelSpan, differing } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * From 9.0 on GzipInterceptor tells by an option bit whether a message is compressed. What 8.5 and earlier compress has no
 * such bit, and is not unpacked; the other way it is read.
 *
 * Source: GzipInterceptor.sendMessage and messageReceived, 9.0.0-M23 and later against 8.5.100.
 */
export const rule: ClusterRule = {
  id: "gzip-across-lines",
  group: "nodes",
  severity: "error",
  summary: {
    en: "What GzipInterceptor of Tomcat 8.5 and earlier sends, 9.0 and later do not read.",
    ko: "Tomcat 8.5 이하의 GzipInterceptor가 보낸 메시지는 9.0 이상에서 읽지 못합니다.",
  },
  scope: "cluster",
  breaksLink: "one-way",

  check({ sites }, report) {
    differing(
      sites.filter((site) => gzipOf(site) && !site.file.version.assumed),
      report,
      {
        valueOf: ({ file }) => (GZIP_FLAG.isIn(file.version) ? "after" : "before"),
        at: (site) => gzipOf(site)?.spanOf("className") ?? channelSpan(site),
        finding: ({ file }, _, other) => ({
          text: {
            en: `Gzip of ${file.version.line} here and of ${other.file.version.line} on ${other.label} differ: what the older one sends is not read. Leave it out until all nodes are updated.`,
            ko: `여기 ${file.version.line}의 Gzip은 ${other.label}의 ${josa(other.file.version.line, "과")} 달라 오래된 쪽이 보낸 메시지를 읽지 못합니다. 모두 업그레이드할 때까지 빼 두십시오.`,
          },
        }),
      },
    );
  },
};

function gzipOf(site: ClusterSite) {
  return site.interceptor(GZIP);
}
