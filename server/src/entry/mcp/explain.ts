import { rules } from "../../rules/index.ts";
import { ruleNames } from "../../rules/names.ts";
import { pageOf } from "../cli/common.ts";
import type { ToolOf } from "./tool.ts";

interface Input {
  readonly rule: string;
}

export const explainTool: ToolOf<Input> = {
  name: "explain",
  title: "Explain a rule",
  description:
    "The page of a rule as Markdown: what it finds, why Tomcat minds with the evidence for it, what to do, and when it stays silent.",
  properties: { rule: { type: "string", description: "The id of a rule, as a finding of `check` names it." } },
  required: ["rule"],
  async run({ rule }) {
    const id = ruleNames(rules).get(rule)?.id;
    const page = id === undefined ? undefined : pageOf(id);
    if (page === undefined) {
      throw new Error(`There is no rule ${rule}. There are: ${rules.map(({ id }) => id).join(", ")}.`);
    }
    return [page];
  },
};
