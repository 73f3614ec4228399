import { Lines } from "../base/lines.ts";
import type { Locale } from "../base/localized.ts";
import { printable } from "../base/printable.ts";
import {
  BUCKETS,
  type Bucket,
  type Entry,
  type MigratedFile,
  type Migration,
  nameOfVersion,
  type Rolling,
} from "./model.ts";

/** The sections shown for each file; unchanged elements are only counted. */
const SHOWN = (Object.keys(BUCKETS) as Bucket[]).filter((bucket) => bucket !== "unchanged");

const HOW: Readonly<Record<Rolling["how"], Readonly<Record<Locale, string>>>> = {
  "one-by-one": {
    en: "move the nodes one by one: sessions are kept",
    ko: "노드를 하나씩 옮기십시오. 세션이 유지됩니다",
  },
  together: {
    en: "stop all nodes before the first starts anew: sessions are lost",
    ko: "모든 노드를 멈춘 뒤 다시 시작하십시오. 세션은 없어집니다",
  },
  unknown: {
    en: "whether one by one is not known: stop all nodes, or try it",
    ko: "하나씩 옮길 수 있는지 알 수 없습니다. 모두 멈추거나 테스트해 보십시오",
  },
};

/** True where something has to be decided before the new Tomcat runs with these files. */
export function hasUnresolved({ files }: Migration): boolean {
  return files.some(({ entries }) => entries.some(({ bucket }) => bucket === "by-hand" || bucket === "unknown"));
}

/** True where the text of any file changes. */
export function hasChanges({ files }: Migration): boolean {
  return files.some(({ before, after }) => before !== after);
}

/** The report as Markdown: for a file beside the change, a ticket, or a preview. */
export function migrationMarkdown(
  migration: Migration,
  locale: Locale,
  nameOf: (path: string) => string = (path) => path,
): string {
  const { to, files, problems, reasons, needs, rolling } = migration;
  const ko = locale === "ko";
  const froms = [...new Set(files.map(({ from }) => nameOfVersion(from)))].join(", ") || "?";
  const lines = [`# Tomcat ${froms} → ${nameOfVersion(to)}`, ""];
  const section = (title: string, items: readonly string[]) => {
    if (items.length > 0) lines.push(`## ${title}`, "", ...items, "");
  };
  const link = (source: string) => (source.startsWith("https://") ? ` (<${source}>)` : "");
  section(
    ko ? "옮기는 이유" : "Why to move",
    reasons.map(({ text, source }) => `- ${quoted(text[locale])}${link(source)}`),
  );
  section(
    ko ? "필요한 것" : "What it needs",
    needs.map((text) => `- ${quoted(text[locale])}`),
  );
  section(
    ko ? "클러스터" : "Clusters",
    rolling.flatMap(({ cluster, nodes, how, reasons: why }) => [
      `- ${quoted(cluster)} (${nodes.map(quoted).join(", ")}): **${HOW[how][locale]}**`,
      ...why.map((text) => `  - ${quoted(text[locale])}`),
    ]),
  );
  section(
    ko ? "다루지 않은 파일" : "Files left out",
    problems.map(({ path, text }) => `- ${quoted(nameOf(path))}: ${quoted(text[locale])}`),
  );
  for (const file of files) {
    lines.push(`## ${quoted(nameOf(file.path))}`, "", `${quoted(countsOf(file, locale))}`, "");
    const at = new Lines(file.before);
    for (const bucket of SHOWN) {
      const entries = file.entries.filter((each) => each.bucket === bucket);
      if (entries.length === 0) continue;
      lines.push(`### ${BUCKETS[bucket][locale]}`, "");
      for (const entry of entries) {
        const since = entry.since === undefined ? "" : ` (${quoted(entry.since)})`;
        const source = entry.source === "" ? "" : ` — ${quoted(entry.source)}`;
        const line = at.positionAt(entry.at.start).line + 1;
        lines.push(
          `- ${line}: \`${entry.element.replaceAll("`", "")}\` ${quoted(entry.text[locale])}${since}${source}`,
        );
      }
      if (bucket === "default-changed" && file.keepable > 0) lines.push("", quoted(offer(file.keepable, locale)));
      lines.push("");
    }
  }
  return `${lines.map(printable).join("\n").trimEnd()}\n`;
}

/** Escapes Markdown in a text from a file. */
function quoted(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, String.raw`\$&`);
}

/** The report as text for a terminal. */
export function migrationText(migration: Migration, locale: Locale): string {
  const { to, files, problems, reasons, needs, rolling } = migration;
  const lines: string[] = [];
  for (const { text, source } of reasons) lines.push(`+ ${text[locale]} ${source}`);
  for (const text of needs) lines.push(`! ${text[locale]}`);
  for (const { cluster, nodes, how, reasons: why } of rolling) {
    lines.push(`${cluster} (${nodes.join(", ")}): ${HOW[how][locale]}`, ...why.map((text) => `  ${text[locale]}`));
  }
  for (const { path, text } of problems) lines.push(`${path}: ${text[locale]}`);
  for (const file of files) {
    lines.push("", `${file.path}  ${nameOfVersion(file.from)} → ${nameOfVersion(to)}  ${countsOf(file, locale)}`);
    const at = new Lines(file.before);
    for (const bucket of SHOWN) {
      const entries = file.entries.filter((each) => each.bucket === bucket);
      if (entries.length > 0) lines.push(`  ${BUCKETS[bucket][locale]}`);
      for (const entry of entries) lines.push(`    ${lineOf(entry, at, locale)}`);
      if (bucket === "default-changed" && file.keepable > 0) lines.push(`    ${offer(file.keepable, locale)}`);
    }
  }
  return `${lines.map(printable).join("\n")}\n`;
}

/** That old defaults can be written down. */
function offer(count: number, locale: Locale): string {
  return locale === "ko"
    ? `이전 기본값 ${count}개를 파일에 적어 유지할 수 있습니다: --keep-defaults`
    : `${count} old ${count === 1 ? "default" : "defaults"} can be written down, to stay as they are: --keep-defaults`;
}

function lineOf({ at, element, text, since }: Entry, lines: Lines, locale: Locale): string {
  const place = `${lines.positionAt(at.start).line + 1}`.padStart(4);
  return `${place}  ${element}  ${text[locale]}${since === undefined ? "" : ` (${since})`}`;
}

/** `3 changed, 1 by hand, 40 of 52 elements as they are`. */
function countsOf({ entries, elements, before, after }: MigratedFile, locale: Locale): string {
  const count = (bucket: Bucket) => entries.filter((each) => each.bucket === bucket).length;
  const [changed, hand, unknown, same] = [count("changed"), count("by-hand"), count("unknown"), count("unchanged")];
  const touched = before === after ? 0 : changed;
  return locale === "ko"
    ? `변경 ${touched}, 직접 처리 ${hand}, 모르는 것 ${unknown}, 요소 ${elements}개 중 ${same}개 그대로`
    : `${touched} changed, ${hand} by hand, ${unknown} unknown, ${same} of ${elements} elements as they are`;
}

/** The report as plain data for programs, with texts in one language. */
export function migrationData(migration: Migration, locale: Locale): unknown {
  const { to, files, problems, reasons, needs, rolling } = migration;
  return {
    version: 1,
    to: { line: to.line, release: to.release?.text ?? null },
    reasons: reasons.map(({ text, source }) => ({ text: text[locale], source })),
    needs: needs.map((text) => text[locale]),
    clusters: rolling.map(({ reasons: why, ...each }) => ({ ...each, reasons: why.map((text) => text[locale]) })),
    problems: problems.map(({ path, text }) => ({ path, text: text[locale] })),
    files: files.map(({ path, from, before, after, entries, elements, keepable }) => {
      const lines = new Lines(before);
      return {
        path,
        from: { line: from.line, release: from.release?.text ?? null },
        changed: before !== after,
        elements,
        keepable,
        entries: entries.map(({ at, bucket, element, text, since, source, names = [] }) => {
          const { line, character } = lines.positionAt(at.start);
          return {
            bucket,
            line: line + 1,
            column: character + 1,
            element,
            text: text[locale],
            since: since ?? null,
            source,
            settings: names,
          };
        }),
      };
    }),
  };
}
