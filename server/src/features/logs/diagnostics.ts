import type { Locale } from "../../base/localized.ts";
import type { ClusterSite } from "../../config/site.ts";
import { diagnose } from "../../logs/findings/diagnose.ts";
import { type LogPlace, placeLabel, placesOf, sitesOfStories } from "../../logs/findings/places.ts";
import { kindNamed } from "../../logs/kinds/index.ts";
import { readText } from "../../logs/story/read-text.ts";

/** In characters. A longer log is not read as text: it is a matter for the timeline and the command line. */
export const LONGEST_LOG = 8_000_000;

/** A problem that a log tells of, at the first line that does. */
export interface LogDiagnostic {
  readonly code: string;
  /** True for what may be harmless. */
  readonly isNote: boolean;
  /** True where there is a page about it. */
  readonly hasPage: boolean;
  /** From 1. */
  readonly line: number;
  readonly message: string;
  readonly related: readonly { readonly place: LogPlace; readonly message: string }[];
}

/** What is wrong with the cluster as one log tells, each problem once. */
export function logDiagnostics(
  text: string,
  file: string,
  sites: readonly ClusterSite[],
  locale: Locale,
): readonly LogDiagnostic[] {
  const { story } = readText(text, file);
  const byStory = sitesOfStories([story], sites);
  return diagnose([story]).findings.flatMap((finding): LogDiagnostic[] => {
    const { id, level, text: says, count, next, evidence } = finding;
    const line = evidence[0]?.happening.line;
    if (line === undefined) return [];
    const times = count > 1 ? { en: ` (${count} times)`, ko: ` (${count}번)` }[locale] : "";
    const advice = next[0] ? ` ${next[0][locale]}` : "";
    const related = placesOf(finding, byStory).map((place) => ({ place, message: placeLabel(place, locale) }));
    return [
      {
        ...{ code: id, isNote: level === "note", hasPage: kindNamed(id) !== undefined, line, related },
        message: `${says[locale]}${times}${advice}`,
      },
    ];
  });
}
