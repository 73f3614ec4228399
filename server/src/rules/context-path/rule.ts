import { josa } from "../../base/josa.ts";
import { contextPath } from "../../config/values.ts";
import { Change } from "../../schema/change.ts";
import { setTo } from "../fixes.ts";
import type { ElementRule } from "../rule.ts";

/** From here on the last slash is taken away; before, `/` and `/shop/` stay as they are. */
const STRIPS = new Change("7.0.58");

/**
 * Tomcat puts a slash before a context path that has none, takes the last one away, and warns of it. Blanks become a
 * part of the address.
 *
 * Source: StandardContext.setPath, 7.0.58 to 11.0; before, it only puts the slash.
 */
export const rule: ElementRule = {
  id: "context-path",
  group: "tomcat",
  severity: "information",
  summary: {
    en: "A Context's path is empty, or begins with a slash and ends without one.",
    ko: "Context의 path는 비어 있거나, 슬래시로 시작하고 슬래시로 끝나지 않아야 합니다.",
  },
  automatic: "Tomcat makes the same path of what stands there; only its warning goes.",
  elements: ["Context"],

  check(context, report, { version }) {
    // A Context in a file of its own is named by the file, whatever its path is.
    if (context.parent?.name !== "Host") return;
    const path = context.text("path");
    if (path === undefined) return;
    const strips = STRIPS.isIn(version);
    const meant = strips === false ? withSlash(path.trim()) : contextPath(path.trim());
    if (path.trim() !== path) {
      report({
        at: context.spanOf("path"),
        severity: "warning",
        text: {
          en: `The blanks of "${path}" become a part of the address: the application is not at "${meant}". Remove them.`,
          ko: `"${path}" 값의 공백이 주소의 일부가 되어 애플리케이션이 "${meant}" 경로에 있지 않습니다. 공백을 제거하십시오.`,
        },
        fix: { ...setTo(context, "path", meant), asked: true },
      });
    } else if (path !== meant) {
      const asked = strips === undefined && path.endsWith("/") ? { asked: true } : {};
      report({
        at: context.spanOf("path"),
        text: {
          en: `Tomcat reads "${path}" as "${meant}" and warns of it: a path is empty, or begins with a slash and ends without one.`,
          ko: `Tomcat은 "${path}" 값을 ${josa(`"${meant}"`, "으로")} 읽고 경고합니다. path는 비어 있거나, 슬래시로 시작하고 슬래시로 끝나지 않아야 합니다.`,
        },
        ...(strips === false || contextPath(meant) === meant
          ? { fix: { ...setTo(context, "path", meant), ...asked } }
          : {}),
      });
    }
  },
};

function withSlash(path: string): string {
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}
