import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { nodeRemoval } from "../../config/edits.ts";
import { isShipped } from "../../config/file.ts";
import { childTextIn } from "../../config/shipped.ts";
import { Change as Since } from "../../schema/change.ts";
import { type ChangeFinder, changed } from "./change.ts";

/** Parameters of Tomcat's own servlets that their class no longer reads, and that asked for nothing the new one lacks. */
const GONE: readonly {
  readonly servlet: string;
  readonly name: string;
  /** From here on. */
  readonly gone: Since;
  readonly why: Localized;
}[] = [
  {
    servlet: "org.apache.jasper.servlet.JspServlet",
    name: "ieClassId",
    gone: new Since("10.1.0"),
    why: { en: "pages have no jsp:plugin any more", ko: "JSP에 jsp:plugin이 더 이상 없습니다" },
  },
  {
    servlet: "org.apache.catalina.servlets.WebdavServlet",
    name: "secret",
    gone: new Since("9.0.97", "10.1.32", "11.0.1"),
    why: { en: "names of locks are random", ko: "잠금 이름은 무작위입니다" },
  },
];

/**
 * Parameters of Tomcat's servlets in a web.xml that came to nothing. The default, JSP, CGI, SSI and WebDAV servlets of the
 * last tag of each line were compared: these two are all that went.
 */
export const initParams: ChangeFinder = function* ({ file, step }) {
  const { root, text } = file.document;
  if (file.kind !== "web" || !root || isShipped(file)) return;
  for (const servlet of root.elements) {
    if (servlet.name !== "servlet") continue;
    const className = childTextIn(servlet, "servlet-class", text);
    for (const param of servlet.elements) {
      if (param.name !== "init-param") continue;
      const name = childTextIn(param, "param-name", text);
      const gone = GONE.find((each) => each.servlet === className && each.name === name);
      if (!gone || gone.gone.isIn(step.from) === true || gone.gone.isIn(step.to) !== true) continue;
      const simple = className.slice(className.lastIndexOf(".") + 1);
      yield changed(
        param.nameSpan,
        "init-param",
        {
          text: {
            en: `Removed: ${simple} no longer reads ${name}, ${gone.why.en}.`,
            ko: `제거했습니다. ${josa(simple, "은")} ${josa(name, "을")} 더 이상 읽지 않습니다. ${gone.why.ko}.`,
          },
          source: `${simple}, its init parameters in each line`,
          since: gone.gone.firstIn(step.to.line)?.text ?? step.to.line,
        },
        [{ span: nodeRemoval(text, param), newText: "" }],
      );
    }
  }
};
