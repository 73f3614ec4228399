import { GZIP } from "../../config/classes.ts";
import type { ClusterSite } from "../../config/site.ts";
import { Change } from "../../schema/change.ts";
import { channelSpan, differing } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/** From here on a flag stands before the data. */
const FLAG = new Change("9.0.0-M23");

/**
 * From 9.0 on GzipInterceptor writes a flag before the data, so it cannot talk to 8.5 and earlier.
 *
 * Source: GzipInterceptor.sendMessage, 9.0.0-M23 and later against 8.5.
 */
export const rule: ClusterRule = {
  id: "gzip-across-lines",
  group: "nodes",
  severity: "error",
  summary: {
    en: "GzipInterceptor of Tomcat 8.5 and of 9.0 and later cannot talk to each other.",
    ko: "Tomcat 8.5와 9.0 이상의 GzipInterceptor는 서로 통신할 수 없습니다.",
  },
  scope: "cluster",

  *check({ sites }) {
    yield* differing(
      sites.filter((site) => gzipOf(site) && !site.file.version.assumed),
      {
        valueOf: ({ file }) => (FLAG.isIn(file.version) ? "after" : "before"),
        at: (site) => gzipOf(site)?.spanOf("className") ?? channelSpan(site),
        finding: ({ file }, _, other) => ({
          text: {
            en: `Gzip of ${file.version.line} here and of ${other.file.version.line} on ${other.label} cannot talk. Leave it out until all nodes are updated.`,
            ko: `여기 ${file.version.line}의 Gzip은 ${other.label}의 ${other.file.version.line}와(과) 통신할 수 없습니다. 모두 올릴 때까지 빼 두십시오.`,
          },
        }),
      },
    );
  },
};

function gzipOf(site: ClusterSite) {
  return site.interceptor(GZIP);
}
