import { type AtLeastOne, groupBy } from "../../base/group-by.ts";
import type { Locale, Localized } from "../../base/localized.ts";
import { escapeMarkdown, markdownCode } from "../../base/markdown.ts";
import type { ClusterSite } from "../../config/site.ts";
import { diagnose } from "../../logs/findings/diagnose.ts";
import { type LogPlace, placesOf, sitesOfStories } from "../../logs/findings/places.ts";
import type { Happening } from "../../logs/story/happening.ts";
import { type LogReading, readText, unquoted } from "../../logs/story/read-text.ts";
import { happeningText, type NamePlace, numbered, placeText } from "./happening-text.ts";

const WORDS = {
  title: { en: "What these lines say", ko: "이 줄들의 뜻" },
  nothing: {
    en: "None of these lines is about a cluster. They are understood where they are whole and name a class or logger of Tomcat's.",
    ko: "클러스터에 관한 줄이 없습니다. 줄이 온전하고 Tomcat의 클래스나 로거 이름이 있어야 이해할 수 있습니다.",
  },
  wrong: { en: "What is wrong", ko: "문제" },
  fine: { en: "Nothing wrong is seen in these lines.", ko: "이 줄들에서 문제를 찾지 못했습니다." },
  events: { en: "One by one", ko: "하나씩 보기" },
} satisfies Readonly<Record<string, Localized>>;

/** So many different events are explained; the rest of a long text is named by its number. */
const MOST_EXPLAINED = 50;
const MOST_LINES_NAMED = 8;

/** What lines mean that were selected or pasted, as a page of Markdown: problems first, then each kind of event. */
export function logPage(text: string, file: string, sites: readonly ClusterSite[], locale: Locale): string {
  const read = readText(unquoted(text), file);
  const { story } = read;
  const byStory = sitesOfStories([story], sites);
  const named: NamePlace = (path, line) => markdownCode(`${path.split("/").slice(-3).join("/")}:${line}`);
  const placesFor = ({ kind, reason }: Happening): readonly LogPlace[] =>
    placesOf({ nodes: [story], subjects: reason?.subjects.length ? reason.subjects : kind.subjects }, byStory);
  const parts = [`# ${WORDS.title[locale]}`, countText(read, locale)];
  const groups = [...groupsOf(read).values()];
  if (groups.length === 0) return `${[...parts, WORDS.nothing[locale]].join("\n\n")}\n`;
  const { findings } = diagnose([story]);
  parts.push(`## ${WORDS.wrong[locale]}`);
  if (findings.length === 0) parts.push(WORDS.fine[locale]);
  for (const finding of findings) {
    const { id, text: says, causes, next, evidence } = finding;
    const places = placesOf(finding, byStory).map((place) => `- ${placeText(place, locale, named)}`);
    parts.push(
      `**${escapeMarkdown(says[locale])}** (\`${id}\`; ${linesText(
        evidence.map(({ happening }) => happening),
        locale,
      )})`,
      places.join("\n"),
      numbered("causes", causes, locale),
      numbered("next", next, locale),
    );
  }
  parts.push(`## ${WORDS.events[locale]}`);
  for (const group of groups.slice(0, MOST_EXPLAINED)) {
    const [first] = group;
    parts.push(`### ${linesText(group, locale)}`, happeningText(first, placesFor(first), locale, named));
  }
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** Events that are explained in the same words. */
function groupsOf({ story }: LogReading): ReadonlyMap<string, AtLeastOne<Happening>> {
  const details = story.repeated.flatMap(({ samples }) => samples);
  const all = [...new Map([...details, ...story.timeline].map((each) => [each.line, each])).values()];
  return groupBy(
    all.sort((one, other) => one.line - other.line),
    ({ kind, orElse, reason }) => [kind, ...orElse, reason].map((each) => each?.id).join(" "),
  );
}

function linesText(all: readonly Happening[], locale: Locale): string {
  const named = all.slice(0, MOST_LINES_NAMED).map(({ line }) => line);
  const more = all.length - named.length;
  if (locale === "ko") return `${named.join(", ")}행${more > 0 ? ` 외 ${more}개` : ""}`;
  return `${all.length === 1 ? "line" : "lines"} ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function countText({ story: { lines, unrecognised, unread } }: LogReading, locale: Locale): string {
  const other = unrecognised + unread;
  const texts: Localized = {
    en: `${lines} ${lines === 1 ? "line" : "lines"}, ${other} of them not recognised as a log's.`,
    ko: `${lines}줄 중 ${other}줄은 로그의 줄로 인식하지 못했습니다.`,
  };
  return texts[locale];
}
