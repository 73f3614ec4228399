import type { Localized } from "../../base/localized.ts";
import { defaultOf, existsIn } from "../../schema/catalog.ts";
import type { AttributeFacts, ClassFacts } from "../../schema/model.ts";
import type { AttributeDefault } from "../../syntax/attribute-defaults.ts";
import { type Component, lowerFirst, upperFirst } from "../component.ts";
import type { ConfigFile } from "../file.ts";
import type { EffectiveAttribute, LostAttribute } from "./model.ts";
import { REASONS } from "./reasons.ts";
import { setterTakes } from "./setters.ts";

/** What an object's attributes are read with. */
export interface Reading {
  readonly file: ConfigFile;
  /** What the DOCTYPE gives elements that lack an attribute. */
  readonly defaults: readonly AttributeDefault[];
}

/** An attribute as the parser hands it on: written in the element, or out of the DOCTYPE. */
interface Given {
  readonly name: string;
  /** Undefined where an entity of the document is used. */
  readonly text: string | undefined;
  /** As it is written, or as the parser hands it on where that is known. */
  readonly written: string;
  readonly fromDoctype: boolean;
}

export interface Attributes {
  readonly attributes: readonly EffectiveAttribute[];
  readonly lost: readonly LostAttribute[];
}

/** The names XML allows for attributes, as far as Tomcat's go. */
const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** The attributes of a written element; `more` are those its class hands on, as a Connector does to its protocol. */
export function writtenAttributes(
  component: Component,
  reading: Reading,
  more: ReadonlyMap<string, AttributeFacts> | undefined = undefined,
): Attributes {
  const { type } = component;
  const found = new Map<string, EffectiveAttribute>();
  const lost: LostAttribute[] = [];
  for (const attribute of givenTo(component, reading)) {
    const { name } = attribute;
    if (name.startsWith("xmlns")) continue;
    if (name === "className") {
      if (component.facts?.takesClassName === false) {
        if (type) lost.push(unknownTo(type, attribute));
      } else if (component.className === undefined)
        found.set(name, effectiveValue(attribute, undefined, type, reading));
      continue;
    }
    const why = lossOf(attribute, component, more, reading);
    if (why) lost.push({ name, written: attribute.written, why });
    else {
      const facts = factsOf(name, type, more, reading);
      const effective = effectiveValue(attribute, facts, type, reading);
      found.set(effective.name, effective);
    }
  }
  for (const each of defaultsOf(type, reading, more)) if (!found.has(each.name)) found.set(each.name, each);
  return { attributes: sortedByName([...found.values()]), lost };
}

/** What is written comes first: an attribute of the same setter behind it counts (XML 1.0, 3.3.2). */
function* givenTo({ name, element }: Component, { defaults }: Reading): Generator<Given> {
  for (const { name, value } of element.attributes) {
    yield { name, text: value?.text, written: value?.text ?? value?.raw ?? "", fromDoctype: false };
  }
  const own = defaults.filter((each) => each.element === name && each.name !== "className");
  if (own.length === 0) return;
  const there = new Set(element.attributes.map((written) => written.name));
  for (const each of own) {
    if (there.has(each.name)) continue;
    yield { name: each.name, text: each.value, written: each.value, fromDoctype: true };
  }
}

/** The attributes of an object nothing is written of. */
export function defaultAttributes(className: string, reading: Reading): readonly EffectiveAttribute[] {
  return sortedByName(defaultsOf(reading.file.catalog.classNamed(className), reading, undefined));
}

export function sortedByName(attributes: readonly EffectiveAttribute[]): readonly EffectiveAttribute[] {
  // By code unit: the order must not depend on the machine's locale.
  return [...attributes].sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

/** Why an attribute changes nothing; undefined when it may. */
function lossOf(
  { name }: Given,
  component: Component,
  more: ReadonlyMap<string, AttributeFacts> | undefined,
  reading: Reading,
): Localized | undefined {
  const { facts, type } = component;
  if (!NAME.test(name)) return REASONS.notXmlName;
  if (factsOf(name, type, more, reading)?.type === "object") return REASONS.needsObject;
  if (!type || facts?.unknownAttributeSilent || type.acceptsAnyAttribute) return undefined;
  if (facts?.ruleAttributes.includes(name) || type.attributePatterns.some((pattern) => pattern.test(name))) {
    return name === "optional" ? REASONS.noSuchAttribute(type.simpleName) : undefined;
  }
  if (factsOf(name, type, more, reading)) return undefined;
  if (type.silentAttributes.has(lowerFirst(name))) return REASONS.needsObject;
  // A Connector hands attributes on to its protocol, which may be a third party's.
  if (component.name === "Connector" && !more) return undefined;
  return REASONS.noSuchAttribute(type.simpleName);
}

function factsOf(
  name: string,
  type: ClassFacts | undefined,
  more: ReadonlyMap<string, AttributeFacts> | undefined,
  { file }: Reading,
): AttributeFacts | undefined {
  for (const each of [lowerFirst(name), name, upperFirst(name)]) {
    const own = type?.attributes.get(each);
    const facts = more?.get(each) ?? own;
    // Without a release, one that had it counts. Of what a Connector hands on, its own class knows since when.
    if (facts && (!file.version.release || existsIn((own ?? facts).releases, file.version.release))) return facts;
  }
  return undefined;
}

function effectiveValue(
  attribute: Given,
  facts: AttributeFacts | undefined,
  type: ClassFacts | undefined,
  reading: Reading,
): EffectiveAttribute {
  const name = facts?.name ?? attribute.name;
  const { written } = attribute;
  const { reading: properties, version } = reading.file;
  const text = attribute.text === undefined ? undefined : properties.textOf(attribute.text);
  if (text === undefined) {
    return { name, value: undefined, origin: "unknown", written, why: REASONS.placeholder };
  }
  const origin = text === attribute.text ? "written" : "filled-in";
  const read = setterTakes(text, { name, facts, type }, version);
  if ("unknown" in read) return { name, value: undefined, origin: "unknown", written, why: read.unknown };
  if ("rejected" in read) {
    const fallback = facts && defaultText(facts, reading);
    return { name, value: fallback, origin: "rejected", written, why: read.rejected };
  }
  const why = read.why ?? (attribute.fromDoctype ? REASONS.fromDoctype : undefined);
  return { name, value: read.value, origin, written, why };
}

/** How the facts write an address that is not set. */
const NO_BYTES = "{}";

function defaultText(facts: AttributeFacts, { file }: Pick<Reading, "file">): string | undefined {
  const text = defaultOf(facts, file.version.release) ?? undefined;
  return text === NO_BYTES ? undefined : text;
}

/**
 * What takes effect although nothing is written: of the attributes the configuration reference describes, because the
 * others are counters and parts of Tomcat's inside. Deprecated ones are left out, their successors are there.
 */
function defaultsOf(
  type: ClassFacts | undefined,
  { file }: Reading,
  more: ReadonlyMap<string, AttributeFacts> | undefined,
): readonly EffectiveAttribute[] {
  const { release } = file.version;
  return [...(more ?? type?.attributes ?? []).values()].flatMap((facts): readonly EffectiveAttribute[] => {
    const { releases } = type?.attributes.get(facts.name) ?? facts;
    if (!facts.documented || facts.deprecated || !existsIn(releases, release)) return [];
    const value = defaultText(facts, { file });
    return value === undefined
      ? []
      : [{ name: facts.name, value, origin: "default", written: undefined, why: undefined }];
  });
}

function unknownTo(type: ClassFacts, { name, written }: Given): LostAttribute {
  return { name, written, why: REASONS.noSuchAttribute(type.simpleName) };
}
