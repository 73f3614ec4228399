import type { Difference } from "../base/difference.ts";
import type { Span } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { Part, Trace, Traces } from "../config/reads.ts";
import type { XmlAttribute, XmlElement } from "../syntax/tree.ts";

/** True where two states of a file have the same component at their root. */
export function isPair(before: Component, now: Component): boolean {
  return before.name === now.name && before.facts === now.facts;
}

/** One state of a file among those that a memory has seen. */
export interface Edition {
  readonly number: number;
  readonly traces: Traces;
}

/**
 * Finds the components of a file's last state in its present one, hands their traces on, and marks each changed part
 * with the number of this edition. A component that is new, or not found again, is a change of its parent's children.
 *
 * The trees are compared, not only the text that changed, because one quote can change the tree of all that follows it.
 * What was taken over from the last state needs no comparison: its traces are found by what it was first read as.
 */
export function pair(
  rootBefore: Component,
  rootNow: Component,
  { before, after }: Difference,
  { number, traces }: Edition,
): void {
  const handedOn: (readonly [Component, Trace])[] = [];
  const unknown: Component[] = [];
  const pending: (readonly [Component, Component])[] = [[rootBefore, rootNow]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [old, now] = next;
    if (old.origin === now.origin) continue;
    now.trace = old.trace ?? traces.get(old.origin);
    if (now.trace) handedOn.push([now, now.trace]);
    else unknown.push(now);
    const [was, is] = [old.element, now.element];
    if (!isSameTag(was, is)) mark(now, now.trace?.tag, number);
    else if (meets(was.span, before) || meets(is.span, after)) mark(now, undefined, number);
    // An element that Tomcat ignores is one part, with all that it holds.
    if (!now.read) continue;
    const [children, found] = [old.children, now.children];
    const fromStart = sameCount(children, found, Math.min(children.length, found.length), (list, index) => list[index]);
    const left = Math.min(children.length, found.length) - fromStart;
    const fromEnd = sameCount(children, found, left, (list, index) => list[list.length - 1 - index]);
    const isOneForOne = children.length === found.length;
    let isOther = !isOneForOne;
    for (let index = 0; index < found.length; index++) {
      const child = found[index] as Component;
      const shift = index < found.length - fromEnd ? 0 : children.length - found.length;
      const same = isOneForOne || index < fromStart || shift !== 0 || index >= found.length - fromEnd;
      const former = same ? children[index + shift] : undefined;
      if (former && isPair(former, child)) pending.push([former, child]);
      else {
        isOther = true;
        unknown.push(...(child.read ? child.descendants() : [child]));
      }
    }
    if (isOther) mark(now, now.trace?.children, number);
  }
  // Only now, because until here each trace is found by what had it in the last state.
  for (const { origin } of unknown) traces.delete(origin);
  for (const [{ origin }, trace] of handedOn) traces.set(origin, trace);
}

/** How many components, counted from one end, are in both lists and written the same. */
function sameCount(
  one: readonly Component[],
  other: readonly Component[],
  most: number,
  at: (list: readonly Component[], index: number) => Component | undefined,
): number {
  let count = 0;
  while (count < most) {
    const [a, b] = [at(one, count), at(other, count)];
    if (!a || !b || !isPair(a, b)) break;
    if (a.origin !== b.origin && !isSameTag(a.element, b.element)) break;
    count++;
  }
  return count;
}
/** Marks a part as changed, and with it the whole of the component and of each component around it. */
function mark(component: Component, part: Part | undefined, edition: number): void {
  if (part) part.changedIn = edition;
  for (let around: Component | undefined = component; around; around = around.parent) {
    if (around.trace) around.trace.whole.changedIn = edition;
  }
}

/** True where two start tags have the same characters, wherever they stand. */
function isSameTag(one: XmlElement, other: XmlElement): boolean {
  const [from, to] = [one.startTag.start, other.startTag.start];
  if (
    one.startTagClosed !== other.startTagClosed ||
    one.selfClosing !== other.selfClosing ||
    one.endTag?.closed !== other.endTag?.closed ||
    one.startTag.end - from !== other.startTag.end - to ||
    one.attributes.length !== other.attributes.length ||
    one.junk.length !== other.junk.length
  )
    return false;
  for (let index = 0; index < one.attributes.length; index++) {
    const [a, b] = [one.attributes[index] as XmlAttribute, other.attributes[index] as XmlAttribute];
    if (a.span.start - from !== b.span.start - to || a.span.end - from !== b.span.end - to) return false;
    if (a.name !== b.name || a.value?.raw !== b.value?.raw || a.value?.quote !== b.value?.quote) return false;
    if (a.value?.closed !== b.value?.closed || a.value?.text !== b.value?.text) return false;
  }
  return true;
}

function meets(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}
