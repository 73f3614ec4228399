import type { Localized } from "../../base/localized.ts";

/**
 * `normal`: part of healthy operation; `notice`: may be, and matters beside others; `fault`: something was lost or does
 * not work.
 */
export type Weight = "normal" | "notice" | "fault";

/** A place in the configuration that an explanation refers to: `Receiver` and its `address`. */
export interface Subject {
  readonly element: string;
  readonly attribute?: string;
}

/** A kind of event in a cluster, with the log messages that report it. */
export interface Kind {
  /** Never renamed: users find it in reports and pages. */
  readonly id: string;
  /** The keys of Tomcat's source it stands for; each key belongs to one kind. */
  readonly keys: readonly string[];
  readonly weight: Weight;
  /** The event in a few words, for a timeline. */
  readonly title: Localized;
  /** The meaning of the event, and whether it does harm. */
  readonly means: Localized;
  /** Likely causes, the most likely first. */
  readonly causes: readonly Localized[];
  /** What to do, in this order. */
  readonly next: readonly Localized[];
  /** Places in the configuration to examine. */
  readonly subjects: readonly Subject[];
}

/** A text in both languages. */
export const text = (en: string, ko: string): Localized => ({ en, ko });

type Parts = Pick<Kind, "title" | "means"> & Partial<Pick<Kind, "causes" | "next">> & { readonly at?: string };

/** @param keys separated by blanks; none for what Tomcat does not log itself */
export function kind(
  id: string,
  weight: Weight,
  keys: string,
  { at = "", causes = [], next = [], ...parts }: Parts,
): Kind {
  return { id, weight, keys: keys.split(/\s+/).filter(Boolean), ...parts, causes, next, subjects: subjectsOf(at) };
}

/** Elements with their attributes: `Receiver.address Membership`. */
export function subjectsOf(at: string): readonly Subject[] {
  return at.split(" ").flatMap((each): Subject[] => {
    const [element, attribute] = each.split(".");
    if (!element) return [];
    return [attribute === undefined ? { element } : { element, attribute }];
  });
}
