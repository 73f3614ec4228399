import type { Span } from "../base/span.ts";
import type { EffectiveObject } from "../config/effective/model.ts";
import { effectiveOf, writtenAs } from "../config/effective/tree.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Draft } from "./draft.ts";

/** A file as the Tomcat it comes from reads it, and what became of it as the new one does. */
export interface Sides {
  readonly before: ConfigFile;
  readonly after: ConfigFile;
  readonly draft: Draft;
}

/** An object of both running Tomcats, or of one of them. */
export interface Pair {
  readonly was: EffectiveObject | undefined;
  readonly is: EffectiveObject | undefined;
  /** The name of the element that makes it, or of the one around it, in the first text. */
  readonly at: Span;
}

/** All objects of both sides, each with its partner. */
export function* pairsIn(sides: Sides): Generator<Pair> {
  const was = effectiveOf(sides.before);
  const is = effectiveOf(sides.after);
  if (was && is) yield* below(was, is, { start: 0, end: 0 }, sides);
}

function* below(was: EffectiveObject, is: EffectiveObject, above: Span, sides: Sides): Generator<Pair> {
  const at = writtenAs(was)?.nameSpan ?? above;
  yield { was, is, at };
  const partnerOf = partners(is.children, sides);
  const left = new Set(is.children);
  for (const child of was.children) {
    const partner = partnerOf(child, left);
    if (partner) {
      left.delete(partner);
      yield* below(child, partner, at, sides);
    } else yield { was: child, is: undefined, at };
  }
  for (const child of left) yield { was: undefined, is: child, at };
}

type PartnerOf = (child: EffectiveObject, left: ReadonlySet<EffectiveObject>) => EffectiveObject | undefined;

/** Finds an object of the other side: one that is written at its place, and only what is added among all others. */
function partners(children: readonly EffectiveObject[], sides: Sides): PartnerOf {
  const byPlace = new Map<number, EffectiveObject>();
  const added: EffectiveObject[] = [];
  for (const child of children) {
    const there = writtenAs(child);
    if (there) byPlace.set(sides.draft.origin(there.element.nameSpan).start, child);
    else added.push(child);
  }
  return (child, left) => {
    const here = writtenAs(child);
    const same = here && byPlace.get(here.element.nameSpan.start);
    if (same && left.has(same) && isSame(child, same, sides)) return same;
    const others = here || !WRITTEN_DOWN.has(child.element) ? added : children;
    return others.find((each) => left.has(each) && isSame(child, each, sides));
  };
}

/** What TLS attributes of a Connector made by themselves, and the migration writes down. */
const WRITTEN_DOWN = new Set(["Certificate", "SSLHostConfig"]);

/** True for two objects whose settings mean the same: a Connector's protocol may be of another class. */
export function hasSameSettings(one: EffectiveObject, other: EffectiveObject): boolean {
  return one.className === other.className || one.element === "Connector";
}

/** The same element of the file, the same object that Tomcat adds, or one that was added and is written now. */
function isSame(one: EffectiveObject, other: EffectiveObject, { draft }: Sides): boolean {
  const [here, there] = [writtenAs(one), writtenAs(other)];
  if (here && there) {
    return here.name === there.name && draft.origin(there.element.nameSpan).start === here.element.nameSpan.start;
  }
  if (one.element !== other.element) return false;
  if (!here && !there) return one.className === other.className;
  return one.element === "Certificate" || (one.element === "SSLHostConfig" && hostOf(one) === hostOf(other));
}

function hostOf({ attributes }: EffectiveObject): string | undefined {
  return attributes.find(({ name }) => name === "hostName")?.value?.toLowerCase();
}
