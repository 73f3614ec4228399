import type { Component } from "../config/component.ts";
import { badPattern } from "./patterns.ts";

/** A Manager's attributes that keep session attributes from being replicated. */
export const SESSION_FILTERS = ["sessionAttributeNameFilter", "sessionAttributeValueClassNameFilter"] as const;

/** Patterns that match every text. */
const ALL = /^(?:\^?\.[*+]\$?|\(\.[*+]\))$/;

/**
 * The pattern by which a filter of session attributes leaves some out: empty where it leaves out none, undefined where it
 * cannot be known, also because Java does not compile it.
 */
export function filterIn(manager: Component, name: string): string | undefined {
  if (!manager.has(name)) return "";
  const text = manager.text(name);
  if (text === undefined || badPattern(manager, name)) return undefined;
  return ALL.test(text) ? "" : text;
}
