import { createColors } from "picocolors";
import { columnsOf } from "../base/columns.ts";
import { itemAt } from "../base/item-at.ts";
import type { Locale } from "../base/localized.ts";
import { printable } from "../base/printable.ts";
import type { Cause } from "../prove/causes.ts";
import type { Link, ProofFacts } from "../prove/facts.ts";
import { timesText } from "../prove/percentile.ts";
import { outcomeOf, type ProofOutcome, type ProofVerdict } from "../prove/verdict.ts";
import { COLUMNS, OUTCOMES } from "../prove/words.ts";

/** A proof with its verdicts and their possible causes. */
export interface ProofReport {
  readonly facts: ProofFacts;
  readonly verdicts: readonly ProofVerdict[];
  readonly causes: readonly Cause[];
}

export const EXIT_CODES: Readonly<Record<ProofOutcome, 0 | 1 | 2>> = { passed: 0, partly: 1, failed: 1, unknown: 2 };

/** The proof as text: the nodes, how long each took to show what was written on another, and the verdicts. */
export function proofText(
  { facts, verdicts, causes }: ProofReport,
  { locale, colour }: { readonly locale: Locale; readonly colour: boolean },
): string {
  const { bold, dim, green, red, yellow } = createColors(colour);
  const outcome = outcomeOf(verdicts);
  const paint = { passed: green, partly: yellow, failed: red, unknown: yellow, note: dim };
  const signs = { passed: "✓", partly: "!", failed: "✕", unknown: "?", note: "·" };
  const line = (text: string) => `${printable(text)}\n`;
  const lines = verdicts.map(({ id, level, text, next }) => {
    const steps = next.map((step) => `    ${line(step[locale])}`).join("");
    return `${paint[level](signs[level])} ${printable(text[locale])}  ${dim(`(${id})`)}\n${steps}`;
  });
  const joined = causes.map(
    ({ id, place, text }) => `  ${printable(`${place}: ${text[locale]}`)}  ${dim(`(${id})`)}\n`,
  );
  const title = { en: "What the files and logs say:", ko: "파일과 로그의 내용:" }[locale];
  return [
    facts.nodes.map((node) => line(nodeText(node, locale))).join(""),
    table(facts.links, locale),
    balancerText(facts, locale),
    lines.join(""),
    joined.length > 0 ? `${title}\n${joined.join("")}` : "",
    `${bold(paint[outcome](OUTCOMES[outcome][locale]))}\n`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function nodeText({ target, served, route }: ProofFacts["nodes"][number], locale: Locale): string {
  const words = { en: "served by", ko: "응답한 주소" }[locale];
  return `${target.name}  ${route === undefined ? { en: "no jvmRoute", ko: "jvmRoute 없음" }[locale] : `jvmRoute ${route}`}  ${words} ${served}`;
}

function table(links: readonly Link[], locale: Locale): string {
  const tried = links.filter((link) => link.tried > 0);
  if (tried.length === 0) return "";
  const rows = tried.map(({ from, to, seen, tried: all, took }) => [
    ...[from.name, to.name, `${seen}/${all}`],
    ...timesText(took),
  ]);
  const cells = [COLUMNS[locale], ...rows].map((row) => row.map(printable));
  const widthOf = (column: number) => Math.max(...cells.map((row) => columnsOf(itemAt(row, column))));
  const widths = COLUMNS[locale].map((_, column) => widthOf(column));
  return cells
    .map((row) => row.map((cell, column) => cell + " ".repeat(itemAt(widths, column) - columnsOf(cell))).join("  "))
    .map((row) => `  ${row.trimEnd()}\n`)
    .join("");
}

function balancerText({ balancer, nodes }: ProofFacts, locale: Locale): string {
  if (!balancer || balancer.visits === 0) return "";
  const shares = [...balancer.answered].map(([run, count]) => {
    const node = nodes.find((each) => each.run === run)?.target.name;
    return `${node ?? { en: "another node", ko: "다른 노드" }[locale]} ${count}`;
  });
  return `${printable(`${balancer.target.name}: ${shares.join(", ")}`)}\n`;
}
