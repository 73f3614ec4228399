import type { Locale } from "../../base/localized.ts";
import { versionNamed } from "../../migrate/plan.ts";
import { migrationMarkdown } from "../../migrate/report.ts";
import { LINES } from "../../schema/lines.ts";
import { migrate } from "../migrate.ts";
import { LANGUAGE, PATHS, type ToolOf } from "./tool.ts";

interface Input {
  readonly paths: readonly string[];
  readonly to: string;
  readonly from?: string;
  readonly language?: Locale;
}

export const migrateTool: ToolOf<Input> = {
  name: "migrate",
  title: { en: "Report a move to another Tomcat", ko: "다른 Tomcat으로 옮기는 보고서" },
  description:
    "What a move of configuration to another Tomcat changes, as a report in Markdown: what can be rewritten, what behaves in another way, what is left to a person, and whether the nodes of a cluster can move one by one. Then a line for each file that cannot be moved. Nothing is changed.",
  properties: {
    paths: PATHS,
    to: { type: "string", description: `The Tomcat to move to: ${LINES.join(", ")}, or a release such as 10.1.40.` },
    from: { type: "string", description: "The Tomcat to move from, instead of what the files tell." },
    language: LANGUAGE,
  },
  required: ["paths", "to"],
  async run({ paths, to, from, language }, place) {
    const locale = language ?? place.locale;
    const target = version(to);
    if (from !== undefined) version(from);
    const targets = await place.within(paths);
    const { migration, problems } = await migrate(targets, place.host, {
      locale,
      from: from ?? (await place.chosenLine(targets)),
      to: target,
      keepDefaults: false,
      write: false,
    });
    return [migrationMarkdown(migration, locale), ...problems];
  },
};

function version(text: string) {
  const found = versionNamed(text);
  if (!found) throw new Error(`${text} is no Tomcat known here: ${LINES.join(", ")}, and their releases.`);
  return found;
}
