import type { Span } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { defaultOf, existsIn } from "../../schema/catalog.ts";
import type { AttributeFacts } from "../../schema/model.ts";
import { proseOf } from "../../schema/prose/index.ts";
import type { XmlAttribute } from "../../syntax/tree.ts";
import { poolAttributesOf } from "../explain-pool.ts";
import { storeAttributesOf } from "../explain-store.ts";
import { explainedOf } from "../hover.ts";
import type { Completion, CompletionRequest } from "./item.ts";
import { type Template, tabStop } from "./template.ts";
import { USUAL_ATTRIBUTES, USUAL_ONLY_WITH } from "./usual.ts";
import { valuesOf } from "./values.ts";
import { insertOf } from "./write-element.ts";

/** Not in Tomcat's documentation, but in common use. */
const WELL_KNOWN = new Set(["bind", "clusterName"]);

/** An attribute by its name; without facts where Tomcat or a pool reads it before there is an object with setters,
 * and for another project's class. */
interface Candidate {
  readonly name: string;
  readonly facts?: AttributeFacts;
}

/** The attributes that can be added to a component; `attribute` is the one whose name is under the cursor. */
export function attributeOffers(
  component: Component,
  attribute: XmlAttribute | undefined,
  name: Span,
  request: CompletionRequest,
): readonly Completion[] {
  const { file, offset } = request;
  const around = surroundings(file.document.text, name, attribute);
  const write = (each: string, value: Template): Template =>
    attribute?.equals ? [each] : [`${around.before}${each}="`, ...value, `"${around.behind}`];
  const item = (each: string) => ({
    label: each,
    kind: "attribute" as const,
    replace: name,
    ...(attribute ? insertOf(name, offset) : {}),
  });
  const free = (each: string) => !component.has(each) || component.attribute(each) === attribute;

  const { element, type, protocol } = explainedOf(component);
  const className = type?.name ?? (storeAttributesOf(component).length > 0 ? component.className : undefined);
  const about = { element, ...(className === undefined ? {} : { className }), ...(protocol ? { protocol } : {}) };
  const offered = [...candidates(component, file)]
    .filter((each) => free(each.name))
    .map((each) => ({ each, rank: rankOf(each, component) }))
    .sort((a, b) => a.rank - b.rank || (a.each.name < b.each.name ? -1 : 1))
    .map(({ each: { name: each, facts } }): Completion => {
      const fallback = (facts && defaultOf(facts, file.version.release)) ?? undefined;
      const continues = valuesOf(component, each, request).length > 0;
      return {
        ...item(each),
        detail: facts && fallback !== undefined ? `${facts.type} = ${fallback}` : facts?.type,
        ...(facts?.deprecated ? { deprecated: true } : {}),
        about: { ...about, attribute: each },
        text: write(each, [tabStop(1, continues || !isNumber(facts) ? undefined : fallback)]),
        continues,
      };
    });
  if (!component.facts?.takesClassName || !free("className")) return offered;
  const first = { ...item("className"), text: write("className", [tabStop(1)]), continues: true };
  return [{ ...first, preselect: component.facts.classRequired }, ...offered];
}

/**
 * Attributes that Tomcat reads here itself, documented ones that the class has in this release, and those of a pool or of another project's Manager.
 */
function candidates(component: Component, file: ConfigFile): Iterable<Candidate> {
  const found = new Map<string, Candidate>((component.facts?.ruleAttributes ?? []).map((name) => [name, { name }]));
  const all = [...component.attributes.values()];
  // Of a class that the documentation of this line leaves out, JDBCStore, what is explained here.
  const explained = all.some(({ documented }) => documented)
    ? {}
    : (proseOf(component.className ?? "")?.attributes ?? {});
  for (const facts of all) {
    const { name } = facts;
    const offers = facts.documented || WELL_KNOWN.has(name) || Object.hasOwn(explained, name);
    if (offers && !found.has(name) && existsIn(facts.releases, file.version.release)) found.set(name, { name, facts });
  }
  const others = [...poolAttributesOf(component, file), ...storeAttributesOf(component)];
  for (const name of others) if (!found.has(name)) found.set(name, { name });
  return found.values();
}

function rankOf({ name, facts }: Candidate, component: Component): number {
  if (facts?.deprecated) return 3;
  if (facts?.required && component.name !== "LocalMember") return 0;
  const usual = USUAL_ATTRIBUTES[component.name] ?? {};
  const fits = (USUAL_ONLY_WITH[component.name] ?? component.className) === component.className;
  return fits && name in usual ? 1 : 2;
}

function isNumber(facts: AttributeFacts | undefined): boolean {
  const type = facts?.type;
  return type === "int" || type === "long" || type === "double";
}

/** XML requires a blank between an attribute and its neighbours. */
function surroundings(text: string, name: Span, attribute: XmlAttribute | undefined) {
  if (attribute) return { before: "", behind: "" };
  return {
    before: /\s/.test(text.charAt(name.start - 1)) ? "" : " ",
    behind: /[\s/>]|^$/.test(text.charAt(name.end)) ? "" : " ",
  };
}
