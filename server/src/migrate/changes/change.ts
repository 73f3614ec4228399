import type { Localized } from "../../base/localized.ts";
import type { Edit, Span } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { type Catalog, catalogOf } from "../../schema/catalog.ts";
import { lineOf } from "../../schema/lines.ts";
import { Release } from "../../schema/release.ts";
import type { FoundChange, Step } from "../model.ts";

/** A file within one step: read for the line it comes from, with the facts of the line it goes to. */
export interface Passage {
  readonly file: ConfigFile;
  readonly step: Step;
  /** The facts of the line it goes to. */
  readonly next: Catalog;
}

/** Finds the changes that one step makes in a file. */
export type ChangeFinder = (passage: Passage) => Generator<FoundChange>;

export function passageOf(file: ConfigFile, step: Step): Passage {
  return { file, step, next: catalogOf(step.to.line) };
}

/** Every element that Tomcat reads, in the order of the file. */
export function componentsOf({ root }: ConfigFile): Iterable<Component> {
  return root?.descendants() ?? [];
}

/**
 * True for the step to the line of this release, or, within a line, for the step past the release. Tables name the
 * first release without the feature.
 */
export function leadsTo({ from, to }: Step, release: string): boolean {
  if (lineOf(release) !== to.line) return false;
  const first = Release.parse(release);
  if (from.line !== to.line) return true;
  if (!first || !from.release || !to.release) return false;
  return from.release.compare(first) < 0 && to.release.compare(first) >= 0;
}

interface Why {
  readonly text: Localized;
  readonly source: string;
  readonly since: string;
}

export function changed(at: Span, element: string, why: Why, edits: readonly Edit[]): FoundChange {
  return { bucket: "changed", at, element, ...why, edits };
}

export function byHand(at: Span, element: string, why: Why): FoundChange {
  return { bucket: "by-hand", at, element, ...why, edits: [] };
}
