import type { Locale } from "../base/localized.ts";
import { escapeMarkdown } from "../base/markdown.ts";
import type { LiveReport } from "../live/look.ts";
import { paragraphsOf } from "../live/report.ts";

export { look, managerOf } from "../live/look.ts";
export { wrongLines } from "../live/report.ts";

/** Running nodes as they were at a time, as a page of Markdown. */
export function livePage(report: LiveReport, time: Date, locale: Locale): string {
  const title = { en: "Running nodes", ko: "실행 중인 노드" }[locale];
  const nothing = {
    en: "No manager was named, and no cluster is in this workspace.",
    ko: "지정한 manager도, 작업 영역의 클러스터도 없습니다.",
  }[locale];
  const paragraphs = paragraphsOf(report, locale).map(({ title: name, lines }) => {
    const rows = lines.map(({ wrong, text }) => `- ${wrong ? "✕ " : ""}${escapeMarkdown(text)}`);
    return `## ${escapeMarkdown(name)}\n\n${rows.join("\n")}`;
  });
  const parts = [`# ${title}`, time.toLocaleString(locale), ...(paragraphs.length > 0 ? paragraphs : [nothing])];
  return `${parts.join("\n\n")}\n`;
}
