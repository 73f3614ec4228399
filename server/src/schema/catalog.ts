import { itemAt } from "../base/item-at.ts";
import { corrected, HANDLER } from "./corrections.ts";
import { rawTable } from "./data/tomcat.ts";
import { handlerReleases } from "./handler-history.ts";
import { LINES, type Line, lineFacts } from "./lines.ts";
import type { AttributeFacts, ClassFacts, ElementFacts, ReleaseRange, Repeat, ValueType } from "./model.ts";
import { Release } from "./release.ts";
import { type RawAttribute, type RawLine, type RawTable, toRanges } from "./table.ts";
import { tomcatClass } from "./tomcat-classes.ts";

let parsed: RawTable | undefined;

function table(): RawTable {
  // The only writer of this data is our generator; a unit test reads all of it through the catalogs.
  parsed ??= rawTable() as RawTable;
  return parsed;
}

const TYPES: Readonly<Record<RawAttribute[1], ValueType>> = {
  s: "string",
  b: "boolean",
  i: "int",
  l: "long",
  a: "inet",
  d: "double",
};

/** Root elements of files, with the path at which Tomcat would read them in a server.xml. */
const ROOTS: Readonly<Record<string, string>> = {
  Server: "Server",
  Context: "Server/Service/Engine/Host/Context",
  Cluster: "Server/Service/Engine/Cluster",
  Engine: "Server/Service/Engine",
  Host: "Server/Service/Engine/Host",
};

const CONNECTOR = "org.apache.catalina.connector.Connector";

/** The facts of one Tomcat line. They are built on first use and kept. */
export class Catalog {
  readonly line: Line;
  /** The newest release the facts cover. */
  readonly release: Release;
  readonly #raw: RawLine;
  readonly #elements = new Map<string, ElementFacts>();
  readonly #classes = new Map<string, ClassFacts>();
  readonly #handlers = new Map<string, ReadonlyMap<string, AttributeFacts>>();

  constructor(line: Line, raw: RawLine) {
    this.line = line;
    this.release = lineFacts(line).newest;
    this.#raw = raw;
  }

  /** Facts of an element at the top of a file: `Server`, `Context`, or `Cluster` for a fragment. */
  root(name: string): ElementFacts | undefined {
    const path = ROOTS[name];
    return path === undefined ? undefined : this.#element(path);
  }

  /** The facts of an element name in each place where Tomcat reads it: one for each possible parent. */
  placesOf(name: string): readonly ElementFacts[] {
    return Object.keys(this.#raw.elements)
      .filter((path) => path === name || path.endsWith(`/${name}`))
      .flatMap((path) => this.#element(path) ?? []);
  }

  classNamed(name: string): ClassFacts | undefined {
    const known = this.#classes.get(name);
    if (known) return known;
    const id = this.#raw.classes[name];
    if (id === undefined) return undefined;
    const raw = itemAt(table().classes, id);
    const attributes = raw.a.map(attributeFacts);
    const facts: ClassFacts = {
      name,
      simpleName: simpleNameOf(name),
      deprecated: raw.deprecated === 1,
      attributes: new Map(
        attributes.map((attribute) => [attribute.name, corrected(name, this.#withHistory(name, attribute))]),
      ),
      silentAttributes: new Set(list(raw.silent)),
      acceptsAnyAttribute: raw.any === 1,
      attributePatterns: (raw.patterns ?? []).map(wildcard),
      childrenThatAbort: new Set(raw.abort ?? []),
      documentedIn: raw.pages ?? [],
      releases: toRanges(table().history[name]?.[this.line]),
    };
    this.#classes.set(name, facts);
    return facts;
  }

  get classNames(): readonly string[] {
    return Object.keys(this.#raw.classes);
  }

  /** Attributes of a Connector and of its protocol handler; `HTTP/1.1` is the default protocol. */
  connectorAttributes(protocol = "HTTP/1.1"): ReadonlyMap<string, AttributeFacts> | undefined {
    const known = this.#handlers.get(protocol);
    if (known) return known;
    const ids = this.#raw.protocols[protocol];
    if (!ids) return undefined;
    const own = this.classNamed(CONNECTOR)?.attributes;
    const facts = ids.map(attributeFacts).map((each) => {
      // An attribute that the Connector's own class has too is dated by that class.
      const { releases, earlierDefaults } = own?.get(each.name) ?? {
        ...each,
        releases: handlerReleases(each.name, this.line) ?? each.releases,
      };
      return [each.name, corrected(HANDLER, { ...each, releases, earlierDefaults })] as const;
    });
    const handler = new Map(facts);
    this.#handlers.set(protocol, handler);
    return handler;
  }

  /** Paths of the elements Tomcat reads in a web.xml or web-fragment.xml: `web-app/distributable`. */
  get webPaths(): ReadonlySet<string> {
    return new Set(list(this.#raw.web));
  }

  #element(path: string): ElementFacts | undefined {
    const known = this.#elements.get(path);
    if (known) return known;
    const id = this.#raw.elements[path];
    const raw = id === undefined ? undefined : table().elements[id];
    if (!raw) return undefined;
    const catalog = this;
    let children: ReadonlyMap<string, ElementFacts> | undefined;
    const facts: ElementFacts = {
      name: path.slice(path.lastIndexOf("/") + 1),
      path,
      get children() {
        children ??= new Map(
          list(raw.children).flatMap((name) => {
            const child = catalog.#element(`${path}/${name}`);
            return child ? [[name, child] as const] : [];
          }),
        );
        return children;
      },
      defaultClass: raw.defaultClass,
      classRequired: raw.className === 2,
      takesClassName: raw.className !== undefined,
      classes: list(raw.classes),
      classesThatAbort: list(raw.abort),
      classesDropped: list(raw.dropped),
      type: raw.type,
      ruleAttributes: raw.rule ?? [],
      unknownAttributeSilent: raw.silent === 1,
      classNameWarns: raw.classNameWarns === 1,
      repeat: repeatOf(raw.repeat),
    };
    this.#elements.set(path, facts);
    return facts;
  }

  #withHistory(className: string, attribute: AttributeFacts): AttributeFacts {
    const changes = defaultChanges().get(`${this.line} ${className}#${attribute.name}`);
    return changes ? { ...attribute, earlierDefaults: changes } : attribute;
  }
}

const catalogs = new Map<Line, Catalog>();

/** The catalog of a line, made on first use. */
export function catalogOf(line: Line): Catalog {
  const known = catalogs.get(line);
  if (known) return known;
  const raw = table().lines[line];
  if (!raw) throw new Error(`the schema has no facts of Tomcat ${line}`);
  const catalog = new Catalog(line, raw);
  catalogs.set(line, catalog);
  return catalog;
}

/** The lines, and their releases, in which a class exists; undefined when no line ever had it. */
export function classHistory(name: string): ReadonlyMap<Line, readonly ReleaseRange[]> | undefined {
  const raw = table().history[name];
  if (!raw) return tomcatClass(name)?.releases;
  return new Map(LINES.flatMap((line) => (raw[line] ? [[line, toRanges(raw[line])] as const] : [])));
}

/** The lines in which a class has an attribute. */
export function linesWith(
  className: string,
  attribute: string,
  handsOn = false,
  protocol: string | undefined = undefined,
): readonly Line[] {
  return LINES.filter((line) => {
    const catalog = catalogOf(line);
    if (catalog.classNamed(className)?.attributes.has(attribute)) return true;
    return handsOn && catalog.connectorAttributes(protocol)?.has(attribute) === true;
  });
}

/** True when `release` is in one of the ranges; without a release, when the newest one is. */
export function existsIn(ranges: readonly ReleaseRange[], release: Release | undefined): boolean {
  return ranges.some(({ first, last }) => {
    if (!release) return last === undefined;
    return (!first || release.compare(first) >= 0) && (!last || release.compare(last) <= 0);
  });
}

/** The default of an attribute in this release; without one, in the newest. */
export function defaultOf(attribute: AttributeFacts, release: Release | undefined): string | null | undefined {
  const earlier = release && attribute.earlierDefaults.find(({ until }) => release.compare(until) < 0);
  return earlier ? earlier.text : attribute.default;
}

/** `NioReceiver` for `org.apache.catalina.tribes.transport.nio.NioReceiver`. */
export function simpleNameOf(className: string): string {
  return className.slice(className.lastIndexOf(".") + 1);
}

let changesByAttribute: ReadonlyMap<string, AttributeFacts["earlierDefaults"]> | undefined;

/** The changes of defaults by line, class and attribute. */
function defaultChanges(): ReadonlyMap<string, AttributeFacts["earlierDefaults"]> {
  if (changesByAttribute) return changesByAttribute;
  const found = new Map<string, { text: string | null; until: Release }[]>();
  for (const [className, name, line, text, changedIn] of table().defaultChanges) {
    const until = Release.parse(changedIn);
    if (!until) continue;
    const key = `${line} ${className}#${name}`;
    found.set(key, [...(found.get(key) ?? []), { text, until }]);
  }
  changesByAttribute = found;
  return found;
}

const attributeCache: (AttributeFacts | undefined)[] = [];

function attributeFacts(index: number): AttributeFacts {
  const known = attributeCache[index];
  if (known) return known;
  const [name, type, flags, defaultText, extra] = itemAt(table().attributes, index);
  const facts: AttributeFacts = {
    name,
    type: TYPES[type],
    alsoTyped: (extra?.also ?? []).map((also) => TYPES[also]),
    default: defaultText === 0 ? undefined : defaultText,
    earlierDefaults: [],
    values: extra?.values,
    deprecated: flags.includes("d"),
    documented: !flags.includes("u"),
    required: flags.includes("r"),
    releases: toRanges(extra?.in ?? 1),
  };
  attributeCache[index] = facts;
  return facts;
}

function list(index: number | undefined): readonly string[] {
  return index === undefined ? [] : itemAt(table().lists, index);
}

function wildcard(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
}

function repeatOf(raw: string | undefined): Repeat {
  return raw === "last-wins" || raw === "accumulates" || raw === "aborts" ? raw : "other";
}
