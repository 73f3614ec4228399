import { type ConfigFile, readConfigFile } from "../config/file.ts";
import { NO_PROPERTIES, type Properties } from "../config/properties.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { passageOf } from "./changes/change.ts";
import { CHANGES } from "./changes/index.ts";
import { Draft, withoutOverlaps } from "./draft.ts";
import type { Entry, Finding, Step } from "./model.ts";
import { stepsBetween } from "./steps.ts";

/** A change may make room for another at the same place, and some need two. No step needs more. */
const ROUNDS = 8;

/** A file that has been taken through all steps. */
export interface Moved {
  readonly draft: Draft;
  /** What was changed and what could not be, at the places of the first text. */
  readonly entries: readonly Entry[];
}

/**
 * Takes a text from one Tomcat to a later one, line by line; what a third party or a template fills in stays as it is.
 * Backwards nothing is changed.
 */
export function moveText(
  path: string,
  text: string,
  from: TomcatVersion,
  to: TomcatVersion,
  properties: Properties = NO_PROPERTIES,
): Moved {
  const draft = new Draft(text);
  const entries = new Map<string, Entry>();
  for (const step of stepsBetween(from, to)) {
    for (let round = 0; round < ROUNDS; round++) {
      const file = readConfigFile(path, draft.text, step.from, properties);
      if (!file || !isWhole(file)) break;
      const findings = findingsOf(file, step);
      const made = withoutOverlaps(findings);
      for (const finding of made) keep(entries, finding, draft);
      const edits = made.flatMap((finding) => finding.edits);
      if (edits.length === 0) break;
      draft.apply(edits);
    }
  }
  return { draft, entries: [...entries.values()] };
}

/** True for a file that Tomcat reads as it stands: another tool fills in a template, and a broken file nobody reads. */
export function isWhole({ template, document }: ConfigFile): boolean {
  return !template && document.cutAt === undefined;
}

function findingsOf(file: ConfigFile, step: Step): readonly Finding[] {
  const passage = passageOf(file, step);
  return CHANGES.flatMap((change) => [...change(passage)]);
}

/** Each place is told of once, however many rounds find it. */
function keep(entries: Map<string, Entry>, { edits: _, ...entry }: Finding, draft: Draft): void {
  const at = draft.origin(entry.at);
  const key = `${at.start} ${entry.text.en}`;
  if (!entries.has(key)) entries.set(key, { ...entry, at });
}
