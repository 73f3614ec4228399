/**
 * Writes server/src/schema/data/tomcat.ts from a folder of facts that were read off Tomcat's own classes.
 *
 * Usage: tsx server/tools/schema.ts FACTS_FOLDER
 *
 * Most facts are the same in all lines, so every record is kept once and the lines point to it: five separate tables
 * would be some five times the size. The format of the table is `RawTable` in server/src/schema/table.ts.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LINES, type Line } from "../src/schema/lines.ts";
import type { RawAttribute, RawClass, RawElement, RawRanges, RawTable } from "../src/schema/table.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

class Pool<T> {
  readonly items: T[] = [];
  readonly #index = new Map<string, number>();

  put(item: T): number {
    const key = JSON.stringify(item);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.#index.set(key, this.items.length);
    return this.items.push(item) - 1;
  }
}

function object(value: Json | undefined, where: string): JsonObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error(`${where}: not an object`);
  // The guard above leaves objects only; Array.isArray does not narrow readonly arrays.
  return value as JsonObject;
}

function strings(value: Json | undefined, where: string): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error(`${where}: not a list`);
  return value.map((item) => {
    if (typeof item !== "string") throw new Error(`${where}: ${JSON.stringify(item)} is no text`);
    return item;
  });
}

function text(value: Json | undefined, where: string): string {
  if (typeof value !== "string") throw new Error(`${where}: not a text`);
  return value;
}

const TYPES: Readonly<Record<string, RawAttribute[1]>> = {
  string: "s",
  boolean: "b",
  int: "i",
  long: "l",
  inetAddress: "a",
  double: "d",
};

function typeCode(value: Json | undefined, where: string): RawAttribute[1] {
  const code = TYPES[text(value, where)];
  if (!code) throw new Error(`${where}: unknown type ${value}`);
  return code;
}

/** `"whole"` and `"class"` are the rule and stay out; `[first, last]` or a list of such pairs is kept. */
function ranges(value: Json | undefined): RawRanges | undefined {
  if (!Array.isArray(value)) return undefined;
  const list = Array.isArray(value[0]) ? value : [value];
  return list.map((pair): [string | null, string | null] => {
    const [first, last] = pair as readonly (string | null)[];
    return [first ?? null, last ?? null];
  });
}

/** An attribute whose type changed on the way keeps the newest. */
function withOneType(facts: JsonObject): JsonObject {
  const { types } = facts;
  return types === undefined ? facts : { ...facts, type: Object.keys(object(types, "types")).at(-1) ?? "string" };
}

function attribute(name: string, facts: JsonObject, releases: RawRanges | undefined, where: string): RawAttribute {
  const flags = [facts["deprecated"] ? "d" : "", facts["documented"] ? "" : "u", facts["docRequired"] ? "r" : ""].join(
    "",
  );
  const value = facts["default"];
  const extra: RawAttribute[4] = {};
  if (facts["alsoTyped"]) extra.also = strings(facts["alsoTyped"], where).map((type) => typeCode(type, where));
  if (facts["enum"]) extra.values = strings(facts["enum"], where);
  if (releases) extra.in = releases;
  const record: RawAttribute = [
    name,
    typeCode(facts["type"], where),
    flags,
    value === undefined ? 0 : value === null ? null : String(value),
  ];
  if (Object.keys(extra).length > 0) record.push(extra);
  return record;
}

function main(folder: string): void {
  const read = (name: string) => object(JSON.parse(readFileSync(join(folder, name), "utf8")), name);
  const history = object(read("since-until.json")["classes"], "since-until.json classes");
  const attributes = new Pool<RawAttribute>();
  const classes = new Pool<RawClass>();
  const elements = new Pool<RawElement>();
  const lists = new Pool<string[]>();
  const table: RawTable = {
    attributes: attributes.items,
    classes: classes.items,
    elements: elements.items,
    lists: lists.items,
    lines: {},
    history: {},
    defaultChanges: [],
  };

  for (const [name, value] of Object.entries(history)) {
    const present = object(object(value, name)["present"], name);
    const lines: Partial<Record<Line, RawRanges | 1>> = {};
    for (const line of LINES) if (present[line]) lines[line] = ranges(present[line]) ?? 1;
    table.history[name] = lines;
  }

  for (const line of LINES) {
    const file = `facts-${line}.json`;
    const facts = read(file);
    const classIds: Record<string, number> = {};
    for (const [name, value] of Object.entries(object(facts["classes"], file))) {
      const where = `${file} ${name}`;
      const entry = object(value, where);
      const past = object(object(history[name] ?? {}, where)["attributes"] ?? {}, where);
      const releasesOf = (attributeName: string) =>
        ranges(object(object(past[attributeName] ?? {}, where)["in"] ?? {}, where)[line]);
      const now = object(entry["attributes"], where);
      const ids = Object.entries(now).map(([key, item]) =>
        attributes.put(attribute(key, object(item, where), releasesOf(key), `${where}#${key}`)),
      );
      // Attributes that left within this line still matter to older releases of it.
      for (const [key, item] of Object.entries(past)) {
        const releases = releasesOf(key);
        if (!(key in now) && releases)
          ids.push(attributes.put(attribute(key, withOneType(object(item, where)), releases, where)));
      }
      const warns = new Set(strings(entry["unconvertibleSettersThatWarn"], where));
      const silent = Object.keys(object(entry["unconvertibleSetters"] ?? {}, where)).filter((key) => !warns.has(key));
      const record: RawClass = { a: ids };
      if (silent.length > 0) record.silent = lists.put(silent);
      if (entry["deprecated"]) record.deprecated = 1;
      if (entry["acceptsAnyAttribute"]) record.any = 1;
      if (entry["attributePatterns"]) record.patterns = strings(entry["attributePatterns"], where);
      if (entry["childrenThatAbort"]) record.abort = strings(entry["childrenThatAbort"], where);
      if (entry["implements"]) record.implements = lists.put(strings(entry["implements"], where));
      if (entry["documentedIn"]) record.pages = strings(entry["documentedIn"], where);
      classIds[name] = classes.put(record);
    }

    const elementIds: Record<string, number> = {};
    for (const [path, value] of Object.entries(object(facts["elements"], file))) {
      const where = `${file} ${path}`;
      const entry = object(value, where);
      const record: RawElement = {};
      if (entry["children"]) record.children = lists.put(strings(entry["children"], where));
      if (entry["classes"]) record.classes = lists.put(strings(entry["classes"], where));
      if (entry["classesThatAbortHere"]) record.abort = lists.put(strings(entry["classesThatAbortHere"], where));
      if (entry["classesDroppedHere"]) record.dropped = lists.put(strings(entry["classesDroppedHere"], where));
      if (entry["defaultClass"]) record.defaultClass = text(entry["defaultClass"], where);
      if (entry["classAttribute"]) record.className = entry["classRequired"] ? 2 : 1;
      if (entry["type"]) record.type = text(entry["type"], where);
      if (entry["ruleAttributes"]) record.rule = strings(entry["ruleAttributes"], where);
      if (entry["unknownAttributeSilent"] || entry["attributesIgnoredSilently"]) record.silent = 1;
      if (entry["classNameAttributeWarns"]) record.classNameWarns = 1;
      if (entry["repeat"]) record.repeat = text(entry["repeat"], where);
      elementIds[path] = elements.put(record);
    }

    const protocols: Record<string, number[]> = {};
    const connectors = object(facts["connectorProtocols"], file);
    for (const [protocol, value] of Object.entries(connectors)) {
      const entry = object(value, `${file} ${protocol}`);
      const source = object(
        typeof entry["sameAs"] === "string" ? (connectors[entry["sameAs"]] ?? {}) : entry,
        protocol,
      );
      protocols[protocol] = Object.entries(object(source["attributes"] ?? {}, protocol)).map(([key, item]) =>
        attributes.put(attribute(key, object(item, protocol), undefined, `${file} ${protocol}#${key}`)),
      );
    }

    const web = [...Object.keys(object(facts["webXml"], file)), ...Object.keys(object(facts["webFragmentOnly"], file))];
    table.lines[line] = {
      release: text(facts["release"], file),
      classes: classIds,
      elements: elementIds,
      protocols,
      web: lists.put(web),
    };
  }

  const changes = read("since-until.json")["defaultChanges"];
  if (!Array.isArray(changes)) throw new Error("since-until.json defaultChanges: not a list");
  for (const change of changes) {
    const entry = object(change, "defaultChanges");
    const line = LINES.find((known) => known === entry["line"]);
    if (!line) continue;
    table.defaultChanges.push([
      text(entry["class"], "class"),
      text(entry["attribute"], "attribute"),
      line,
      String(entry["from"]),
      text(entry["firstTagWithNewDefault"], "firstTagWithNewDefault"),
    ]);
  }
  write(table);
}

/** One record per source line, so that a change of one fact is a change of one line. */
function write(table: RawTable): void {
  const rows = (items: readonly unknown[]) => `[\n${items.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
  const entries = (items: object) =>
    `{\n${Object.entries(items)
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(",\n")}\n}`;
  const json = `{"attributes":${rows(table.attributes)},
"classes":${rows(table.classes)},
"elements":${rows(table.elements)},
"lists":${rows(table.lists)},
"lines":${entries(table.lines)},
"history":${entries(table.history)},
"defaultChanges":${rows(table.defaultChanges)}}`;
  if (/`|\$\{/.test(json)) throw new Error("the facts hold a character that would end the template");
  const source = `// Generated by server/tools/schema.ts from facts read off Tomcat's classes; do not edit.\nexport const TABLE_JSON = String.raw\`${json}\`;\n`;
  writeFileSync(new URL("../src/schema/data/tomcat.ts", import.meta.url), source);
  console.log(`${source.length} characters, ${table.attributes.length} attributes, ${table.classes.length} classes`);
}

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("usage: tsx server/tools/schema.ts FACTS_FOLDER");
  process.exitCode = 2;
} else main(folder);
