import { Lines } from "../base/lines.ts";
import { type Catalog, catalogOf } from "../schema/catalog.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { isUnread, parse, unread } from "../syntax/parse.ts";
import type { XmlDocument, XmlElement } from "../syntax/tree.ts";
import { Component } from "./component.ts";
import { hasTemplateMarks } from "./placeholder.ts";
import { NO_PROPERTIES, type Properties } from "./properties.ts";
import { TextReading } from "./reading.ts";
import { ReadLog } from "./reads.ts";

/** `cluster`: a fragment whose root is `<Cluster>`; `container`: one whose root is `<Engine>` or `<Host>`. */
export type FileKind = "server" | "context" | "web" | "cluster" | "container";

/** One configuration file of a Tomcat, read once and never changed. */
export interface ConfigFile {
  /** Where it is, in the form the host uses: a URI in an editor, a path in the shell. Separators are `/`. */
  readonly path: string;
  readonly kind: FileKind;
  readonly document: XmlDocument;
  /** Where the lines of the text begin; counted when first asked for. */
  readonly lines: Lines;
  readonly version: TomcatVersion;
  readonly catalog: Catalog;
  /** What Tomcat reads for its texts. */
  readonly reading: TextReading;
  /** Notes what is read of the components and of the document. */
  readonly reads: ReadLog;
  /** The root as Tomcat reads it; undefined in a web.xml, whose elements have no classes. */
  readonly root: Component | undefined;
  /** What its DOCTYPE reads from beside it, by system identifier, and is not there. */
  readonly absent: ReadonlySet<string>;
  /** True when another tool fills this file in first: what is missing may come from there. */
  readonly template: boolean;
  /** True where a DOCTYPE may bring in parts of other files. */
  readonly hasDoctype: boolean;
}

/** What is known of a file besides its text. */
export interface ReadOptions {
  /** The properties of its Tomcat. */
  readonly properties?: Properties;
  readonly absent?: ConfigFile["absent"] | undefined;
  /** The last state of the same file: what is written the same is taken over from it. */
  readonly last?: ConfigFile | undefined;
  /** Of a text that is longer, in characters, only the kind is found out, by its beginning. */
  readonly longest?: number | undefined;
}

/** In characters: the comments before a root element are shorter. */
const BEGINNING = 20_000;

const NOTHING_ABSENT: ReadonlySet<string> = new Set();

/** Reads a text; undefined when it is no configuration of Tomcat's. */
export function readConfigFile(
  path: string,
  text: string,
  version: TomcatVersion,
  { properties = NO_PROPERTIES, absent = NOTHING_ABSENT, last, longest = Number.POSITIVE_INFINITY }: ReadOptions = {},
): ConfigFile | undefined {
  const catalog = catalogOf(version.line);
  const isTooLong = text.length > longest;
  const before = last?.catalog === catalog && !isUnread(last.document) ? last.document : undefined;
  const document = isTooLong ? unread(text) : parse(text, (name) => catalog.root(name), before);
  const kind = fileKindOf(path, isTooLong ? parse(text.slice(0, BEGINNING)) : document);
  if (!kind) return undefined;
  const { signs } = document;
  const template =
    TEMPLATE_NAME.test(path) || ((signs.templates || signs.tokens) && hasTemplateMarks(withoutComments(text)));
  return fileOf({ path, kind, document, version, catalog, absent, template }, properties, last);
}

/** What a file is with any properties. */
type Written = Pick<ConfigFile, "path" | "kind" | "document" | "version" | "catalog" | "absent" | "template">;

/** The same file as a Tomcat reads it that fills in other properties. */
export function withProperties(file: ConfigFile, properties: Properties): ConfigFile {
  return fileOf(file, properties);
}

function fileOf(written: Written, properties: Properties, last?: ConfigFile): ConfigFile {
  const { path, kind, document, version, catalog, absent, template } = written;
  const { root: element, text } = document;
  const facts = element && catalog.root(element.name);
  const reading = new TextReading(properties, version);
  const reads = new ReadLog();
  const root = element && facts && new Component(element, facts, undefined, { text, catalog, version, reading, reads });
  // Not `last` itself, which would keep all states of a file alive.
  let before = last && counted.get(last);
  let lines: Lines | undefined;
  const file: ConfigFile = {
    path,
    kind,
    get document() {
      reads.file();
      return document;
    },
    get lines() {
      reads.file();
      if (!lines) {
        lines = new Lines(text, before);
        before = undefined;
        counted.set(file, { lines, text });
      }
      return lines;
    },
    version,
    catalog,
    reading,
    reads,
    root,
    absent,
    hasDoctype: document.hasDoctype,
    template,
  };
  return file;
}

/** The lines of files that were asked for. */
const counted = new WeakMap<ConfigFile, { readonly lines: Lines; readonly text: string }>();

/** A text without its comments; one that does not end counts as text. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  let position = 0;
  for (let start = text.indexOf("<!--"); start >= 0; start = text.indexOf("<!--", position)) {
    const end = text.indexOf("-->", start + 4);
    if (end < 0) break;
    parts.push(text.slice(position, start));
    position = end + 3;
  }
  return parts.join("") + text.slice(position);
}

/** How the names of templates end that become an XML file: Jinja's, ERB's, and two that several tools take. */
const TEMPLATE_NAME = /\.(?:j2|erb|tpl|tmpl)$/i;

const SERVER_CHILDREN = new Set(["Service", "Listener", "GlobalNamingResources"]);
const SERVICE_CHILDREN = new Set(["Connector", "Engine"]);
/** Children that tell another product's file of the same form: M/Monit's has a License. */
const OTHER_PRODUCTS = new Set(["License"]);
/** What only Tomcat's Engine and Host have besides a class. */
const CONTAINER_ATTRIBUTES = { Engine: "defaultHost", Host: "appBase" } as const;
const CLUSTER_CHILDREN = new Set(["Manager", "Channel", "Valve", "Deployer", "ClusterListener"]);

/**
 * The kind of a file by its root element. `Server`, `Host`, `Context` and others are words of other products too, so
 * they count only together with Tomcat's children, classes or file names.
 */
function fileKindOf(path: string, document: XmlDocument): FileKind | undefined {
  const { root } = document;
  const name = path
    .slice(path.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(TEMPLATE_NAME, "");
  switch (root?.name) {
    case "web-app":
      return "web";
    case "Server":
      if (hasChild(root, OTHER_PRODUCTS)) return undefined;
      return hasChild(root, SERVER_CHILDREN) || /^server.*\.xml$/.test(name) ? "server" : undefined;
    case "Cluster":
      return hasChild(root, CLUSTER_CHILDREN) || namesTomcatClass(root) || /cluster.*\.xml$/.test(name)
        ? "cluster"
        : undefined;
    case "Engine":
    case "Host":
      return has(root, CONTAINER_ATTRIBUTES[root.name]) ||
        namesTomcatClass(root) ||
        root.elements.some(namesTomcatClass)
        ? "container"
        : undefined;
    case "Context":
      return /^context.*\.xml(\.default)?$/.test(name) || /(?:^|\/)conf\/[^/]+\/[^/]+\/[^/]+\.xml$/i.test(path)
        ? "context"
        : undefined;
    case undefined:
      return kindWithoutRoot(path, document);
    default:
      return root && (kindOfMisspelt(root, path) ?? kindOfHeadless(path, document));
  }
}

/** The kind of a file whose root Tomcat does not read for its prefix or letter case. */
function kindOfMisspelt(root: XmlElement, path: string): FileKind | undefined {
  const name = localName(root);
  if (name === "web-app") return "web";
  if (name.toLowerCase() === "server") {
    const services = root.elements.filter((each) => localName(each) === "Service");
    const isTomcats = services.some(({ elements }) => elements.some((each) => SERVICE_CHILDREN.has(localName(each))));
    return isTomcats ? "server" : undefined;
  }
  return name.toLowerCase() === "context" && /(?:^|\/)(?:conf|META-INF)\/context\.xml$/.test(path)
    ? "context"
    : undefined;
}

/** An element's name without its prefix. */
function localName({ name }: XmlElement): string {
  return name.slice(name.lastIndexOf(":") + 1);
}

/**
 * A Tomcat does not start on a server.xml without an element: what there is of one tells by its name, or in a comment.
 */
function kindWithoutRoot(path: string, { text }: XmlDocument): FileKind | undefined {
  const own = /(?:^|\/)conf\/server\.xml$/.test(path);
  return own || (/(?:^|\/)server[^/]*\.xml$/i.test(path) && /<Server[\s>]/.test(text)) ? "server" : undefined;
}

/** The server.xml of a Tomcat whose root lacks its `<`: to a parser it is text, and the root what comes next. */
function kindOfHeadless(path: string, { text }: XmlDocument): FileKind | undefined {
  return /(?:^|\/)conf\/server\.xml$/.test(path) && /^(?:<\?xml[^>]*>)?\s*Server[\s>]/.test(text)
    ? "server"
    : undefined;
}

function hasChild(root: XmlElement, names: ReadonlySet<string>): boolean {
  return root.elements.some((element) => names.has(element.name));
}

function has(root: XmlElement, attribute: string): boolean {
  return root.attributes.some(({ name }) => name === attribute);
}

function namesTomcatClass(root: XmlElement): boolean {
  return root.attributes.some((attribute) => attribute.value?.raw.startsWith("org.apache.catalina.") === true);
}

/** The applications Tomcat ships with itself, besides ROOT, which users replace. */
const SHIPPED = /\/webapps\/(?:docs|examples|host-manager|manager)\/(?:WEB-INF|META-INF)\/[^/]+$/;

/** True for a file of an application that Tomcat ships: the user did not write it. */
export function isShipped({ path, document }: ConfigFile): boolean {
  return SHIPPED.test(path) || (/\/webapps\/ROOT\//.test(path) && document.text.includes("Welcome to Tomcat"));
}
