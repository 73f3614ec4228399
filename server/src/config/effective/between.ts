import { groupBy } from "../../base/group-by.ts";
import type { EffectiveAttribute, EffectiveObject } from "./model.ts";
import { IDENTIFYING } from "./view.ts";

type Both = readonly [EffectiveObject, EffectiveObject];

/** What two Tomcats do not run alike, each with the elements around it; undefined where they run the same. */
export function differingBetween(one: EffectiveObject, other: EffectiveObject): Both | undefined {
  const twins = twinsOf(one.children, other.children);
  const shown = new Map<EffectiveObject, EffectiveObject | undefined>();
  // Valves and Interceptors are called in their order: where it differs, all of them are shown.
  const moved = !sameOrder(one.children, other.children, twins);
  for (const [child, twin] of twins) {
    const both = differingBetween(child, twin) ?? (moved ? ([alone(child), alone(twin)] as const) : undefined);
    shown.set(child, both?.[0]);
    shown.set(twin, both?.[1]);
  }
  const children = [one, other].map((each) =>
    each.children.flatMap((child) => (shown.has(child) ? (shown.get(child) ?? []) : child)),
  );
  const names = new Set([...differingNames(one, other), ...differingNames(other, one)]);
  if (names.size === 0 && one.text === other.text && children.every(({ length }) => length === 0)) return undefined;
  const [left = [], right = []] = children;
  return [partOf(one, names, left), partOf(other, names, right)];
}

function partOf(
  object: EffectiveObject,
  names: ReadonlySet<string>,
  children: readonly EffectiveObject[],
): EffectiveObject {
  const attributes = object.attributes.filter((each) => names.has(each.name) || tells(each));
  return { ...object, attributes, lost: [], dropped: [], notes: [], children };
}

/** An element with nothing but what tells it from others of its kind. */
function alone(object: EffectiveObject): EffectiveObject {
  return partOf(object, new Set(), []);
}

function tells({ name, origin }: EffectiveAttribute): boolean {
  return origin === "written" && IDENTIFYING.has(name);
}

/** Names of the attributes that have another value, or none, in the other. */
function differingNames(one: EffectiveObject, other: EffectiveObject): readonly string[] {
  const values = new Map(other.attributes.map((each) => [each.name, printedValue(each)]));
  return one.attributes.filter((each) => values.get(each.name) !== printedValue(each)).map(({ name }) => name);
}

/** What stands for a value that cannot be known is compared as it is written. */
function printedValue({ value, origin, written }: EffectiveAttribute): string | undefined {
  return value ?? (origin === "unknown" ? written : undefined);
}

/**
 * Which child of the other each child of the one is held against: of its element and class the one that is called the
 * same, else the next that is left.
 */
function twinsOf(
  ones: readonly EffectiveObject[],
  others: readonly EffectiveObject[],
): ReadonlyMap<EffectiveObject, EffectiveObject> {
  const kindOf = ({ element, className }: EffectiveObject) => `${element} ${className}`;
  const left = groupBy(others, kindOf);
  const twins = new Map<EffectiveObject, EffectiveObject>();
  for (const [kind, all] of groupBy(ones, kindOf)) {
    const free = [...(left.get(kind) ?? [])];
    const take = (one: EffectiveObject, at: number) => {
      const [twin] = at < 0 ? [] : free.splice(at, 1);
      if (twin) twins.set(one, twin);
    };
    for (const one of all) {
      const called = nameOf(one);
      take(
        one,
        free.findIndex((each) => nameOf(each) === called),
      );
    }
    for (const one of all) if (!twins.has(one)) take(one, 0);
  }
  return twins;
}

function nameOf({ text, attributes }: EffectiveObject): string {
  return JSON.stringify([text, ...attributes.filter(tells).map((each) => [each.name, printedValue(each)])]);
}

function sameOrder(
  ones: readonly EffectiveObject[],
  others: readonly EffectiveObject[],
  twins: ReadonlyMap<EffectiveObject, EffectiveObject>,
): boolean {
  const here = ones.flatMap((one) => twins.get(one) ?? []);
  const known = new Set(here);
  const there = others.filter((other) => known.has(other));
  return here.every((twin, index) => twin === there[index]);
}
