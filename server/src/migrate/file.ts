import { type ConfigFile, readConfigFile } from "../config/file.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { passageOf } from "./changes/change.ts";
import { CHANGES } from "./changes/index.ts";
import { Draft, withoutOverlaps } from "./draft.ts";
import type { Entry, FoundChange, Step } from "./model.ts";
import { stepsBetween } from "./steps.ts";

/** The most rounds of changes. One change may make room for another at the same place; no step needs more rounds. */
const ROUNDS = 8;

/** A file after all steps. */
export interface Moved {
  readonly draft: Draft;
  /** The changes made and those left to the user, at their places in the original text. */
  readonly entries: readonly Entry[];
}

/**
 * Migrates a file to a later Tomcat, line by line. Values that a third party or a template fills in stay. A move to an
 * earlier Tomcat changes nothing.
 */
export function moveFile({ path, document, version, reading }: ConfigFile, to: TomcatVersion): Moved {
  const draft = new Draft(document.text);
  const entries = new Map<string, Entry>();
  for (const step of stepsBetween(version, to)) {
    for (let round = 0; round < ROUNDS; round++) {
      const file = readConfigFile(path, draft.text, step.from, reading);
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

/** True for a file that Tomcat can read as it is: no template, and no mistake in its XML. */
export function isWhole({ template, document }: ConfigFile): boolean {
  return !template && document.cutAt === undefined;
}

function findingsOf(file: ConfigFile, step: Step): readonly FoundChange[] {
  const passage = passageOf(file, step);
  return CHANGES.flatMap((change) => [...change(passage)]);
}

/** Keeps one entry for each place, however many rounds find it. */
function keep(entries: Map<string, Entry>, { edits: _, ...entry }: FoundChange, draft: Draft): void {
  const at = draft.origin(entry.at);
  const key = `${at.start} ${entry.text.en}`;
  if (!entries.has(key)) entries.set(key, { ...entry, at });
}
