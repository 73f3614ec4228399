import type { Span } from "../../base/span.ts";
import { GROUP_CHANNEL } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import { existsIn, simpleNameOf } from "../../schema/catalog.ts";
import type { ElementFacts } from "../../schema/model.ts";
import type { XmlElement } from "../../syntax/tree.ts";
import { clusterBlocks } from "./blocks.ts";
import type { Completion, CompletionRequest } from "./item.ts";
import { skeleton } from "./skeleton.ts";
import { tabStop } from "./template.ts";
import { CONTAINER_CLASSES, usualClass, usualOrder } from "./usual.ts";
import { type ElementNamePlace, writeElement } from "./write-element.ts";

/** Elements whose classes are offered like elements, because users look for the class. */
const BY_CLASS = new Set(["Interceptor", "Manager", "Membership", "Valve"]);

/** The elements that a parent accepts: whole ones where nothing of them is typed yet. */
export function elements(
  parent: Component,
  place: ElementNamePlace,
  request: CompletionRequest,
  self?: Component,
): readonly Completion[] {
  const { file } = request;
  const facts = [...(parent.facts?.children.values() ?? [])].filter(
    ({ name }) => parent.type?.childrenThatAbort.has(name) !== true && holdsMembers(parent, name),
  );
  const offered = facts
    .map((each) => ({ each, rank: rankOf(each, parent, self) }))
    .sort((a, b) => a.rank - b.rank || (a.each.name < b.each.name ? -1 : 1))
    .map(({ each }) => {
      const className = usualClass(parent, each, file.version, self) ?? each.defaultClass;
      const whole = () => skeleton(each, parent, request);
      const simple = className === undefined ? undefined : simpleNameOf(className);
      return {
        ...writeElement(each.name, place, request, whole),
        // The class of `Connector`, also called Connector, is not repeated.
        ...(simple === undefined || simple === each.name ? {} : { detail: simple }),
        about: { element: each.name, ...(className === undefined ? {} : { className }) },
      };
    });
  return [...offered, ...byClass(facts, { parent, self }, place, request), ...clusterBlocks(parent, place, request)];
}

/** Among interceptors and membership services, only the static ones accept members. */
function holdsMembers({ className, name: parentName }: Component, name: string): boolean {
  if (name !== "Member" && name !== "LocalMember") return true;
  if (parentName !== "Interceptor" && parentName !== "Membership") return true;
  return className === undefined || !className.startsWith("org.apache.catalina.") || CONTAINER_CLASSES.has(className);
}

/** Elements that Tomcat keeps one of come last where one exists. */
function rankOf({ name, repeat }: ElementFacts, parent: Component, self: Component | undefined): number {
  const there = repeat === "last-wins" && parent.childrenNamed(name).some((each) => each !== self);
  return usualOrder(parent.name, name) + (there ? 100 : 0);
}

/** The element that is typed, among those of its parent. */
interface Slot {
  readonly parent: Component;
  /** What there is of it already. */
  readonly self: Component | undefined;
}

function byClass(
  facts: readonly ElementFacts[],
  { parent, self }: Slot,
  place: ElementNamePlace,
  request: CompletionRequest,
): readonly Completion[] {
  if (!place.bare || (parent.name !== "Cluster" && parent.name !== "Channel")) return [];
  const { catalog, version } = request.file;
  return facts.flatMap((each) => {
    if (!BY_CLASS.has(each.name)) return [];
    const there = new Set(parent.childrenNamed(each.name).flatMap((child) => (child === self ? [] : child.className)));
    return classesFor(each).flatMap((className): Completion[] => {
      const type = catalog.classNamed(className);
      if (!type || type.deprecated || there.has(className) || !existsIn(type.releases, version.release)) return [];
      const whole = () => skeleton(each, parent, request, className);
      return [
        {
          ...writeElement(each.name, place, request, whole),
          description: type.simpleName,
          filter: `${place.opened ? "" : "<"}${each.name} ${type.simpleName}`,
          about: { element: each.name, className },
        },
      ];
    });
  });
}

/** Classes of the right type for an interceptor that are the channel itself. */
const NO_INTERCEPTORS = [GROUP_CHANNEL, "org.apache.catalina.tribes.group.ChannelCoordinator"];

/**
 * The classes that work here: without those that Tomcat drops or that stop it, and without those of the right type that
 * serve another purpose.
 */
export function classesFor({ name, classes, classesDropped, classesThatAbort }: ElementFacts): readonly string[] {
  const useless = new Set([...classesDropped, ...classesThatAbort, ...(name === "Interceptor" ? NO_INTERCEPTORS : [])]);
  return classes.filter((each) => !useless.has(each));
}

/** The end tag of the innermost element without one. */
export function endTag(
  parent: XmlElement | undefined,
  replace: Span,
  written: "</" | "<" | "",
  closed: boolean,
): readonly Completion[] {
  let open = parent;
  while (open && (open.endTag !== undefined || open.selfClosing)) open = open.parent;
  if (!open) return [];
  const whole = `</${open.name}>`;
  const text = whole.slice(written.length);
  return [
    {
      label: whole,
      kind: "end-tag",
      filter: text,
      replace,
      text: [closed ? text.slice(0, -1) : text],
    },
  ];
}

/** A comment and a CDATA section after `<`, or after the part of them that is typed. */
export function markup(replace: Span, typed: string): readonly Completion[] {
  const items: Completion[] = [
    { label: "<!-- -->", kind: "markup", filter: "!--", replace, text: ["!-- ", tabStop(0), " -->"] },
    { label: "<![CDATA[ ]]>", kind: "markup", filter: "![CDATA[", replace, text: ["![CDATA[", tabStop(0), "]]>"] },
  ];
  return items.filter(({ filter = "" }) => filter.startsWith(typed));
}
