import type { Locale } from "../../base/localized.ts";
import { check } from "../check.ts";
import { json } from "../reporters/json.ts";
import { LANGUAGE, PATHS, TOMCAT_VERSION, type ToolOf } from "./tool.ts";

interface Input {
  readonly paths: readonly string[];
  readonly tomcatVersion?: string;
  readonly language?: Locale;
}

export const checkTool: ToolOf<Input> = {
  name: "check",
  title: { en: "Check Tomcat configuration", ko: "Tomcat 설정 검사" },
  description:
    "What real Tomcat would reject, ignore or run badly in server.xml, context.xml and web.xml, also between the nodes of one cluster. Answers with findings as JSON: place, severity, text, rule and fixes; then a line for each file that could not be checked. Nothing is changed.",
  properties: { paths: PATHS, tomcatVersion: TOMCAT_VERSION, language: LANGUAGE },
  required: ["paths"],
  async run({ paths, tomcatVersion, language }, place) {
    const locale = language ?? place.locale;
    const targets = await place.within(paths);
    const { report, problems } = await check(targets, place.host, {
      locale,
      line: tomcatVersion ?? (await place.chosenLine(targets)),
      fix: "leave",
      baseline: undefined,
      updateBaseline: false,
      failOn: "error",
      allowEmpty: false,
    });
    return [json(report, { locale }), ...problems];
  },
};
