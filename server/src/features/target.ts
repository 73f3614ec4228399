import { touches } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import type { XmlAttribute, XmlElement } from "../syntax/tree.ts";

/** What a cursor is on, in a file whose elements have classes. */
export interface Target {
  readonly component: Component;
  /** Where the offset is in or at the end of an attribute. */
  readonly attribute: XmlAttribute | undefined;
  readonly part: "name" | "attribute-name" | "attribute-value" | "start-tag" | "content";
}

/** The innermost component around an offset; undefined outside of the root. */
export function targetAt({ root, document }: ConfigFile, offset: number): Target | undefined {
  if (!root || !(touches(root.element.span, offset) || isInside(root.element, offset, document.text))) return undefined;
  let component = root;
  for (;;) {
    const inner = component.children.find(({ element }) => isInside(element, offset, document.text));
    if (!inner) break;
    component = inner;
  }
  const { element } = component;
  const attribute = element.attributes.find(({ span }) => span.start <= offset && offset <= span.end);
  if (touches(element.nameSpan, offset)) return { component, attribute: undefined, part: "name" };
  if (attribute) {
    const inValue = attribute.value !== undefined && offset >= attribute.value.inner.start;
    const closed = attribute.value?.closed === true && offset > attribute.value.inner.end;
    if (!closed) return { component, attribute, part: inValue ? "attribute-value" : "attribute-name" };
  }
  const inTag = offset > element.nameSpan.end && (element.startTagClosed ? offset < element.startTag.end : true);
  return { component, attribute: undefined, part: inTag ? "start-tag" : "content" };
}

/** True between the ends of an element; one that is still open also holds a cursor behind it. */
function isInside({ span, startTagClosed, selfClosing, endTag }: XmlElement, offset: number, text: string): boolean {
  if (offset <= span.start) return false;
  if (offset < span.end) return true;
  // Behind `<Receiver ` the next attribute is typed, although the blank is no part of the tag yet.
  if (!startTagClosed) return text.slice(span.end, offset).trim() === "";
  return offset === span.end && !selfClosing && endTag?.closed !== true;
}
