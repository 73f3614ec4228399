import { DEFAULT_SERVLET } from "../../config/classes.ts";
import { textWithin } from "../../config/web-text.ts";
import type { XmlDocument } from "../../syntax/tree.ts";
import type { FileRule } from "../rule.ts";

/**
 * `<distributable/>` in conf/web.xml has no effect: the defaults count as distributable already, and merging only
 * ever takes that away. Only an application's own WEB-INF/web.xml turns replication on.
 *
 * Source: ContextConfig.getDefaultWebXmlFragment and WebXml.merge, 7.0 to 11.0.
 */
export const rule: FileRule = {
  id: "distributable-without-effect",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "<distributable/> in conf/web.xml has no effect.",
    ko: "conf/web.xml의 <distributable/>은 효과가 없습니다.",
  },
  files: ["web"],

  check({ path, document }, report) {
    if (!isGlobal(path, document)) return;
    for (const element of document.root?.elements ?? []) {
      if (element.name !== "distributable") continue;
      report({
        at: element.nameSpan,
        text: {
          en: "<distributable/> has no effect in conf/web.xml. Put it into each application's WEB-INF/web.xml.",
          ko: "conf/web.xml의 <distributable/>은 효과가 없습니다. 애플리케이션마다 WEB-INF/web.xml에 넣으십시오.",
        },
        tags: ["unnecessary"],
      });
    }
  },
};

/** True for the web.xml of all applications: by its folder, or by the servlet of Tomcat's that it brings with it. */
function isGlobal(path: string, { root, text }: XmlDocument): boolean {
  if (/(^|\/)conf\/web\.xml$/.test(path)) return true;
  if (/(^|\/)WEB-INF\//i.test(path)) return false;
  return (root?.elements ?? []).some(
    ({ name, elements }) =>
      name === "servlet" &&
      elements.some((each) => each.name === "servlet-class" && textWithin(each, text) === DEFAULT_SERVLET),
  );
}
