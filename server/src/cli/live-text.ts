import { createColors } from "picocolors";
import type { Locale } from "../base/localized.ts";
import { printable } from "../base/printable.ts";
import type { LiveReport } from "../live/look.ts";
import { paragraphsOf } from "../live/report.ts";

/** For people: who is reached, who sees whom, what runs and is not in the file. */
export function liveText(
  report: LiveReport,
  { locale, colour }: { readonly locale: Locale; readonly colour: boolean },
): string {
  const { bold, red } = createColors(colour);
  const paragraphs = paragraphsOf(report, locale);
  if (paragraphs.length === 0) {
    const nothing = {
      en: "Nothing was looked at: name manager applications, or the nodes' configuration with --conf.",
      ko: "확인한 것이 없습니다. manager 애플리케이션의 주소나 --conf로 노드의 설정을 지정하십시오.",
    };
    return `${nothing[locale]}\n`;
  }
  return paragraphs
    .map(({ title, lines }) => {
      const rows = lines.map(({ wrong, text }) => `${wrong ? red("✕") : " "} ${printable(text)}\n`);
      return `${bold(printable(title))}\n${rows.map((row) => `  ${row}`).join("")}`;
    })
    .join("\n");
}
