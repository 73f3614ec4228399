import { type Span, span } from "../../base/span.ts";
import { walkElements, walkNodes } from "../../syntax/walk.ts";
import { placeholdersIn } from "../placeholder.ts";
import { propertyEntries } from "../property-entries.ts";
import type { Mention, NameSources, XmlSource } from "./mention.ts";

/** Entries of catalina.properties in whose values Tomcat fills placeholders in (Bootstrap.createClassLoader, all lines). */
const LOADERS = new Set(["common.loader", "server.loader", "shared.loader"]);

/**
 * The properties of one Tomcat: set in `conf/catalina.properties` or with `-D`, named by `${name}` in the values and texts of every XML file Tomcat's Digester reads (Digester.updateAttributes, updateBodyText) and in the
 * values of `conf/logging.properties` (ClassLoaderLogManager.getProperty). All lines.
 */
export function* propertyMentions(sources: NameSources): Generator<Mention> {
  const { files, users, properties, catalinaProperties, loggingProperties } = sources;
  for (const { name, file, nameAt: at } of properties.places) {
    yield { kind: "property", scope: "", name, text: name, defines: true, file, at, rewrite: (text) => text };
  }
  if (catalinaProperties) {
    for (const { name, valueSpan } of propertyEntries(catalinaProperties.text)) {
      if (LOADERS.has(name)) yield* usesIn(catalinaProperties, catalinaProperties.text, valueSpan);
    }
  }
  if (loggingProperties) {
    const { text } = loggingProperties;
    for (const { valueSpan } of propertyEntries(text)) yield* usesIn(loggingProperties, text, valueSpan);
  }
  for (const file of users ? [...files, users] : files) yield* usesInXml(file);
}

function* usesInXml(file: XmlSource): Generator<Mention> {
  const { text } = file.document;
  if (!text.includes("${")) return;
  for (const { attributes } of walkElements(file.document)) {
    for (const { value } of attributes) if (value) yield* usesIn(file, text, value.inner);
  }
  for (const { kind, span: at } of walkNodes(file.document)) {
    if (kind === "text" || kind === "cdata") yield* usesIn(file, text, at);
  }
}

function* usesIn(file: Mention["file"], text: string, { start, end }: Span): Generator<Mention> {
  for (const { name, start: open } of placeholdersIn(text.slice(start, end))) {
    const first = start + open + "${".length;
    const place = span(first, first + name.length);
    yield { kind: "property", scope: "", name, text: name, defines: false, file, at: place, rewrite: (to) => to };
  }
}
