import type { Locale } from "../base/localized.ts";
import { escapeMarkdown } from "../base/markdown.ts";
import type { Cause } from "../prove/causes.ts";
import type { ProofFacts } from "../prove/facts.ts";
import { timesText } from "../prove/percentile.ts";
import { outcomeOf, type ProofVerdict } from "../prove/verdict.ts";
import { COLUMNS, OUTCOMES } from "../prove/words.ts";

const SIGNS: Readonly<Record<ProofVerdict["level"], string>> = {
  passed: "✓",
  partly: "!",
  failed: "✕",
  unknown: "?",
  note: "·",
};

/** A proof as a page of Markdown, without session ids. */
export function proofPage(
  facts: ProofFacts,
  verdicts: readonly ProofVerdict[],
  causes: readonly Cause[],
  locale: Locale,
): string {
  const tried = facts.links.filter((link) => link.tried > 0);
  const rows = tried.map(({ from, to, seen, tried: all, took }) => [
    ...[from.name, to.name, `${seen}/${all}`],
    ...timesText(took),
  ]);
  const table =
    rows.length === 0 ? [] : [row(COLUMNS[locale]), row(COLUMNS[locale].map(() => "---")), ...rows.map(row)];
  const title = { en: "What the files say", ko: "파일의 내용" }[locale];
  const parts = [
    [`# ${OUTCOMES[outcomeOf(verdicts)][locale]}`],
    verdicts.flatMap(({ id, level, text, next }) => [
      `- ${SIGNS[level]} ${escapeMarkdown(text[locale])} (\`${id}\`)`,
      ...next.map((step) => `  - ${escapeMarkdown(step[locale])}`),
    ]),
    table,
    causes.length === 0
      ? []
      : [
          `## ${title}`,
          "",
          ...causes.map(({ id, place, text }) => `- ${escapeMarkdown(`${place}: ${text[locale]}`)} (\`${id}\`)`),
        ],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

const row = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
