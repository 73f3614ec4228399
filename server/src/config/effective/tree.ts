import type { Localized } from "../../base/localized.ts";
import type { Component } from "../component.ts";
import type { ConfigFile } from "../file.ts";
import { addedBy } from "./additions.ts";
import { type Reading, writtenAttributes } from "./attributes.ts";
import { connectorObject } from "./connector.ts";
import type { DroppedElement, EffectiveObject } from "./model.ts";
import { REASONS } from "./reasons.ts";

/**
 * What Tomcat makes of a server.xml, a context.xml or a Cluster: every object with the values that take effect, those it
 * adds and what it drops. Undefined for a web.xml, whose elements become no objects of their own.
 */
export function effectiveOf(file: ConfigFile): EffectiveObject | undefined {
  return file.root && objectOf(file.root, { file });
}

function objectOf(component: Component, reading: Reading): EffectiveObject {
  const { kept, dropped } = sortedOut(component);
  const written =
    component.name === "Connector" ? connectorObject(component, reading) : plainObject(component, reading);
  const children = kept.map((child) => objectOf(child, reading));
  const object = addedBy(
    component,
    { ...written, children: [...written.children, ...children], dropped: [...written.dropped, ...dropped] },
    reading,
  );
  const made = { ...object, children: inOrder(object.children) };
  sources.set(made, component);
  return made;
}

/** Not part of an object, which is plain data. */
const sources = new WeakMap<EffectiveObject, Component>();

/** The element an object is made of; undefined for what Tomcat adds. */
export function writtenAs(object: EffectiveObject): Component | undefined {
  return sources.get(object);
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
};

function nameOf({ element, attributes }: EffectiveObject): string {
  const key = SORTED[element];
  return attributes.find(({ name }) => name === key)?.value ?? "";
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Elements whose text Tomcat reads. */
const WITH_TEXT = new Set(["Alias", "WatchedResource", "WrapperLifecycle", "WrapperListener"]);

function textOf({ name, element }: Component, { file }: Reading): string | undefined {
  if (!WITH_TEXT.has(name)) return undefined;
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
  const kept: Component[] = [];
  const dropped: DroppedElement[] = [];
  const names = new Set<string>();
  for (const child of component.children) {
    const reason = whyDropped(child, component, names);
    if (reason) dropped.push({ element: child.name, className: child.className, ...reason });
    else kept.push(child);
  }
  return { kept, dropped };
}

type Drop = Pick<DroppedElement, "why" | "stops">;

function whyDropped(child: Component, parent: Component, names: Set<string>): Drop | undefined {
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
  const key = keyOf(child);
  if (key === undefined) return undefined;
  if (names.has(key)) return facts.repeat === "aborts" ? { why: REASONS.second, stops: true } : SAME_NAME;
  names.add(key);
  return undefined;
}

const SAME_NAME: Drop = { why: REASONS.sameName, stops: false };

/** The attribute that tells two elements of one name apart, where Tomcat takes only one of each. */
const KEYS: Readonly<Record<string, string>> = {
  Context: "path",
  Ejb: "name",
  Host: "name",
  OpenSSLConf: "",
  Resource: "name",
  ResourceLink: "name",
  SSLHostConfig: "hostName",
  ServiceRef: "name",
};

/** What no second one may share; undefined where it is not knowable, or where any number may stand. */
function keyOf(component: Component): string | undefined {
  const attribute = KEYS[component.name];
  if (attribute === undefined) return undefined;
  const value = attribute === "" ? "" : component.effective(attribute);
  return value === undefined ? undefined : `${component.name} ${value.toLowerCase()}`;
}
