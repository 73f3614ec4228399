import { at, type Edit } from "../../base/span.ts";
import { clusterOfAll, distributableOf, librariesAgainst } from "../../config/node.ts";
import type { XmlElement } from "../../syntax/tree.ts";
import { clusterOfTomcat } from "../nodes.ts";
import type { NodeRule } from "../rule.ts";

/**
 * One library whose web-fragment.xml lacks `<distributable/>` silently removes it from the whole application.
 *
 * Source: WebXml.merge and ContextConfig.webConfig (Servlet 3.0, 8.2.3), 7.0 to 11.0.
 */
export const rule: NodeRule = {
  id: "fragment-not-distributable",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "A library with a web-fragment.xml without <distributable/> switches replication off.",
    ko: "<distributable/>이 없는 web-fragment.xml을 가진 라이브러리는 복제를 끕니다.",
  },
  scope: "node",

  check({ server, applications }, report) {
    const cluster = clusterOfAll(server);
    if (!cluster) return;
    for (const application of applications) {
      const { root } = application.descriptor.document;
      const distributable = distributableOf(application.descriptor.document);
      if (!root || !distributable || application.descriptor.template) continue;
      const [first, ...others] = librariesAgainst(application);
      if (first === undefined) continue;
      const more = others.length;
      report({
        file: application.descriptor,
        at: distributable.nameSpan,
        text: {
          en: `${first}${more > 0 ? ` and ${more} more have` : " has"} a web-fragment.xml without it, which takes it away: sessions stay here. Set metadata-complete="true".`,
          ko: `${first}${more > 0 ? ` 외 ${more}개` : ""}의 web-fragment.xml에 <distributable/>이 없어 이 설정이 무효가 되고 세션이 복제되지 않습니다. metadata-complete="true"로 설정하십시오.`,
        },
        related: [clusterOfTomcat(server, cluster)],
        fix: {
          title: {
            en: 'Set metadata-complete="true" (annotations and fragments are no longer read)',
            ko: 'metadata-complete="true"로 설정(애너테이션과 web-fragment.xml을 더 이상 읽지 않음)',
          },
          edits: [metadataComplete(root)],
        },
      });
    }
  },
};

/** Sets metadata-complete, which also disables annotations and the declarations in fragments. */
function metadataComplete(root: XmlElement): Edit {
  const written = root.attributes.find(({ name }) => name === "metadata-complete");
  const newText = 'metadata-complete="true"';
  return written ? { span: written.span, newText } : { span: at(root.nameSpan.end), newText: ` ${newText}` };
}
