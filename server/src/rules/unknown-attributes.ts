import { type Component, lowerFirst, upperFirst } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { type Catalog, existsIn, linesWith } from "../schema/catalog.ts";
import type { Line } from "../schema/lines.ts";
import type { AttributeFacts, ClassFacts, TomcatVersion } from "../schema/model.ts";
import { isXmlName } from "../syntax/name-problems.ts";
import type { XmlAttribute } from "../syntax/tree.ts";

/** The attributes of an element that Tomcat does not know; none where that cannot be told. */
export function unknownAttributes(component: Component, { catalog, version }: ConfigFile): readonly XmlAttribute[] {
  const { facts, type } = component;
  if (!facts || !type || facts.unknownAttributeSilent || type.acceptsAnyAttribute) return [];
  const handler = handlerOf(component, catalog);
  if (component.name === "Connector" && !handler) return [];
  // When the release is not known, an attribute of any release of the line counts as known.
  const isKnown = (name: string): boolean =>
    [type.attributes.get(name), handler?.get(name)].some(
      (found) => found && (!version.release || existsIn(found.releases, version.release)),
    );
  return component.attributesWhere(({ name }) => {
    // The setter of `uRIEncoding` is that of `URIEncoding`.
    const known = isKnown(name) || isKnown(lowerFirst(name)) || isKnown(upperFirst(name));
    // Names that XML does not allow are reported by the XML checks.
    return !known && !isReadElsewhere(name, component, type) && isXmlName(name);
  });
}

/** A Connector passes attributes on to its protocol handler, which may be a third party's; undefined for other elements. */
export function handlerOf(component: Component, catalog: Catalog): ReadonlyMap<string, AttributeFacts> | undefined {
  return component.name === "Connector" ? catalog.connectorAttributes(component.text("protocol")) : undefined;
}

/**
 * Attributes that went before the first line we know and are still written, by element: of a Host those that told how
 * descriptors are parsed, of a Connector a session cookie for `/` and the idle threads that are kept.
 */
const ANCIENT: Readonly<Record<string, readonly string[]>> = {
  Host: ["xmlValidation", "xmlNamespaceAware"],
  Connector: ["emptySessionPath", "maxSpareThreads"],
};

/** True for an attribute of Tomcat 6 or before; `debug`, a log level, stood on any element in Tomcat 5. */
export function isAncient({ name }: XmlAttribute, { name: element }: Component): boolean {
  return name === "debug" || ANCIENT[element]?.includes(name) === true;
}

/** True for an ancient attribute, and for one that another line has while this line is only assumed. */
export function isOfOtherLine(attribute: XmlAttribute, component: Component, version: TomcatVersion): boolean {
  return isAncient(attribute, component) || linesThatHave(attribute, component, version).length > 0;
}

/** The other lines that have the attribute, where the line is only assumed. */
export function linesThatHave({ name }: XmlAttribute, component: Component, version: TomcatVersion): readonly Line[] {
  const { type } = component;
  if (!version.assumed || !type) return [];
  const protocol = component.name === "Connector" ? component.text("protocol") : undefined;
  return linesWith(type.name, lowerFirst(name), component.name === "Connector", protocol);
}

function isReadElsewhere(name: string, component: Component, type: ClassFacts): boolean {
  return (
    (name === "className" && component.facts?.takesClassName === true) ||
    name === "optional" ||
    // Eclipse's server adapter writes it, and Tomcat's digester is told to expect it (Catalina, ContextConfig).
    (name === "source" && component.name === "Context") ||
    component.facts?.ruleAttributes.includes(name) === true ||
    type.silentAttributes.has(lowerFirst(name)) ||
    type.attributePatterns.some((pattern) => pattern.test(name))
  );
}
