import type { Locale } from "../../base/localized.ts";
import { rules } from "../../rules/index.ts";
import { unknown } from "../cli/explain.ts";
import { pageAbout } from "../pages.ts";
import { LANGUAGE, type ToolOf } from "./tool.ts";

interface Input {
  readonly rule: string;
  readonly language?: Locale;
}

export const explainTool: ToolOf<Input> = {
  name: "explain",
  title: "Explain a rule",
  description:
    "The page of a rule as Markdown: what it finds, why Tomcat minds with the evidence for it, what to do with a wrong and a right configuration, and when it stays silent.",
  properties: {
    rule: { type: "string", description: "The id of a rule, as a finding of `check` names it." },
    language: LANGUAGE,
  },
  required: ["rule"],
  async run({ rule, language = "en" }) {
    const page = pageAbout(rule, language);
    if (page === undefined) throw new Error(`${unknown(rule)[language]} ${rules.map(({ id }) => id).join(", ")}`);
    return [page];
  },
};
