import { type Span, span } from "../../base/span.ts";
import { walkElements, walkNodes } from "../../syntax/walk.ts";
import { placeholdersIn } from "../placeholder.ts";
import { type PropertyEntry, propertyEntries } from "../property-entries.ts";
import { optionEntries } from "../shell-options.ts";
import type { SourceText } from "../source-text.ts";
import type { Mention, NameSources, XmlSource } from "./mention.ts";

/** Entries of catalina.properties in whose values Tomcat fills placeholders in (Bootstrap.createClassLoader, all lines). */
const LOADERS = new Set(["common.loader", "server.loader", "shared.loader"]);

/**
 * The properties of one Tomcat: set in `conf/catalina.properties` or with `-D` in `bin/setenv.sh`, named by `${name}` in
 * the values and texts of every XML file Tomcat's Digester reads (Digester.updateAttributes, updateBodyText) and in the
 * values of `conf/logging.properties` (ClassLoaderLogManager.getProperty). All lines.
 */
export function* propertyMentions(sources: NameSources): Generator<Mention> {
  const { files, users, catalinaProperties, setenv, loggingProperties } = sources;
  if (catalinaProperties) {
    const entries = propertyEntries(catalinaProperties.text);
    yield* entriesOf(catalinaProperties, entries);
    for (const { name, valueSpan } of entries) {
      if (LOADERS.has(name)) yield* usesIn(catalinaProperties, catalinaProperties.text, valueSpan);
    }
  }
  if (setenv) yield* entriesOf(setenv, optionEntries(setenv.text));
  if (loggingProperties) {
    const { text } = loggingProperties;
    for (const { valueSpan } of propertyEntries(text)) yield* usesIn(loggingProperties, text, valueSpan);
  }
  for (const file of users ? [...files, users] : files) yield* usesInXml(file);
}

function* entriesOf(file: SourceText, entries: readonly PropertyEntry[]): Generator<Mention> {
  for (const { name, nameSpan } of entries) {
    yield { kind: "property", scope: "", name, text: name, defines: true, file, at: nameSpan, rewrite: (text) => text };
  }
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
