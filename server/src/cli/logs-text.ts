import { createColors } from "picocolors";
import { columnsOf } from "../base/columns.ts";
import type { Locale, Localized } from "../base/localized.ts";
import { printable } from "../base/printable.ts";
import type { Diagnosis } from "../logs/findings/diagnose.ts";
import type { LogFinding } from "../logs/findings/finding.ts";
import { type LogPlace, placeLabel } from "../logs/findings/places.ts";
import { type Happening, memberName, placeInLog } from "../logs/story/happening.ts";
import type { NodeStory } from "../logs/story/story.ts";
import { onOneAxis } from "../logs/timeline/axis.ts";
import { aboutNode } from "../logs/timeline/node-text.ts";

/** A diagnosis with the places in the configuration that its findings lead to. */
export interface LogReport extends Diagnosis {
  readonly places: ReadonlyMap<LogFinding, readonly LogPlace[]>;
}

export interface LogTextOptions {
  readonly locale: Locale;
  readonly colour: boolean;
  /** How many of the timeline's last events are shown. */
  readonly events: number;
}

/** The report as text: the nodes, their events on one time axis, and the findings. */
export function logsText(report: LogReport, options: LogTextOptions): string {
  const parts = [
    nodes(report, options),
    timeline(report, options),
    findings(report, options),
    summary(report, options),
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function nodes(report: LogReport, { locale, colour }: LogTextOptions): string {
  const { bold, dim } = createColors(colour);
  return report.stories
    .map((story) => {
      const about = aboutNode(story, report, locale);
      return `${bold(printable(story.name))}  ${dim(printable(about))}\n`;
    })
    .join("");
}

function timeline({ stories, clocks }: LogReport, { locale, colour, events }: LogTextOptions): string {
  const all = onOneAxis({ stories, clocks });
  const shown = events === 0 ? [] : all.slice(-events);
  if (shown.length === 0) return "";
  const { dim, red, yellow } = createColors(colour);
  const width = Math.max(...stories.map(({ name }) => columnsOf(printable(name))));
  let day = "";
  const rows = shown.map(({ story, happening, time }) => {
    const stamp = new Date(time).toISOString();
    const date = stamp.slice(0, 10);
    const head = date === day || time < 86_400_000 ? "" : `${dim(date)}\n`;
    day = date;
    const { kind, orElse, members, values, reason } = happening;
    const paint = kind.weight === "fault" ? red : kind.weight === "notice" ? yellow : (text: string) => text;
    const name = printable(story.name);
    const titles = [kind, ...orElse].map(({ title }) => title[locale]).join(locale === "ko" ? " 또는 " : ", or: ");
    const about = [...members.map(memberName), ...values, ...(reason ? [reason.text[locale]] : [])].join("  ");
    const place = placeInLog(happening);
    const pad = " ".repeat(width - columnsOf(name));
    return `${head}  ${stamp.slice(11, 23)}  ${name}${pad}  ${paint(printable(titles))}  ${printable(`${about}  `)}${dim(printable(place))}\n`;
  });
  const left = all.length - shown.length + stories.reduce((sum, story) => sum + story.leftOut, 0);
  const note = {
    en: `${left} earlier or further events are not shown (--events)`,
    ko: `이벤트 ${left}개를 표시하지 않았습니다(--events)`,
  };
  return `${rows.join("")}${left > 0 ? dim(`  ${note[locale]}\n`) : ""}`;
}

const WORDS = {
  causes: { en: "Likely causes", ko: "가능한 원인" },
  next: { en: "What to do", ko: "조치" },
  log: { en: "In the log", ko: "로그" },
  conf: { en: "In the configuration", ko: "설정" },
} satisfies Readonly<Record<string, Localized>>;

/** The findings that are problems; the others are notes. */
export function problemsIn(findings: readonly LogFinding[]): readonly LogFinding[] {
  return findings.filter(({ level }) => level !== "note");
}

function findings({ findings: all, places }: LogReport, { locale, colour }: LogTextOptions): string {
  const { bold, red, dim } = createColors(colour);
  return all
    .map((finding) => {
      const { id, level, nodes: about, text, causes, next, evidence, count } = finding;
      const sign = level === "note" ? dim("·") : red("✕");
      const times = count > 1 ? (locale === "ko" ? ` ${count}번` : ` ${count} times`) : "";
      const head = `${sign} ${bold(printable(about[0].name))}  ${printable(text[locale])}  ${dim(`(${id}${times})`)}\n`;
      const list = (title: Localized, lines: readonly string[]) =>
        lines.length === 0
          ? ""
          : `    ${title[locale]}:\n${lines.map((line) => `      ${printable(line)}\n`).join("")}`;
      return [
        head,
        list(
          WORDS.conf,
          (places.get(finding) ?? []).map((place) => placeText(place, locale)),
        ),
        list(
          WORDS.log,
          evidence.map(({ happening }) => `${placeInLog(happening)}: ${keyText(happening)}`),
        ),
        list(
          WORDS.causes,
          causes.map((cause, index) => `${index + 1}. ${cause[locale]}`),
        ),
        list(
          WORDS.next,
          next.map((step, index) => `${index + 1}. ${step[locale]}`),
        ),
      ].join("");
    })
    .join("\n");
}

function placeText({ file, at, ...place }: LogPlace, locale: Locale): string {
  const { line } = file.lines.positionAt(at.start);
  return `${file.path}:${line + 1}: ${placeLabel(place, locale)}`;
}

function keyText({ source, keys, thrown }: Happening): string {
  const cause = thrown.at(-1);
  const from = keys.length === 0 ? "" : ` [${keys.join(" | ")}]`;
  return `${source}${from}${cause === undefined ? "" : ` ${cause}`}`;
}

function summary({ findings: all, stories }: LogReport, { locale }: LogTextOptions): string {
  const events = stories.reduce((sum, { timeline: each, leftOut }) => sum + each.length + leftOut, 0);
  if (events === 0) {
    return locale === "ko"
      ? "클러스터에 관한 줄이 없습니다. Tomcat의 로그인지, 로그 수준이 INFO인지 확인하십시오.\n"
      : "No line about a cluster is in these logs: are they Tomcat's own, at level INFO?\n";
  }
  const count = problemsIn(all).length;
  const notes = all.length - count;
  const text = {
    en:
      count === 0 ? "Nothing wrong is seen in these logs." : `${count} ${count === 1 ? "problem" : "problems"} found.`,
    ko: count === 0 ? "로그에서 문제를 찾지 못했습니다." : `문제 ${count}개를 찾았습니다.`,
  };
  const more = {
    en: ` ${notes} ${notes === 1 ? "note" : "notes"} on what may be harmless.`,
    ko: ` 해가 없을 수도 있는 참고 사항 ${notes}개가 있습니다.`,
  };
  return `${text[locale]}${notes > 0 ? more[locale] : ""}\n`;
}

/** The report as JSON. Times are as the log has them, without a zone where it has none; offsets are in milliseconds. */
export function logsJson({ stories, clocks, findings: all, places }: LogReport, locale: Locale): object {
  return {
    version: 1,
    nodes: stories.map((story) => {
      const { name, files, lines, unrecognised, unread, receivers, groups, begin, end } = story;
      return {
        ...{ name, files, lines, unrecognised, unread, groups, clock: clocks.get(story) ?? null },
        receivers: receivers.map(({ host, port, happening }) => ({ host, port, line: happening.line })),
        begin: timeOf(begin),
        end: timeOf(end),
      };
    }),
    events: stories.flatMap((story) => story.timeline.map((happening) => eventJson(story, happening, locale))),
    findings: all.map((finding) => ({
      id: finding.id,
      level: finding.level ?? "problem",
      nodes: finding.nodes.map(({ name }) => name),
      message: finding.text[locale],
      causes: finding.causes.map((cause) => cause[locale]),
      next: finding.next.map((step) => step[locale]),
      count: finding.count,
      configuration: (places.get(finding) ?? []).map((place) => ({
        path: place.file.path,
        line: place.file.lines.positionAt(place.at.start).line + 1,
        label: placeLabel(place, locale),
      })),
      evidence: finding.evidence.map(({ story, happening }) => eventJson(story, happening, locale)),
    })),
  };
}

function eventJson(story: NodeStory, happening: Happening, locale: Locale): object {
  const { kind, orElse, keys, time, file, line, source, members, values, reason, thrown } = happening;
  return {
    ...{ node: story.name, file: file.path, line, time: timeOf(time), kind: kind.id, weight: kind.weight },
    ...{ title: kind.title[locale], orElse: orElse.map(({ id }) => id), source, keys },
    members: members.map(memberName),
    values,
    ...(reason ? { reason: reason.id } : {}),
    ...(thrown.length > 0 ? { exceptions: thrown } : {}),
  };
}

function timeOf(milliseconds: number | undefined): string | null {
  return milliseconds === undefined ? null : new Date(milliseconds).toISOString().replace("Z", "");
}
