import type { FileRule } from "../rule.ts";

/**
 * Tomcat reads only a folder `WEB-INF`. It serves the files of a folder `WEB_INF` to every client; a folder that differs
 * in letter case is protected, but not read either.
 *
 * Source: Constants.WEB_INF and StandardContextValve, 7.0 to 11.0.
 */
export const rule: FileRule = {
  id: "web-inf-misspelt",
  group: "sessions",
  severity: "error",
  summary: {
    en: "The folder must be called WEB-INF.",
    ko: "폴더 이름은 WEB-INF여야 합니다.",
  },
  files: ["web"],

  check({ path, document }, report) {
    const folder = path.split("/").at(-2) ?? "";
    if (!document.root || folder === "WEB-INF" || !/^web[-_ ]?inf$/i.test(folder)) return;
    report({
      at: document.root.nameSpan,
      text:
        folder.toUpperCase() === "WEB-INF"
          ? {
              en: `Tomcat does not read ${folder}/web.xml: the letter case counts. Rename the folder to WEB-INF.`,
              ko: `Tomcat은 대소문자를 구분하여 ${folder}/web.xml을 읽지 않습니다. 폴더 이름을 WEB-INF로 바꾸십시오.`,
            }
          : {
              en: `Tomcat does not read ${folder}/web.xml and serves it to everybody. Rename the folder to WEB-INF.`,
              ko: `Tomcat은 ${folder}/web.xml을 읽지 않으며 누구나 내려받을 수 있습니다. 폴더 이름을 WEB-INF로 바꾸십시오.`,
            },
    });
  },
};
