import type { Locale } from "../../base/localized.ts";
import type { ClusterSite } from "../../config/site.ts";
import { placesOf, sitesOfStories } from "../../logs/findings/places.ts";
import { readText } from "../../logs/story/read-text.ts";
import { happeningText, type NamePlace } from "./happening-text.ts";

/** So many lines are read before the one that is asked for, and behind it: what came before may tell what it means. */
export const LINES_BEFORE = 2000;
export const LINES_BEHIND = 200;

/** A part of a log around a line. */
export interface LogPart {
  readonly file: string;
  readonly text: string;
  /** The line in the text, from 1. */
  readonly line: number;
}

/** What a line of a log means, as Markdown; undefined where it says nothing of a cluster. */
export function hoverLog(
  { file, text, line }: LogPart,
  sites: readonly ClusterSite[],
  locale: Locale,
  namePlace: NamePlace,
): string | undefined {
  const { story, happeningAt } = readText(text, file);
  const happening = happeningAt(line);
  if (!happening) return undefined;
  const { kind, reason } = happening;
  const subjects = reason?.subjects.length ? reason.subjects : kind.subjects;
  const places = placesOf({ nodes: [story], subjects }, sitesOfStories([story], sites));
  return happeningText(happening, places, locale, namePlace);
}
