import { duration } from "../../base/duration.ts";
import type { Locale, Localized } from "../../base/localized.ts";
import { escapeMarkdown, markdownCode, markdownWithCode } from "../../base/markdown.ts";
import type { PrintedMember } from "../../config/member-text.ts";
import { type LogPlace, placeLabel } from "../../logs/findings/places.ts";
import { type Happening, memberName } from "../../logs/story/happening.ts";

/** How a place of the configuration is named: with a link where the reader can follow one. */
export type NamePlace = (path: string, line: number) => string;

const WORDS = {
  or: { en: "or", ko: "또는" },
  members: { en: "Members", ko: "멤버" },
  up: { en: "up", ko: "실행 시간" },
  leaves: { en: "leaves", ko: "떠남" },
  why: { en: "Why", ko: "이유" },
  causes: { en: "Likely causes", ko: "가능한 원인" },
  next: { en: "What to do", ko: "조치" },
  configuration: { en: "In the configuration", ko: "설정" },
  source: { en: "In Tomcat's source", ko: "Tomcat 소스" },
} satisfies Readonly<Record<string, Localized>>;

/** What an event of the cluster means, as Markdown. */
export function happeningText(
  happening: Happening,
  places: readonly LogPlace[],
  locale: Locale,
  namePlace: NamePlace,
): string {
  const { kind, orElse, members, reason, source, keys } = happening;
  const meanings = [kind, ...orElse].map(
    ({ title, means }) => `**${title[locale]}**\n\n${markdownWithCode(means[locale])}`,
  );
  const facts = [
    ...(members.length > 0
      ? [fact("members", members.map((each) => memberText(each, locale)).join(", "), locale)]
      : []),
    ...(reason ? [fact("why", markdownWithCode(reason.text[locale]), locale)] : []),
    ...places.map((place) => fact("configuration", placeText(place, locale, namePlace), locale)),
    fact("source", [source, ...keys].map(markdownCode).join(", "), locale),
  ];
  return [
    meanings.join(`\n\n${WORDS.or[locale]}\n\n`),
    facts.join("\n"),
    numbered("causes", reason ? [] : kind.causes, locale),
    numbered("next", reason?.next ?? kind.next, locale),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function fact(word: keyof typeof WORDS, text: string, locale: Locale): string {
  return `- ${WORDS[word][locale]}: ${text}`;
}

/** A list under its title; nothing where it is empty. */
export function numbered(word: "causes" | "next", lines: readonly Localized[], locale: Locale): string {
  if (lines.length === 0) return "";
  const rows = lines.map((line, index) => `${index + 1}. ${markdownWithCode(line[locale])}`);
  return `${WORDS[word][locale]}:\n\n${rows.join("\n")}`;
}

function memberText(member: PrintedMember, locale: Locale): string {
  const { alive, leaving, domain } = member;
  const more = [
    ...(alive === undefined || alive < 0 ? [] : [`${WORDS.up[locale]} ${duration(alive, locale)}`]),
    ...(domain === "" ? [] : [`domain ${domain}`]),
    ...(leaving ? [WORDS.leaves[locale]] : []),
  ];
  return `${markdownCode(memberName(member))}${more.length > 0 ? ` (${escapeMarkdown(more.join(", "))})` : ""}`;
}

/** `<Receiver address="127.0.1.1">` and where it stands. */
export function placeText(place: LogPlace, locale: Locale, namePlace: NamePlace): string {
  const line = place.file.lines.positionAt(place.at.start).line + 1;
  return `${markdownCode(placeLabel(place, locale))} ${namePlace(place.file.path, line)}`;
}
