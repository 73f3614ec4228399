import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import {
  clusterOfAll,
  distributableOf,
  hasElement,
  librariesAgainst,
  type TomcatNode,
  type UnserializableValue,
} from "../../config/node.ts";
import { clusterOfTomcat } from "../nodes.ts";
import type { NodeRule } from "../rule.ts";
import { SESSION_FILTERS } from "../session-filters.ts";

/**
 * In a distributable application a session takes only what is Serializable; setAttribute throws for anything else.
 *
 * Source: StandardSession.setAttribute (Context.getDistributable, isAttributeDistributable, exclude), 7.0 to 11.0.
 */
export const rule: NodeRule = {
  id: "session-attribute-not-serializable",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "A distributable application puts an object into its sessions that is not Serializable.",
    ko: "<distributable/>을 선언한 애플리케이션이 Serializable이 아닌 객체를 세션에 넣습니다.",
  },
  scope: "node",

  check(node, report) {
    const cluster = clusterOfAll(node.server);
    if (!cluster || filtersAttributes(node)) return;
    for (const application of node.applications) {
      const { descriptor, sessions } = application;
      const distributable = distributableOf(descriptor.document);
      if (!distributable || descriptor.template || librariesAgainst(application).length > 0) continue;
      for (const value of sessions.unserializable) {
        report({
          file: descriptor,
          at: distributable.nameSpan,
          text: textOf(value),
          related: [clusterOfTomcat(node.server, cluster)],
        });
      }
    }
  },
};

function textOf({ className, attribute, setIn, line }: UnserializableValue): Localized {
  const place = line === undefined ? setIn : `${setIn}:${line}`;
  const value = attribute === undefined ? className : `${className} ("${attribute}")`;
  return {
    en: `${place} puts a ${value} into the session. It is not Serializable, so Tomcat throws an IllegalArgumentException there. Let it implement java.io.Serializable.`,
    ko: `${place}에서 세션에 넣는 ${josa(value, "은")} Serializable이 아니어서 그 자리에서 IllegalArgumentException이 발생합니다. java.io.Serializable을 구현하십시오.`,
  };
}

/** What a filter leaves out need not be Serializable. */
function filtersAttributes(node: TomcatNode): boolean {
  return hasElement(node, (each) => each.name === "Manager" && SESSION_FILTERS.some((name) => each.has(name)));
}
