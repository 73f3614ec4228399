import type { Localized } from "../../base/localized.ts";
import { attributeDefaults } from "../../syntax/attribute-defaults.ts";
import type { Component } from "../component.ts";
import type { ConfigFile } from "../file.ts";
import { ELEMENTS_WITH_TEXT } from "../text-elements.ts";
import { contextPath } from "../values.ts";
import { addedBy } from "./additions.ts";
import { type Reading, writtenAttributes } from "./attributes.ts";
import { connectorObject } from "./connector.ts";
import { type DroppedElement, type EffectiveObject, WRITTEN_AS } from "./model.ts";
import { REASONS } from "./reasons.ts";

/**
 * What Tomcat makes of a server.xml, a context.xml or a Cluster: every object with the values that take effect, those it
 * adds and what it drops. Undefined for a web.xml, whose elements become no objects of their own.
 *
 * @param lines how many objects and attributes are made before the rest is left out, with a note on what is around it
 */
export function effectiveOf(file: ConfigFile, lines = Number.POSITIVE_INFINITY): EffectiveObject | undefined {
  return file.root && objectOf(file.root, { file, defaults: attributeDefaults(file.document) }, { left: lines });
}

/** How many objects and attributes may still be made of a file. */
interface Room {
  left: number;
}

function objectOf(component: Component, reading: Reading, room: Room): EffectiveObject {
  const { kept, dropped } = sortedOut(component);
  const written =
    component.name === "Connector" ? connectorObject(component, reading) : plainObject(component, reading);
  const children: EffectiveObject[] = [];
  for (const child of kept) {
    if (room.left <= 0) break;
    children.push(objectOf(child, reading, room));
  }
  const leftOut = kept.length - children.length;
  const object = addedBy(
    component,
    {
      ...written,
      children: [...written.children, ...children],
      dropped: [...written.dropped, ...dropped],
      notes: leftOut === 0 ? written.notes : [...written.notes, REASONS.leftOut(leftOut)],
    },
    reading,
  );
  const made = { ...object, children: inOrder(object.children) };
  room.left -= linesOf(made);
  return { ...made, [WRITTEN_AS]: component };
}

/** The lines of an object without those of written ones in it, which are counted on their own. */
function linesOf({ attributes, children }: EffectiveObject): number {
  let lines = 1 + attributes.length;
  for (const child of children) if (!writtenAs(child)) lines += linesOf(child);
  return lines;
}

/** The element an object is made of; undefined for what Tomcat adds. */
export function writtenAs(object: EffectiveObject): Component | undefined {
  return object[WRITTEN_AS];
}

/**
 * The children by kind, as the configuration reference goes through them: files of two nodes become comparable. Within
 * a kind the order is Tomcat's own, except where it means nothing.
 */
function inOrder(children: readonly EffectiveObject[]): readonly EffectiveObject[] {
  const rank = ({ element }: EffectiveObject) => RANKS.get(element) ?? RANKS.size;
  return [...children].sort((one, other) => rank(one) - rank(other) || compareText(nameOf(one), nameOf(other)));
}

const RANKS: ReadonlyMap<string, number> = new Map(
  [
    ...["Listener", "GlobalNamingResources", "Service", "Executor", "Connector", "Engine"],
    ...["Alias", "Realm", "CredentialHandler", "Cluster", "Manager", "Channel"],
    ...["Membership", "Receiver", "Sender", "Interceptor", "LocalMember", "Member"],
    ...["Valve", "Deployer", "ClusterListener", "Host", "Context"],
  ].map((name, index) => [name, index]),
);

/** What these are sorted by; the order of all others matters to Tomcat or is the author's. */
const SORTED: Readonly<Record<string, string>> = {
  Context: "path",
  Environment: "name",
  Executor: "name",
  Host: "name",
  Resource: "name",
  ResourceLink: "name",
  SSLHostConfig: "hostName",
};

function nameOf({ element, attributes }: EffectiveObject): string {
  const key = SORTED[element];
  return attributes.find(({ name }) => name === key)?.value ?? "";
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function textOf({ name, element }: Component, { file }: Reading): string | undefined {
  if (!ELEMENTS_WITH_TEXT.has(name)) return undefined;
  const parts = element.content.filter(({ kind }) => kind === "text");
  const text = parts
    .map(({ span }) => file.document.text.slice(span.start, span.end))
    .join("")
    .trim();
  // References are left to the file: they do not occur in names of hosts and paths.
  if (text === "" || /[<&]/.test(text)) return undefined;
  const filled = file.reading.textOf(text) ?? text;
  return name === "Alias" ? filled.toLowerCase() : filled;
}

function plainObject(component: Component, reading: Reading): EffectiveObject {
  const { className, type, facts } = component;
  return {
    element: component.name,
    className,
    namesClass: facts?.takesClassName === true,
    known: type !== undefined,
    added: undefined,
    ...writtenAttributes(component, reading),
    children: [],
    dropped: [],
    text: textOf(component, reading),
    notes: notesOn(component),
  };
}

function notesOn({ className, type, facts }: Component): readonly Localized[] {
  if (type || facts?.takesClassName === false) return [];
  return [className === undefined ? REASONS.unknownName : REASONS.unknownClass];
}

interface SortedOut {
  readonly kept: readonly Component[];
  readonly dropped: readonly DroppedElement[];
}

/** The children that become objects of their own, and those that do not. */
function sortedOut(component: Component): SortedOut {
  const kept = new Set<Component>();
  const dropped: DroppedElement[] = [];
  const holders = new Map<string, Component>();
  const drop = (child: Component, reason: Drop) =>
    dropped.push({ element: child.name, className: child.className, ...reason });
  for (const child of component.children) {
    const key = keyOf(child);
    const holder = key === undefined ? undefined : holders.get(key);
    const reason = whyDropped(child, component, holder);
    if (reason) {
      drop(child, reason);
      continue;
    }
    if (holder && kept.delete(holder)) drop(holder, { why: REASONS.replaced, stops: false });
    kept.add(child);
    if (key !== undefined) holders.set(key, child);
  }
  return { kept: [...kept], dropped };
}

type Drop = Pick<DroppedElement, "why" | "stops">;

/** `holder` is an earlier child that has the name which no two may have. */
function whyDropped(child: Component, parent: Component, holder: Component | undefined): Drop | undefined {
  const { facts, className } = child;
  if (!facts) return { why: REASONS.noSuchElement(parent.name), stops: false };
  if (parent.type?.childrenThatAbort.has(child.name)) {
    return { why: REASONS.noMember(parent.type.simpleName), stops: true };
  }
  if (facts.classRequired && className === undefined && !child.has("className")) {
    return { why: REASONS.noClassName, stops: true };
  }
  if (className !== undefined) {
    if (facts.classesThatAbort.includes(className)) return { why: REASONS.classStops, stops: true };
    if (facts.classesDropped.includes(className)) return { why: REASONS.notClusterValve, stops: false };
  }
  if (facts.repeat === "last-wins" && parent.child(child.name) !== child) {
    return { why: REASONS.replaced, stops: false };
  }
  if (!holder || replaces(child, holder)) return undefined;
  return { why: REASONS[facts.repeat === "aborts" ? "second" : "sameName"], stops: facts.repeat === "aborts" };
}

/** A later Environment takes the place of one that may be overridden (NamingResourcesImpl.addEnvironment). */
function replaces(child: Component, holder: Component): boolean {
  return child.name === "Environment" && holder.name === "Environment" && holder.boolean("override") !== false;
}

/** What tells two elements of one name apart, where Tomcat takes only one of each. */
const KEYS: Readonly<Record<string, (component: Component) => string | undefined>> = {
  Context: (context) => {
    const path = context.effective("path");
    return path === undefined ? undefined : contextPath(path);
  },
  Host: (host) => host.effective("name")?.toLowerCase(),
  OpenSSLConf: () => "",
  SSLHostConfig: (host) => host.effective("hostName")?.toLowerCase(),
};

/** These share one set of names, in which those without one are one more (NamingResourcesImpl). */
const ENTRIES = new Set(["Ejb", "Environment", "Resource", "ResourceLink", "ServiceRef"]);

/** What no second one may share; undefined where it is not knowable, or where any number may stand. */
function keyOf(component: Component): string | undefined {
  if (ENTRIES.has(component.name)) {
    const name = component.has("name") ? component.text("name") : "";
    return name === undefined ? undefined : `entry ${name}`;
  }
  const value = KEYS[component.name]?.(component);
  return value === undefined ? undefined : `${component.name} ${value}`;
}
