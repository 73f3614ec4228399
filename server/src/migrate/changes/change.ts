import type { Localized } from "../../base/localized.ts";
import type { Edit, Span } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { type Catalog, catalogOf } from "../../schema/catalog.ts";
import { lineOf } from "../../schema/lines.ts";
import { Release } from "../../schema/release.ts";
import type { Finding, Step } from "../model.ts";

/** A file in the middle of its way: read as the Tomcat it comes from reads it, with the line it goes to. */
export interface Passage {
  readonly file: ConfigFile;
  readonly step: Step;
  /** What the line it goes to has. */
  readonly next: Catalog;
}

/** Looks at a file for what one step changes in it. */
export type Change = (passage: Passage) => Generator<Finding>;

export function passageOf(file: ConfigFile, step: Step): Passage {
  return { file, step, next: catalogOf(step.to.line) };
}

/** Every element that Tomcat reads, in the order of the file. */
export function componentsOf({ root }: ConfigFile): Iterable<Component> {
  return root?.descendants() ?? [];
}

/**
 * True for the step to the line of this release, and within the line for the step past it: tables name the first release
 * without what they tell of.
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

export function changed(at: Span, element: string, why: Why, edits: readonly Edit[]): Finding {
  return { bucket: "changed", at, element, ...why, edits };
}

export function byHand(at: Span, element: string, why: Why): Finding {
  return { bucket: "by-hand", at, element, ...why, edits: [] };
}
