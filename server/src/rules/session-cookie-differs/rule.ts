import { firstElsewhere } from "../../base/first-elsewhere.ts";
import { groupBy } from "../../base/group-by.ts";
import { replicatedCookieOf } from "../../config/session-cookie.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * A node takes the session id only from a cookie with its own cookie name.
 *
 * A different path or domain is not reported: the browser sends such a cookie in most cases.
 *
 * Source: SessionConfig.getSessionCookieName (the Context's value, else the descriptor's), ContextConfig.webConfig
 * (conf/web.xml below the application's own), ContextConfig.contextConfig (conf/context.xml first, the application's own
 * file over it), CoyoteAdapter.parseSessionCookiesId, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "session-cookie-differs",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "The session cookie of an application must have the same name on all nodes.",
    ko: "애플리케이션의 세션 쿠키 이름은 모든 노드에서 같아야 합니다.",
  },
  scope: "cluster",

  check({ sites }, report) {
    const deployed = sites.flatMap((site) => site.node.applications.map((application) => ({ site, application })));
    const told = new Set<string>();
    for (const [name, ofName] of groupBy(deployed, ({ application }) => application.name)) {
      const values = ofName.flatMap(({ site, application }) => {
        const value = replicatedCookieOf(application, site);
        return value ? [{ site, ...value }] : [];
      });
      const otherwise = firstElsewhere(
        values,
        () => name,
        ({ text }) => text,
      );
      for (const { text, place } of values) {
        const other = otherwise(name, text);
        if (!other || !place) continue;
        // A name in conf/context.xml holds for all applications of the node and is reported once.
        const key = `${place.file.path} ${place.at.start}`;
        if (told.has(key)) continue;
        told.add(key);
        const { label } = other.site;
        report({
          file: place.file,
          at: place.at,
          text: {
            en: `The session cookie of ${name} is ${text} here, ${other.text} on ${label}: after a failover the session is not found there. Use one name.`,
            ko: `${name}의 세션 쿠키 이름이 여기서는 ${text}, ${label}에서는 ${other.text}이므로 장애 조치 뒤에 세션을 찾지 못합니다. 이름을 같게 하십시오.`,
          },
          related: [
            {
              ...(other.place ?? { file: other.site.file, at: other.site.cluster.nameSpan }),
              text: { en: `The node ${label}.`, ko: `노드 ${label}입니다.` },
            },
          ],
        });
      }
    }
  },
};
