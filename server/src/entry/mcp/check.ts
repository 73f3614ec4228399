import type { Locale } from "../../base/localized.ts";
import { check } from "../../cli/check.ts";
import { json } from "../../cli/reporters/json.ts";
import { rules } from "../../rules/index.ts";
import { version } from "../cli/common.ts";
import { pageAbout } from "../pages.ts";
import { hostWithin, LANGUAGE, PATHS, pathsWithin, TOMCAT_VERSION, type ToolOf } from "./tool.ts";

interface Input {
  readonly paths: readonly string[];
  readonly tomcatVersion?: string;
  readonly language?: Locale;
}

export const checkTool: ToolOf<Input> = {
  name: "check",
  title: "Check Tomcat configuration",
  description:
    "What real Tomcat would reject, ignore or run badly in server.xml, context.xml and web.xml, also between the nodes of one cluster. Answers with findings as JSON: place, severity, text, rule and fixes; then a line for each file that could not be checked. Nothing is changed.",
  properties: { paths: PATHS, tomcatVersion: TOMCAT_VERSION, language: LANGUAGE },
  required: ["paths"],
  async run({ paths, tomcatVersion, language: locale = "en" }, folders) {
    const { report, problems } = await check(await pathsWithin(folders, paths), hostWithin(folders), {
      locale,
      line: tomcatVersion,
      fix: "leave",
      baseline: undefined,
      updateBaseline: false,
      failOn: "error",
      allowEmpty: false,
    });
    const page = (code: string) => pageAbout(code, locale);
    const context = { locale, colour: false, version: version(), rules, page, problems };
    return [json(report, context), ...problems];
  },
};
