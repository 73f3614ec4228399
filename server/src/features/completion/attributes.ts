import type { Span } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { defaultOf, existsIn } from "../../schema/catalog.ts";
import type { AttributeFacts } from "../../schema/model.ts";
import type { XmlAttribute } from "../../syntax/tree.ts";
import type { Completion, CompletionRequest } from "./item.ts";
import { stop, type Template } from "./template.ts";
import { USUAL_ATTRIBUTES, USUAL_ONLY_WITH } from "./usual.ts";
import { valuesOf } from "./values.ts";
import { insertOf } from "./write-element.ts";

/** Not in Tomcat's documentation, but used by everybody. */
const WELL_KNOWN = new Set(["bind", "clusterName"]);

/** What Tomcat reads itself, before there is an object with setters (ConnectorCreateRule, SetExecutorRule). */
const READ_BY_RULE: Readonly<Record<string, readonly string[]>> = {
  Connector: ["protocol", "executor"],
  Certificate: ["type"],
};

/** The attributes a component may still get; `attribute` is the one whose name is under the cursor. */
export function attributes(
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

  const offered = [...candidates(component, file)]
    .filter((facts) => free(facts.name))
    .map((facts) => ({ facts, rank: rankOf(facts, component) }))
    .sort((a, b) => a.rank - b.rank || (a.facts.name < b.facts.name ? -1 : 1))
    .map(({ facts }): Completion => {
      const fallback = defaultOf(facts, file.version.release) ?? undefined;
      const continues = valuesOf(component, facts.name, request).length > 0;
      return {
        ...item(facts.name),
        detail: fallback === undefined ? facts.type : `${facts.type} = ${fallback}`,
        deprecated: facts.deprecated,
        ...(component.type?.attributes.has(facts.name)
          ? { about: { className: component.type.name, attribute: facts.name } }
          : {}),
        text: write(facts.name, [stop(1, continues || !isNumber(facts) ? undefined : fallback)]),
        continues,
      };
    });
  if (!component.facts?.takesClassName || !free("className")) return offered;
  const first = { ...item("className"), text: write("className", [stop(1)]), continues: true };
  return [{ ...first, preselect: component.facts.classRequired }, ...offered];
}

/** What the class has in this release and Tomcat describes, and what a Connector hands to its protocol. */
function candidates(component: Component, { catalog, version }: ConfigFile): Iterable<AttributeFacts> {
  const handed = component.name === "Connector" ? catalog.connectorAttributes(component.text("protocol")) : undefined;
  const found = new Map((READ_BY_RULE[component.name] ?? []).map((name) => [name, textual(name)]));
  for (const facts of [...(handed?.values() ?? []), ...(component.type?.attributes.values() ?? [])]) {
    const offers = facts.documented || WELL_KNOWN.has(facts.name);
    if (offers && !found.has(facts.name) && existsIn(facts.releases, version.release)) found.set(facts.name, facts);
  }
  return found.values();
}

function rankOf({ name, required, deprecated }: AttributeFacts, component: Component): number {
  if (deprecated) return 3;
  if (required && component.name !== "LocalMember") return 0;
  const usual = USUAL_ATTRIBUTES[component.name] ?? {};
  const fits = (USUAL_ONLY_WITH[component.name] ?? component.className) === component.className;
  return fits && name in usual ? 1 : 2;
}

function isNumber({ type }: AttributeFacts): boolean {
  return type === "int" || type === "long" || type === "double";
}

/** XML wants a blank between an attribute and its neighbours. */
function surroundings(text: string, name: Span, attribute: XmlAttribute | undefined) {
  if (attribute) return { before: "", behind: "" };
  return {
    before: /\s/.test(text.charAt(name.start - 1)) ? "" : " ",
    behind: /[\s/>]|^$/.test(text.charAt(name.end)) ? "" : " ",
  };
}

function textual(name: string): AttributeFacts {
  return {
    name,
    type: "string",
    alsoTyped: [],
    default: undefined,
    earlierDefault: undefined,
    values: undefined,
    deprecated: false,
    documented: true,
    required: false,
    releases: [],
  };
}
