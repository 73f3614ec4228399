import type { Locale } from "../../base/localized.ts";
import { workspaceFor } from "../../cli/batch.ts";
import { effectiveXml } from "../../config/effective/document.ts";
import { STARS } from "../../config/effective/secrets.ts";
import { hostWithin, LANGUAGE, pathsWithin, TOMCAT_VERSION, type ToolOf } from "./tool.ts";

interface Input {
  readonly path: string;
  readonly tomcatVersion?: string;
  readonly language?: Locale;
}

export const effectiveTool: ToolOf<Input> = {
  name: "effective",
  title: "Show the effective configuration",
  description:
    "What Tomcat really runs with a server.xml, context.xml or Cluster fragment, as XML: defaults filled in, what it adds and what it drops. Passwords and keys are shown as ***.",
  properties: { path: { type: "string" }, tomcatVersion: TOMCAT_VERSION, language: LANGUAGE },
  required: ["path"],
  async run({ path, tomcatVersion, language: locale = "en" }, folders) {
    const [place = ""] = await pathsWithin(folders, [path]);
    const file = await workspaceFor(hostWithin(folders), tomcatVersion).fileAt(place);
    const text = file && effectiveXml(file, { locale, marks: true, secrets: STARS });
    if (text === undefined) throw new Error(`${path} is no server.xml, context.xml or Cluster of Tomcat's.`);
    return [text];
  },
};
