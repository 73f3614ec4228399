import type { Locale, Localized } from "../base/localized.ts";
import { GROUPS, type Rule, type Severity } from "./rule.ts";

/** The headings of a rule's page, in order; the last one only where a rule has related ones. */
export const HEADINGS = {
  what: { en: "What", ko: "문제" },
  why: { en: "Why", ko: "이유" },
  remedy: { en: "What to do", ko: "해결 방법" },
  example: { en: "Example", ko: "예" },
  silent: { en: "When it stays silent", ko: "보고하지 않는 경우" },
  related: { en: "Related", ko: "관련 규칙" },
} as const satisfies Readonly<Record<string, Localized>>;

/** The name of a page's file, in the folder of its rule. */
export const PAGE_NAMES: Localized = { en: "README.md", ko: "README.ko.md" };

/** The captions above the examples, in both languages. */
export const CAPTIONS: readonly Localized[] = [
  { en: "**Incorrect**", ko: "**잘못된 설정**" },
  { en: "**Correct**", ko: "**올바른 설정**" },
  { en: "(Tomcat version not known)", ko: "(Tomcat 버전을 모를 때)" },
];

/** The severities in words. */
export const SEVERITY_WORDS: Readonly<Record<Severity, Localized>> = {
  error: { en: "error", ko: "오류" },
  warning: { en: "warning", ko: "경고" },
  information: { en: "information", ko: "정보" },
  hint: { en: "hint", ko: "힌트" },
};

/** The release of this program that introduced the rules without `since`. */
const FIRST_RELEASE = "0.1.0";

/** The begin of a section of a page, and that of the next one. */
interface Section {
  readonly start: number;
  readonly end: number;
}

/** The lines between a heading of the second level and the next one; undefined where a page has no such heading. */
export function sectionOf(page: string, heading: string): string | undefined {
  const found = findSection(page, heading);
  return found && page.slice(found.start, found.end).trim();
}

function findSection(page: string, heading: string): Section | undefined {
  const mark = `\n## ${heading}\n`;
  const at = page.indexOf(mark);
  if (at === -1) return undefined;
  const next = page.indexOf("\n## ", at + 1);
  return { start: at + mark.length, end: next === -1 ? page.length : next };
}

/**
 * The whole page about a rule, as Markdown: below the title what the rule's record says, then the page. Examples stand
 * in the English page only; the Korean one, which links to them, gets them from there. Links lead to the files of other
 * pages.
 */
export function rulePage(rule: Rule, pages: Localized, locale: Locale): string {
  const [title = "", ...rest] = pages[locale].split("\n");
  const body = locale === "en" ? rest.join("\n") : withExamples(rest.join("\n"), pages.en, locale);
  return `${title}\n\n${rule.summary[locale]}\n\n${recordOf(rule)[locale]}\n${body}`;
}

/**
 * The page about one mistake of the XML, made of the page about all of them: what stands below its heading, and what
 * holds for all. Undefined for a code that has no heading there.
 */
export function mistakePage(code: string, page: string): string | undefined {
  const [, about] = new RegExp(`^#{2,3} ${code}\\n([\\s\\S]*?)(?=^#|$(?![\\s\\S]))`, "m").exec(page) ?? [];
  if (about === undefined) return undefined;
  const general = page.slice(page.indexOf("\n"), page.indexOf("\n## "));
  return `# ${code}\n\n${about.trim()}\n\n---\n\n${general.trim()}\n`;
}

function withExamples(body: string, english: string, locale: Locale): string {
  const examples = sectionOf(english, HEADINGS.example.en);
  const place = findSection(body, HEADINGS.example[locale]);
  if (examples === undefined || !place) return body;
  const told = CAPTIONS.reduce((text, caption) => text.replaceAll(caption.en, caption[locale]), examples);
  return `${body.slice(0, place.start)}\n${told}\n${body.slice(place.end)}`;
}

/** `warning · Valves · since 0.1.0 · formerly …`, in one line. */
function recordOf({ severity, group, since = FIRST_RELEASE, aliases = [], automatic }: Rule): Localized {
  const names = aliases.map((name) => `\`${name}\``).join(", ");
  const en = [SEVERITY_WORDS[severity].en, GROUPS[group].en, `since ${since}`];
  const ko = [SEVERITY_WORDS[severity].ko, GROUPS[group].ko, `${since}부터`];
  if (automatic !== undefined) {
    en.push("fix-all applies its fixes");
    ko.push("모두 수정에 포함");
  }
  if (names !== "") {
    en.push(`formerly ${names}`);
    ko.push(`이전 이름 ${names}`);
  }
  return { en: `*${en.join(" · ")}*`, ko: `*${ko.join(" · ")}*` };
}
