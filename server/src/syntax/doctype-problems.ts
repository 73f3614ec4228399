import { span } from "../base/span.ts";
import { notClosed, type ReportProblem } from "./problem.ts";
import type { XmlDoctype, XmlDocument } from "./tree.ts";

/** What is wrong with a `<!DOCTYPE … >`; `isFirst` for the first of its file. */
export function doctypeProblems(
  { span: whole, closed }: XmlDoctype,
  isFirst: boolean,
  { root }: XmlDocument,
  report: ReportProblem,
): void {
  const where = span(whole.start, whole.start + 9);
  if (!closed) report(notClosed("doctype-not-closed", where, "<!DOCTYPE", ">"));
  if (root && whole.start > root.span.start) {
    report({
      code: "late-doctype",
      at: where,
      text: {
        en: "`<!DOCTYPE` must stand before the root element.",
        ko: "`<!DOCTYPE`은 루트 요소 앞에 있어야 합니다.",
      },
    });
  } else if (!isFirst) {
    report({
      code: "second-doctype",
      at: where,
      text: {
        en: "A file has one `<!DOCTYPE`; this is a second one, and Tomcat's parser stops here.",
        ko: "`<!DOCTYPE`은 파일에 하나만 쓸 수 있습니다. 두 번째 것에서 Tomcat의 파서가 멈춥니다.",
      },
    });
  }
}
