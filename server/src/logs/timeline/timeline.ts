import type { Locale } from "../../base/localized.ts";
import { nodeLabel } from "../../config/site.ts";
import type { Diagnosis } from "../findings/diagnose.ts";
import type { Evidence, LogFinding } from "../findings/finding.ts";
import { type LogPlace, placeLabel } from "../findings/places.ts";
import type { Weight } from "../kinds/kind.ts";
import { memberName } from "../story/happening.ts";
import type { NodeStory } from "../story/story.ts";
import { onOneAxis, type PlacedEvent } from "./axis.ts";
import { aboutNode } from "./node-text.ts";

/** The logs of some nodes as plain data with places: what a timeline is drawn from. All texts are in one language. */
export interface LogTimeline {
  readonly nodes: readonly TimelineNode[];
  /** In the order in which they happened. */
  readonly events: readonly TimelineEvent[];
  /** How many events are left out: harmless ones before others, early ones before late ones. */
  readonly leftOut: number;
  readonly findings: readonly TimelineFinding[];
  /** Files that could not be read, and why. */
  readonly problems: readonly string[];
}

export interface TimelineNode {
  readonly name: string;
  /** Its Receiver, its multicast group, how its clock differs, how many lines were read and not recognised. */
  readonly about: string;
  /** When others lost it without a word of its own, as events have their times. */
  readonly lost: readonly number[];
}

export interface TimelineEvent {
  /** Index of the node. */
  readonly node: number;
  /** Milliseconds on the first node's clock, as LogTime has them; null where the log has no times. */
  readonly time: number | null;
  readonly weight: Weight;
  /** What happened, in a few words. */
  readonly title: string;
  /** With whom, and why. */
  readonly about: string;
  /** True for a node's start and its stop, between which it lives. */
  readonly begins: boolean;
  readonly ends: boolean;
  readonly place: TimelinePlace;
}

export interface TimelineFinding {
  readonly id: string;
  /** True for what may be harmless. */
  readonly isNote: boolean;
  readonly node: string;
  readonly text: string;
  readonly next: readonly string[];
  /** Lines of the logs, then of the configuration. */
  readonly places: readonly TimelinePlace[];
}

export interface TimelinePlace {
  /** `catalina.out:17`, or `<Receiver address="127.0.1.1">`. */
  readonly label: string;
  /** Null for what no editor shows: a packed log, standard input. */
  readonly uri: string | null;
  /** From 1. */
  readonly line: number;
}

/** What a page shows well. */
const MOST_EVENTS = 4000;
const BEGINS = /^(?:node-starting|cluster-starting)$/;
const ENDS = /^(?:node-stopping|node-not-started)$/;
const WEIGHTS: readonly Weight[] = ["fault", "notice", "normal"];

export function timelineOf(
  diagnosis: Diagnosis & { readonly places: ReadonlyMap<LogFinding, readonly LogPlace[]> },
  problems: readonly string[],
  { locale, uriOf }: { readonly locale: Locale; readonly uriOf: (path: string) => string },
): LogTimeline {
  const { stories, clocks, findings, places } = diagnosis;
  const all = onOneAxis(diagnosis);
  const shown = choose(all);
  const logPlace = ({ happening: { file, line } }: Pick<Evidence, "happening">): TimelinePlace => {
    const { path } = file;
    const uri = path === "-" || /\.(?:gz|Z)$/i.test(path) ? null : uriOf(path);
    return { label: `${path.slice(path.lastIndexOf("/") + 1)}:${line}`, uri, line };
  };
  const eventOf = (placed: PlacedEvent): TimelineEvent => {
    const { node, time, happening } = placed;
    const { kind, orElse, members, values, reason } = happening;
    return {
      node,
      time: happening.time === undefined ? null : time,
      weight: kind.weight,
      title: [kind, ...orElse].map(({ title }) => title[locale]).join(locale === "ko" ? " 또는 " : ", or: "),
      about: [...members.map(memberName), ...values, ...(reason ? [reason.text[locale]] : [])].join("  "),
      begins: BEGINS.test(kind.id),
      ends: ENDS.test(kind.id),
      place: logPlace(placed),
    };
  };
  const lossesOf = (story: NodeStory) =>
    findings
      .filter(({ id, nodes }) => id === "member-died" && nodes[0] === story)
      .flatMap(({ evidence }) =>
        evidence.flatMap(({ story: from, happening: { time } }) =>
          time === undefined ? [] : [time - (clocks.get(from)?.offset ?? 0)],
        ),
      );
  return {
    nodes: stories.map((story) => ({
      name: story.name,
      about: aboutNode(story, diagnosis, locale),
      lost: lossesOf(story),
    })),
    events: shown.map(eventOf),
    leftOut: all.length - shown.length + stories.reduce((sum, { leftOut }) => sum + leftOut, 0),
    findings: findings.map((finding) => ({
      id: finding.id,
      isNote: finding.level === "note",
      node: finding.nodes[0].name,
      text: finding.text[locale],
      next: finding.next.map((step) => step[locale]),
      places: [
        ...finding.evidence.map((each) => {
          const place = logPlace(each);
          return { ...place, label: `${each.story.name} ${place.label}` };
        }),
        ...(places.get(finding) ?? []).map((place) => ({
          label: `${nodeLabel(place.file.path)} ${placeLabel(place, locale)}`,
          uri: uriOf(place.file.path),
          line: place.file.lines.positionAt(place.at.start).line + 1,
        })),
      ],
    })),
    problems,
  };
}

function choose(all: readonly PlacedEvent[]): readonly PlacedEvent[] {
  if (all.length <= MOST_EVENTS) return all;
  const chosen = new Set<PlacedEvent>();
  for (const weight of WEIGHTS) {
    for (const each of all.filter(({ happening }) => happening.kind.weight === weight).toReversed()) {
      if (chosen.size < MOST_EVENTS) chosen.add(each);
    }
  }
  return all.filter((each) => chosen.has(each));
}
