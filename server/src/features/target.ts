import { touches } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { elementsAt } from "../syntax/path.ts";
import type { XmlAttribute, XmlElement } from "../syntax/tree.ts";

/** The component and attribute at a cursor, in a file whose elements have classes. */
export interface CursorTarget {
  readonly component: Component;
  /** The attribute that the offset is in, or at the end of. */
  readonly attribute: XmlAttribute | undefined;
  readonly part: "name" | "attribute-name" | "attribute-value" | "start-tag" | "content";
}

/** The innermost component around an offset; undefined outside of the root. */
export function targetAt({ root, document }: ConfigFile, offset: number): CursorTarget | undefined {
  const path = elementsAt(document, offset, "typing");
  if (!root || !(path.includes(root.element) || touches(root.element.span, offset))) return undefined;
  const component = componentAlong(root, path);
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

/** The innermost component on a path of elements from the root. */
export function componentAlong(root: Component, path: readonly XmlElement[]): Component {
  let component = root;
  for (const element of path.slice(path.indexOf(root.element) + 1)) {
    const inner = component.children.find((each) => each.element === element);
    if (!inner) break;
    component = inner;
  }
  return component;
}
