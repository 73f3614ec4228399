import type { Locale, Localized } from "../../base/localized.ts";
import { sites } from "../recognition/sites.ts";
import { KINDS, kindNamed } from "./index.ts";
import type { Kind, Weight } from "./kind.ts";

const WEIGHTS: Readonly<Record<Weight, Localized>> = {
  normal: { en: "Part of a healthy life.", ko: "정상적인 동작입니다." },
  notice: {
    en: "Harmless by itself; it matters beside others.",
    ko: "혼자서는 해가 없지만 다른 것과 함께 보면 중요합니다.",
  },
  fault: { en: "Something was lost or does not work.", ko: "무언가를 잃었거나 동작하지 않습니다." },
};
const CAUSES: Localized = { en: "Likely causes", ko: "가능한 원인" };
const NEXT: Localized = { en: "What to do", ko: "조치" };
const SOURCE: Localized = { en: "In Tomcat's source", ko: "Tomcat 소스" };

/** The page about what a log says, as Markdown; undefined where nothing has this name. */
export function kindPage(id: string, locale: Locale): string | undefined {
  const kind = kindNamed(id);
  return kind && page(kind, locale);
}

export const kindIds: readonly string[] = KINDS.map(({ id }) => id);

function page({ id, title, weight, means, causes, next, keys }: Kind, locale: Locale): string {
  const list = (head: Localized, lines: readonly Localized[]) =>
    lines.length === 0
      ? ""
      : `\n## ${head[locale]}\n\n${lines.map((line, at) => `${at + 1}. ${line[locale]}\n`).join("")}`;
  const rows = sites()
    .filter(({ key }) => keys.includes(key))
    .map(
      ({ class: name, method, level, thrown, key, lines }) =>
        `- \`${key}\`: \`${name}.${method}\`, ${level}${thrown ? " +" : ""}, ${lines.join(", ")}\n`,
    );
  return [
    `# ${id}\n\n**${title[locale]}** ${WEIGHTS[weight][locale]}\n\n${means[locale]}\n`,
    list(CAUSES, causes),
    list(NEXT, next),
    rows.length === 0 ? "" : `\n## ${SOURCE[locale]}\n\n${rows.join("")}`,
  ].join("");
}
