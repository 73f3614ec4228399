import type { Component } from "../../config/component.ts";
import { freeIds } from "../../config/unique-ids.ts";
import { existsIn } from "../../schema/catalog.ts";
import type { ElementFacts } from "../../schema/model.ts";
import type { CompletionRequest } from "./item.ts";
import { nextNeighbour, takenIds } from "./neighbours.ts";
import { type Stop, type Template, tabStop } from "./template.ts";
import { CONTAINER_CLASSES, CONTAINERS, USUAL_ATTRIBUTES, USUAL_ONLY_WITH, usualClass } from "./usual.ts";

/** The most attributes on one line; more are written below each other. */
const ON_ONE_LINE = 2;

/**
 * A whole element with its necessary parts: its class, the required attributes, and the child without which it has no
 * effect. Its further lines have a tab for each step of indent, for `layOut`.
 */
export function skeleton(
  facts: ElementFacts,
  parent: Component | undefined,
  request: CompletionRequest,
  chosenClass?: string,
): Template {
  const { name } = facts;
  const counter = new Counter();
  if (!facts.takesClassName && facts.defaultClass === undefined && facts.children.size === 0) {
    return [`<${name}>`, tabStop(0), `</${name}>`];
  }
  const className = chosenClass ?? usualClass(parent, facts, request.file.version);
  const classText = chosenClass ?? guessedClass(facts, className, counter);
  const attributes = attributesOf(facts, { parent, request, counter }, { className, text: classText });
  const start: (string | Stop)[] = [`<${name}`];
  attributes.forEach(([attribute, value], index) => {
    const apart = index > 0 && attributes.length > ON_ONE_LINE;
    start.push(apart ? `\n${" ".repeat(name.length + 2)}${attribute}="` : ` ${attribute}="`, value, '"');
  });
  const child = CONTAINERS[name];
  if (child === undefined && !(name in CONTAINERS) && !CONTAINER_CLASSES.has(className ?? "")) {
    return [...start, tabStop(0), "/>"];
  }
  const childFacts = child === undefined ? undefined : facts.children.get(child);
  if (!childFacts) return [...start, ">\n\t", tabStop(0), `\n</${name}>`];
  const childClass = usualClass(undefined, childFacts, request.file.version) ?? childFacts.classes[0] ?? "";
  return [...start, `>\n\t<${child} className="${childClass}"/>\n</${name}>`, tabStop(0)];
}

class Counter {
  #last = 0;
  next(): number {
    return ++this.#last;
  }
}

/** The class of a new element, and how its name is written. */
interface ChosenClass {
  readonly className: string | undefined;
  readonly text: Stop | string;
}

/** An element that is being written. */
interface Draft {
  readonly parent: Component | undefined;
  readonly request: CompletionRequest;
  /** Numbers its stops. */
  readonly counter: Counter;
}

function attributesOf(
  facts: ElementFacts,
  { parent, request, counter }: Draft,
  { className, text: classText }: ChosenClass,
): readonly (readonly [name: string, value: Stop | string])[] {
  const attributes: (readonly [string, Stop | string])[] = [];
  const { catalog, version } = request.file;
  const type = catalog.classNamed(className ?? facts.defaultClass ?? "");
  if (facts.classRequired) attributes.push(["className", classText]);
  const usual = USUAL_ATTRIBUTES[facts.name] ?? {};
  const fits = className === undefined || (USUAL_ONLY_WITH[facts.name] ?? className) === className;
  const names = new Set(fits ? Object.keys(usual) : []);
  for (const each of type?.attributes.values() ?? []) {
    // A LocalMember takes from its Receiver what a Member requires.
    if (each.required && facts.name !== "LocalMember" && existsIn(each.releases, version.release)) {
      names.add(each.name);
    }
  }
  const member = facts.name === "Member" ? nextNeighbour(parent, request) : undefined;
  const known: Readonly<Record<string, string | undefined>> = {
    host: member?.host,
    port: member?.port === undefined ? undefined : `${member.port}`,
    // What the Deployer receives is deployed by the Host, which looks into its appBase.
    deployDir: parent?.ancestor("Host")?.effective("appBase"),
    uniqueId: member?.uniqueId ?? (names.has("uniqueId") ? freeIds(parent, takenIds(request))[0] : undefined),
  };
  for (const name of names) {
    const value = (parent && known[name]) ?? usual[name];
    attributes.push([
      name,
      typeof value === "object" ? { stop: counter.next(), choices: value } : tabStop(counter.next(), value),
    ]);
  }
  return attributes;
}

/** The only sensible class is written as text without a stop. */
function guessedClass(facts: ElementFacts, className: string | undefined, counter: Counter): Stop | string {
  if (className === undefined) return tabStop(counter.next());
  return facts.classes.length === 1 || (facts.name !== "Interceptor" && facts.name !== "Valve")
    ? className
    : tabStop(counter.next(), className);
}
