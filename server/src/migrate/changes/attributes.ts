import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import type { Edit } from "../../base/span.ts";
import { type Component, lowerFirst } from "../../config/component.ts";
import { childInsertion, escapeAttribute } from "../../config/edits.ts";
import type { ConfigFile } from "../../config/file.ts";
import { type MovedAttribute, move, movedAttribute } from "../../rules/tls.ts";
import { type Catalog, existsIn } from "../../schema/catalog.ts";
import type { AttributeFacts, TomcatVersion } from "../../schema/model.ts";
import type { XmlAttribute } from "../../syntax/tree.ts";
import type { FoundChange, Step } from "../model.ts";
import { type AttributeChange, type Destination, HANDLER } from "../tables/attribute-change.ts";
import { ATTRIBUTE_CHANGES } from "../tables/attributes.ts";
import { byHand, type ChangeFinder, changed, componentsOf, leadsTo, type Passage } from "./change.ts";

/**
 * Attributes that the next line no longer has: renamed, moved, removed where nothing is lost, or reported as to do by
 * hand.
 */
export const attributeChanges: ChangeFinder = function* (passage) {
  for (const component of componentsOf(passage.file)) {
    const gone = goneFrom(component, passage);
    const tls = gone.filter(({ name }) => movedAttribute(name, component, passage.next));
    if (tls.length > 0) yield* tlsMoved(component, tls, passage);
    for (const attribute of gone) if (!tls.includes(attribute)) yield one(component, attribute, passage);
  }
};

/** Attributes handled in `realms.ts`. */
const OF_OTHERS: ReadonlySet<string> = new Set(["Realm digest", "Realm digestEncoding"]);

/** The attributes that this line knows and the next does not. */
function goneFrom(component: Component, { next, file, step: { to } }: Passage): readonly XmlAttribute[] {
  const { type, facts } = component;
  const nextType = type && next.classNamed(type.name);
  if (!type || !nextType || nextType.acceptsAnyAttribute || facts?.unknownAttributeSilent) return [];
  const handler = handlerIn(component, next);
  if (component.name === "Connector" && !handler) return [];
  return component.element.attributes.filter(({ name }) => {
    if (name === "className" || name.startsWith("xmlns") || facts?.ruleAttributes.includes(name)) return false;
    const was = component.attributeFacts(name);
    if (!was || !isThere(was, file.version) || OF_OTHERS.has(`${component.name} ${name}`)) return false;
    const spelt = [lowerFirst(name), name];
    return !spelt.some(
      (each) =>
        isThere(nextType.attributes.get(each), to) ||
        nextType.silentAttributes.has(each) ||
        isThere(handler?.get(each), to) ||
        nextType.attributePatterns.some((pattern) => pattern.test(each)),
    );
  });
}

/** True for an attribute that this release has; without a release, for one that any had. */
function isThere(facts: AttributeFacts | undefined, { release }: TomcatVersion): boolean {
  return facts !== undefined && (release === undefined || existsIn(facts.releases, release));
}

/** The attributes of a Connector's protocol handler in the next line; undefined where the handler is not known. */
function handlerIn(component: Component, next: Catalog): ReadonlyMap<string, AttributeFacts> | undefined {
  if (component.name !== "Connector") return undefined;
  if (component.has("protocol") && component.text("protocol") === undefined) return undefined;
  return next.connectorAttributes(component.text("protocol"));
}

function* tlsMoved(
  component: Component,
  attributes: readonly XmlAttribute[],
  { file, next, step: { to } }: Passage,
): Generator<FoundChange> {
  const { fix } = move(component, attributes, { ...file, catalog: next });
  const source = "SSLHostConfig and SSLHostConfigCertificate; the setters of AbstractHttp11Protocol, 9.0";
  for (const attribute of attributes) {
    const target = movedAttribute(attribute.name, component, next);
    if (!target) continue;
    const why = { text: tlsText(attribute.name, target), source, since: to.line };
    // They are moved together, because TLS works only with all of them.
    if (fix) yield changed(attribute.nameSpan, component.name, why, attribute === attributes[0] ? fix.edits : []);
    else yield byHand(attribute.nameSpan, component.name, why);
  }
}

function tlsText(name: string, { target, into }: MovedAttribute): Localized {
  const renamed = name === target ? { en: "", ko: "" } : { en: `, as ${target}`, ko: ` ${target} 속성으로` };
  return into === "Certificate"
    ? {
        en: `${name} is read in the Certificate of an SSLHostConfig${renamed.en}.`,
        ko: `${josa(name, "은")} SSLHostConfig 안의 Certificate에서${renamed.ko} 읽습니다.`,
      }
    : {
        en: `${name} is read in an SSLHostConfig${renamed.en}.`,
        ko: `${josa(name, "은")} SSLHostConfig에서${renamed.ko} 읽습니다.`,
      };
}

function one(component: Component, attribute: XmlAttribute, { file, step }: Passage): FoundChange {
  const { to } = step;
  const { name, nameSpan } = attribute;
  const change = changeFor(component, name, step);
  if (!change) {
    return byHand(nameSpan, component.name, {
      text: {
        en: `Tomcat ${to.line} has no ${name} here and ignores it.`,
        ko: `Tomcat ${to.line}에는 ${name} 속성이 없어 무시합니다.`,
      },
      source: `${component.type?.simpleName ?? component.name}, ${to.line}: no such setter`,
      since: to.line,
    });
  }
  const why = { text: change.text, source: change.source, since: to.line };
  const edits = editsFor(component, attribute, change, file);
  return edits ? changed(nameSpan, component.name, why, edits) : byHand(nameSpan, component.name, why);
}

function changeFor(component: Component, name: string, step: Step): AttributeChange | undefined {
  const own = component.type?.simpleName ?? "";
  const owners = component.name === "Connector" ? [own, HANDLER] : [own];
  return ATTRIBUTE_CHANGES.find(
    (each) =>
      leadsTo(step, each.gone) &&
      (each.name === name || each.name === lowerFirst(name)) &&
      each.classes.some((owner) => owners.includes(owner)),
  );
}

/** The edits of a change; undefined where its target exists already, or where a setting would be lost. */
function editsFor(
  component: Component,
  attribute: XmlAttribute,
  { change }: AttributeChange,
  file: ConfigFile,
): readonly Edit[] | undefined {
  const removal = component.removeAttribute(attribute);
  switch (change.kind) {
    case "rename":
      // Where both names of one setter are written, the last one applies; which of them is meant is left to the user.
      return component.element.attributes.some((each) => lowerFirst(each.name) === change.to)
        ? undefined
        : [{ span: attribute.nameSpan, newText: change.to }];
    case "drop": {
      const read = component.text(attribute.name)?.trim().toLowerCase();
      const harmless = change.harmless === "always" || (read !== undefined && change.harmless.includes(read));
      return harmless ? [removal] : undefined;
    }
    case "move": {
      const value = movedValue(change.values, attribute.value?.text);
      const put = value === undefined ? undefined : into(component, change.target, { name: change.to, value }, file);
      return put && [removal, put];
    }
  }
}

/** A value as its new place spells it; undefined where it has no spelling there. */
function movedValue(spellings: Readonly<Record<string, string>>, value: string | undefined): string | undefined {
  if (value === undefined || Object.keys(spellings).length === 0) return value;
  return spellings[value.trim().toLowerCase()];
}

/** Writes an attribute into a child element, which is created where it does not exist, or into the parent. */
function into(
  component: Component,
  target: Destination,
  { name, value }: { readonly name: string; readonly value: string },
  { document: { text } }: ConfigFile,
): Edit | undefined {
  if (target.place === "parent") {
    const { parent } = component;
    return parent && !parent.has(name) ? parent.setAttribute(name, value) : undefined;
  }
  const [child, ...others] = component.element.elements.filter((each) => each.name === target.element);
  if (others.length > 0) return undefined;
  if (!child) {
    const className = target.className === undefined ? "" : ` className="${target.className}"`;
    const xml = `<${target.element}${className} ${name}="${escapeAttribute(value, '"')}"/>`;
    return childInsertion(text, component.element, [xml]);
  }
  const there = component.children.find(({ element }) => element === child);
  return there && !there.has(name) ? there.setAttribute(name, value) : undefined;
}
