import type { Rule, Severity } from "../../rules/rule.ts";
import { ADVISORIES } from "../../schema/advisories.ts";
import type { ReportedFinding } from "../report.ts";
import type { ReportContext } from "./reporter.ts";

export const SARIF_LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF's description of a rule; `told` are its findings in this run. */
export function ruleDescriptor(
  code: string,
  told: readonly ReportedFinding[],
  { rules, locale, page, pageUri }: Pick<ReportContext, "rules" | "locale" | "page" | "pageUri">,
) {
  const rule = rules.find(({ id }) => id === code);
  const text = page(code);
  const explain = `tomcat-cluster explain ${code}`;
  const helpUri = pageUri?.(code);
  return {
    id: code,
    name: pascalCase(code),
    ...(helpUri === undefined ? {} : { helpUri }),
    ...(rule
      ? {
          shortDescription: { text: rule.summary[locale] },
          fullDescription: { text: firstParagraph(text) ?? rule.summary[locale] },
        }
      : {}),
    help: { text: explain, ...(text === undefined ? {} : { markdown: text }) },
    // Mistakes in the XML itself belong to no rule and are always errors.
    defaultConfiguration: { level: SARIF_LEVELS[rule?.severity ?? "error"] },
    properties: {
      tags: tags(rule, told),
      // A rule reports nothing where a value cannot be known.
      precision: "high",
      ...score(told),
    },
  };
}

/** `jvm-route-missing` → `JvmRouteMissing`. A word of one letter stays small, so that no two capitals are neighbours. */
function pascalCase(code: string): string {
  return code
    .split("-")
    .map((word) => (word.length > 1 ? word.slice(0, 1).toUpperCase() + word.slice(1) : word))
    .join("");
}

/** The numbers in MITRE's CWE of the weaknesses that rules about security find. */
const WEAKNESSES: Readonly<Record<string, number>> = {
  // Use of a broken or risky algorithm.
  "encrypt-algorithm": 327,
  "encrypt-mode": 327,
  // Inadequate encryption strength.
  "encrypt-key": 326,
  // Cleartext storage of sensitive information in a file.
  "encrypt-key-readable": 313,
  // Exposure of a resource to the wrong sphere.
  "receiver-public": 668,
  // Cleartext transmission of sensitive information.
  "secure-port-unused": 319,
  // Use of unmaintained, here known-vulnerable, third-party components.
  "security-advisory": 1395,
};

/** The rule's group, its weakness, and the advisories in its findings. */
function tags(rule: Rule | undefined, told: readonly ReportedFinding[]): readonly string[] {
  if (!rule) return ["xml"];
  const weakness = WEAKNESSES[rule.id];
  const advisories = [...new Set(told.flatMap(({ advisories = [] }) => advisories))].sort();
  return [
    rule.group,
    ...(weakness === undefined ? [] : [`external/cwe/cwe-${`${weakness}`.padStart(3, "0")}`]),
    ...advisories.map((id) => `external/cve/${id.toLowerCase()}`),
  ];
}

/** The highest CVSS score among the advisories in its findings, by which code scanning sorts alerts. */
function score(told: readonly ReportedFinding[]) {
  const ids = new Set(told.flatMap(({ advisories = [] }) => advisories));
  const scores = ADVISORIES.flatMap((each) => (each.score !== undefined && ids.has(each.id) ? [each.score] : []));
  return scores.length === 0 ? {} : { "security-severity": Math.max(...scores).toFixed(1) };
}

/** The first paragraph below a page's first heading of the second level, without Markdown's marks. */
function firstParagraph(page: string | undefined): string | undefined {
  const [, paragraph] = /^## .*\n+([^#\n].*)/m.exec(page ?? "") ?? [];
  return paragraph?.replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1").replaceAll("`", "");
}
