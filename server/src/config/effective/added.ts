import type { Localized } from "../../base/localized.ts";
import { defaultAttributes, type Reading } from "./attributes.ts";
import type { EffectiveObject } from "./model.ts";

/** An object Tomcat makes although nothing is written; without a class where a placeholder keeps it open. */
export function added(
  element: string,
  className: string | undefined,
  why: Localized,
  reading: Reading,
): EffectiveObject {
  return {
    element,
    className,
    namesClass: true,
    known: true,
    added: why,
    attributes: className === undefined ? [] : defaultAttributes(className, reading),
    lost: [],
    children: [],
    dropped: [],
    notes: [],
    text: undefined,
  };
}
