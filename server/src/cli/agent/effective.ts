import type { Locale } from "../../base/localized.ts";
import { effectiveXml } from "../../config/effective/document.ts";
import { STARS } from "../../config/effective/secrets.ts";
import { workspaceFor } from "../batch.ts";
import { LANGUAGE, TOMCAT_VERSION, type ToolOf } from "./tool.ts";

interface Input {
  readonly path: string;
  readonly tomcatVersion?: string;
  readonly language?: Locale;
}

export const effectiveTool: ToolOf<Input> = {
  name: "effective",
  title: { en: "Show what Tomcat really runs", ko: "Tomcat의 실제 설정 보기" },
  description:
    "What Tomcat really runs with a server.xml, context.xml or Cluster fragment, as XML: defaults filled in, what it adds and what it drops. Passwords and keys are shown as ***.",
  properties: {
    path: { type: "string", description: "The file." },
    tomcatVersion: TOMCAT_VERSION,
    language: LANGUAGE,
  },
  required: ["path"],
  async run({ path, tomcatVersion, language }, place) {
    const [target = ""] = await place.within([path]);
    const line = tomcatVersion ?? (await place.chosenLine([target]));
    const file = await workspaceFor(place.host, line).fileAt(target);
    const text = file && effectiveXml(file, { locale: language ?? place.locale, marks: true, secrets: STARS });
    if (text === undefined) throw new Error(`${path} is no server.xml, context.xml or Cluster of Tomcat's.`);
    return [text];
  },
};
