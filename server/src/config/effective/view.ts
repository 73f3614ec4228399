import type { EffectiveAttribute, EffectiveObject } from "./model.ts";
import { ADDED_ANYWAY, STANDING_NOTES } from "./reasons.ts";

/** What is shown of a Tomcat: everything, its Clusters, or what Tomcat does otherwise than it is written. */
export const EFFECTIVE_VIEWS = ["all", "cluster", "differs"] as const;
export type EffectiveView = (typeof EFFECTIVE_VIEWS)[number];

/** What tells an element from others of its kind. */
export const IDENTIFYING = new Set(["host", "hostName", "name", "path", "port"]);

/** The part of a Tomcat that a view shows; undefined where there is none. */
export function seenIn(view: EffectiveView, root: EffectiveObject): EffectiveObject | undefined {
  if (view === "all") return root;
  return view === "cluster" ? aroundClusters(root) : differing(root);
}

/** A Cluster whole, and what is around it with what is written there: a jvmRoute stands in the Engine. */
function aroundClusters(object: EffectiveObject): EffectiveObject | undefined {
  if (object.element === "Cluster") return object;
  const children = present(object.children.map(aroundClusters));
  const dropped = object.dropped.filter(({ element }) => element === "Cluster");
  if (children.length === 0 && dropped.length === 0) return undefined;
  const attributes = object.attributes.filter(({ origin }) => origin !== "default");
  return { ...object, attributes, lost: [], dropped, notes: [], children };
}

/** What is other than written, with the elements around it. A default is no difference: nothing is written there. */
function differing(object: EffectiveObject): EffectiveObject | undefined {
  if (object.added) return ADDED_ANYWAY.has(object.added) ? undefined : object;
  const children = present(object.children.map(differing));
  const notes = object.notes.filter((note) => !STANDING_NOTES.has(note));
  const said = [children, object.attributes.filter(differs), object.lost, object.dropped, notes];
  if (said.every(({ length }) => length === 0)) return undefined;
  const attributes = object.attributes.filter(
    (each) => differs(each) || (each.origin === "written" && IDENTIFYING.has(each.name)),
  );
  return { ...object, attributes, notes, children };
}

function differs({ origin, why }: EffectiveAttribute): boolean {
  return origin !== "default" && (origin !== "written" || why !== undefined);
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}
