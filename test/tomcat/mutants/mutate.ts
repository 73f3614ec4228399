import { applyEdits } from "../../../server/src/base/span.ts";
import { catalogOf } from "../../../server/src/schema/catalog.ts";
import type { Line } from "../../../server/src/schema/lines.ts";
import type { Kinds, Target } from "./change.ts";
import { CLUSTER_KINDS } from "./cluster-kinds.ts";
import { Random } from "./random.ts";
import { SERVER_KINDS } from "./server-kinds.ts";
import { SYNTAX_KINDS } from "./syntax-kinds.ts";
import { VALUE_KINDS } from "./value-kinds.ts";

/** A whole configuration with something changed. */
export interface Mutant {
  readonly kind: string;
  readonly text: string;
}

const TWO = "two at once";
const SINGLE: Kinds = { ...VALUE_KINDS, ...SYNTAX_KINDS, ...SERVER_KINDS };

/** `count` mutants of some texts, each kind as often; the same for the same seed. */
export function mutantsOf(texts: readonly string[], line: Line, count: number, seed: number): readonly Mutant[] {
  return made(texts, { line, classes: catalogOf(line).classNames }, CLUSTER_KINDS, { count, seed });
}

/** The same of the wider kinds: what else may stand in a server.xml, and what XML itself allows. */
export function widerMutantsOf(
  texts: readonly string[],
  target: Target,
  count: number,
  seed: number,
): readonly Mutant[] {
  const all: Kinds = { ...CLUSTER_KINDS, ...SINGLE };
  const two: Kinds[string] = (text, random) => {
    const first = changedOnce(text, random, target, all);
    const second = first && changedOnce(first.text, random, target, all);
    return second && [{ span: { start: 0, end: text.length }, newText: second.text }];
  };
  return made(texts, target, { ...SINGLE, [TWO]: two }, { count, seed });
}

/** Mutants that are worth a start: what breaks the XML or a class stops Tomcat before. */
export function startableMutantsOf(
  texts: readonly string[],
  target: Target,
  count: number,
  seed: number,
): readonly Mutant[] {
  const kinds = Object.entries({ ...CLUSTER_KINDS, ...VALUE_KINDS, ...SERVER_KINDS });
  return made(texts, target, Object.fromEntries(kinds.filter(([kind]) => !/class/.test(kind))), { count, seed });
}

interface Sample {
  readonly count: number;
  readonly seed: number;
}

function made(texts: readonly string[], target: Target, all: Kinds, { count, seed }: Sample): readonly Mutant[] {
  const random = new Random(seed);
  const kinds = Object.entries(all);
  const found: Mutant[] = [];
  for (let turn = 0; found.length < count && turn < count * 4; turn++) {
    const [kind, change] = kinds[turn % kinds.length] ?? [];
    const text = random.of(texts);
    if (!kind || !change || text === undefined) continue;
    const edits = change(text, random, target);
    const mutated = edits && applyEdits(text, edits);
    if (mutated !== undefined && mutated !== text) found.push({ kind, text: mutated });
  }
  return found;
}

function changedOnce(text: string, random: Random, target: Target, all: Kinds): Mutant | undefined {
  const [kind, change] = random.of(Object.entries(all)) ?? [];
  const edits = change?.(text, random, target);
  return kind && edits ? { kind, text: applyEdits(text, edits) } : undefined;
}
