import type { XmlElement } from "../syntax/tree.ts";
import type { Component } from "./component.ts";

/** A tag that lost its `<`, up to the end of its name, at the beginning of a text. */
export const HEADLESS_TAG = /^([A-Z][A-Za-z]*)(?=\s*(?:\/?>|\s[\w.]+\s*=))/;

/**
 * True where the tag of a child is lost: an end tag that closes nothing, a tag without its `<` or without its name. What
 * seems to be absent may be what that tag was. Reads the whole element, so a rule asks this last.
 */
export function hasLostTag(component: Component): boolean {
  component.readWhole();
  const { element } = component;
  const known = lost.get(element);
  if (known !== undefined) return known;
  const found = looksLost(component);
  lost.set(element, found);
  return found;
}

/** What is known: a rule may ask once for each child. */
const lost = new WeakMap<XmlElement, boolean>();

function looksLost(component: Component): boolean {
  const { content, elements } = component.element;
  return (
    content.some((node) => node.kind === "stray" && node.what === "end-tag") ||
    elements.some(({ junk, nameSpan }) => junk[0]?.start === nameSpan.end) ||
    component.texts.some(({ written }) => HEADLESS_TAG.test(written))
  );
}
