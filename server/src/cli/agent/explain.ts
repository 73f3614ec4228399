import type { Locale } from "../../base/localized.ts";
import { rules } from "../../rules/index.ts";
import { LANGUAGE, type ToolOf } from "./tool.ts";

interface Input {
  readonly rule: string;
  readonly language?: Locale;
}

export const explainTool: ToolOf<Input> = {
  name: "explain",
  title: { en: "Explain a rule", ko: "규칙 설명" },
  description:
    "The page of a rule as Markdown: what it finds, why Tomcat minds with the evidence for it, what to do with a wrong and a right configuration, and when it stays silent.",
  properties: {
    rule: { type: "string", description: "The id of a rule, as a finding of `check` names it." },
    language: LANGUAGE,
  },
  required: ["rule"],
  async run({ rule, language }, place) {
    const page = await place.page(rule, language ?? place.locale);
    if (page === undefined) {
      throw new Error(`There is no rule ${rule}. There are ${rules.map(({ id }) => id).join(", ")}.`);
    }
    return [page];
  },
};
