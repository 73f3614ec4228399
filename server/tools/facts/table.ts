/**
 * Facts as server/src/schema/data/tomcat.ts has them. Most are the same in all lines, so every record is kept once and
 * the lines point to it: separate tables would be some six times the size. The format is `RawTable` in
 * server/src/schema/table.ts.
 */
import { LINES, type Line } from "../../src/schema/lines.ts";
import type { RawAttribute, RawClass, RawElement, RawLine, RawRanges, RawTable } from "../../src/schema/table.ts";
import { PROTOCOL } from "./documented.ts";
import {
  type Attribute,
  type Class,
  type ClassHistory,
  type Element,
  hasFacts,
  type LineFile,
  protocolAttributes,
  readDocumented,
  readHistory,
  readLine,
} from "./facts.ts";

/**
 * What only a run shows. On 7.0 StaticMembershipInterceptor.setLocalMember takes any Member and casts it, so the class
 * StaticMember extends stops Tomcat there.
 */
const ABORTS_IN_A_RUN: Partial<Record<Line, { readonly element: string; readonly classes: readonly string[] }>> = {
  "7.0": { element: "Interceptor/LocalMember", classes: ["org.apache.catalina.tribes.membership.MemberImpl"] },
};

class ConstantPool<T> {
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

const TYPES: Readonly<Record<string, RawAttribute[1]>> = {
  string: "s",
  boolean: "b",
  int: "i",
  long: "l",
  inet: "a",
  double: "d",
};

function typeCode(type: string): RawAttribute[1] {
  const code = TYPES[type];
  if (!code) throw new Error(`unknown type ${type}`);
  return code;
}

/** Attributes a reference describes: their names, and whether it calls them required. */
type Described = ReadonlyMap<string, boolean>;

function described(names: readonly string[] | undefined): Described {
  return new Map((names ?? []).map((name) => [name.replace(/!$/, ""), name.endsWith("!")]));
}

function rawAttribute(name: string, facts: Attribute, known: Described, releases: RawRanges | undefined): RawAttribute {
  const flags = [facts.deprecated ? "d" : "", known.has(name) ? "" : "u", known.get(name) ? "r" : ""].join("");
  const extra: RawAttribute[4] = {};
  if (facts.also) extra.also = [typeCode(facts.also)];
  if (facts.values) extra.values = [...facts.values];
  if (releases) extra.in = releases;
  const record: RawAttribute = [name, typeCode(facts.type), flags, facts.default === undefined ? 0 : facts.default];
  if (Object.keys(extra).length > 0) record.push(extra);
  return record;
}

/** The pools of the table, filled line by line. */
class TableWriter {
  readonly #attributes = new ConstantPool<RawAttribute>();
  readonly #classes = new ConstantPool<RawClass>();
  readonly #elements = new ConstantPool<RawElement>();
  readonly #lists = new ConstantPool<readonly string[]>();
  readonly #history = readHistory();
  readonly #documented = readDocumented();

  line(line: Line, facts: LineFile): RawLine {
    const past = this.#history.classes;
    return {
      classes: mapped(facts.classes, (name, item) => this.#classes.put(this.#rawClass(line, name, item, past[name]))),
      elements: mapped(facts.elements, (path, item) => this.#elements.put(this.#rawElement(line, path, item))),
      protocols: this.#rawProtocols(line, facts),
      web: this.#lists.put(facts.web),
    };
  }

  table(lines: Partial<Record<Line, RawLine>>): RawTable {
    const { classes } = this.#history;
    return {
      attributes: this.#attributes.items,
      classes: this.#classes.items,
      elements: this.#elements.items,
      lists: this.#lists.items,
      lines,
      history: mapped(classes, (_, { in: within }) =>
        Object.fromEntries(Object.entries(within).map(([line, ranges]) => [line, ranges === "whole" ? 1 : ranges])),
      ),
      defaultChanges: Object.entries(classes).flatMap(([name, past]) => defaultChangesOf(name, past)),
    };
  }

  #rawClass(line: Line, name: string, facts: Class, past: ClassHistory | undefined): RawClass {
    const known = described(this.#documented[line]?.attributes[name]);
    const releasesOf = (attribute: string) => past?.attributes?.[attribute]?.in[line];
    const ids = Object.entries(facts.attributes).map(([key, attribute]) =>
      this.#attributes.put(rawAttribute(key, attribute, known, releasesOf(key))),
    );
    // Attributes that left within this line still matter to older releases of it.
    for (const [key, { type }] of Object.entries(past?.attributes ?? {})) {
      if (!(key in facts.attributes) && releasesOf(key))
        ids.push(this.#attributes.put(rawAttribute(key, { type }, known, releasesOf(key))));
    }
    const pages = this.#documented[line]?.pages[name];
    return {
      a: ids,
      ...(facts.silent ? { silent: this.#lists.put(facts.silent) } : {}),
      ...(facts.deprecated ? { deprecated: 1 as const } : {}),
      ...(facts.any ? { any: 1 as const } : {}),
      ...(facts.patterns ? { patterns: facts.patterns } : {}),
      ...(facts.childrenThatAbort ? { abort: facts.childrenThatAbort } : {}),
      ...(pages ? { pages } : {}),
    };
  }

  #rawElement(line: Line, path: string, facts: Element): RawElement {
    const seen = ABORTS_IN_A_RUN[line];
    const abort = [...(facts.abort ?? []), ...(seen && path.endsWith(seen.element) ? seen.classes : [])];
    return {
      ...(facts.children ? { children: this.#lists.put(facts.children) } : {}),
      ...(facts.classes ? { classes: this.#lists.put(facts.classes) } : {}),
      ...(abort.length > 0 ? { abort: this.#lists.put(abort) } : {}),
      ...(facts.dropped ? { dropped: this.#lists.put(facts.dropped) } : {}),
      ...(facts.defaultClass ? { defaultClass: facts.defaultClass } : {}),
      ...(facts.className ? { className: facts.className === "required" ? (2 as const) : (1 as const) } : {}),
      ...(facts.type ? { type: facts.type } : {}),
      ...(facts.rule ? { rule: facts.rule } : {}),
      ...(facts.silent ? { silent: 1 as const } : {}),
      ...(facts.classNameWarns ? { classNameWarns: 1 as const } : {}),
      ...(facts.repeat ? { repeat: facts.repeat } : {}),
    };
  }

  #rawProtocols(line: Line, facts: LineFile): Record<string, number[]> {
    const protocols: Record<string, number[]> = {};
    for (const name of Object.keys(facts.protocols)) {
      const known = described(this.#documented[line]?.attributes[`${PROTOCOL}${name}`]);
      protocols[name] = Object.entries(protocolAttributes(facts, name)).map(([key, item]) =>
        this.#attributes.put(rawAttribute(key, item, known, undefined)),
      );
    }
    return protocols;
  }
}

function defaultChangesOf(name: string, { defaults }: ClassHistory): RawTable["defaultChanges"] {
  return Object.entries(defaults ?? {}).flatMap(([attribute, changes]) =>
    LINES.flatMap((line) =>
      (changes[line] ?? []).map(([before, changedIn]): RawTable["defaultChanges"][number] => [
        name,
        attribute,
        line,
        before,
        changedIn,
      ]),
    ),
  );
}

/** The text of server/src/schema/data/tomcat.ts, and of the list of releases beside it. */
export function tableSources(): { readonly table: string; readonly releases: string } {
  const writer = new TableWriter();
  const lines: Partial<Record<Line, RawLine>> = {};
  const releases: Record<string, string> = {};
  for (const line of LINES) {
    if (!hasFacts(line)) throw new Error(`there are no facts of Tomcat ${line}`);
    const facts = readLine(line);
    releases[line] = facts.release;
    lines[line] = writer.line(line, facts);
  }
  return { table: tableSource(writer.table(lines)), releases: releasesSource(releases) };
}

function mapped<T, R>(items: Readonly<Record<string, T>>, act: (key: string, item: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(items).map(([key, item]) => [key, act(key, item)]));
}

const HEAD = "// Generated by server/tools/rule-index.ts from server/tools/facts/data; do not edit.\n";

/** One record per source line, so that a change of one fact is a change of one line. */
function tableSource(table: RawTable): string {
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
  // The text stands in a raw template, where nothing can be escaped.
  const safe = json.replaceAll("${", "$\\u007b").replaceAll("`", "\\u0060");
  return `${HEAD}export const rawTable = (): unknown => JSON.parse(String.raw\`${safe}\`);\n`;
}

function releasesSource(releases: Readonly<Record<string, string>>): string {
  const rows = Object.entries(releases).map(([line, release]) => `  "${line}": "${release}",\n`);
  return `${HEAD}/** The release the facts of each line were read off. */
export const NEWEST_RELEASES: Readonly<Record<string, string>> = {\n${rows.join("")}};\n`;
}
