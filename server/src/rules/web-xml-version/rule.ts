import { josa } from "../../base/josa.ts";
import { lineFacts, SERVLET_VERSIONS } from "../../schema/lines.ts";
import type { FileRule } from "../rule.ts";

/**
 * Tomcat logs a warning about a version it does not know and reads the file as the newest version it knows.
 *
 * Source: WebXml.setVersion, 7.0 to 11.0.
 */
export const rule: FileRule = {
  id: "web-xml-version",
  group: "tomcat",
  severity: "information",
  summary: {
    en: "A web.xml of a version this Tomcat does not know is read as its own newest.",
    ko: "이 Tomcat이 모르는 버전의 web.xml은 지원하는 최신 버전으로 읽힙니다.",
  },
  files: ["web"],

  check({ document: { root }, version: { line, assumed } }, report) {
    const value = root?.name === "web-app" ? root.attributes.find(({ name }) => name === "version")?.value : undefined;
    if (!value || !/^\d+\.\d+$/.test(value.raw)) return;
    const { servlet: newest } = lineFacts(line);
    const known = SERVLET_VERSIONS.slice(0, SERVLET_VERSIONS.indexOf(newest) + 1);
    // With a guessed line, a version that a later line knows may only mean that the guess is wrong.
    if (known.includes(value.raw) || (assumed && SERVLET_VERSIONS.includes(value.raw))) return;
    report({
      at: value.inner,
      text: {
        en: `Tomcat ${line} knows no web.xml ${value.raw}: it logs a warning and reads it as ${newest}. Write ${newest} or less.`,
        ko: `Tomcat ${josa(line, "은")} web.xml ${josa(value.raw, "을")} 몰라 경고를 남기고 ${josa(newest, "으로")} 읽습니다. ${newest} 이하로 쓰십시오.`,
      },
    });
  },
};
