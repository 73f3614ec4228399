import { SHIPPED } from "../schema/data/shipped.ts";
import { LINES, lineOf } from "../schema/lines.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { Release } from "../schema/release.ts";
import type { XmlDocument, XmlElement } from "../syntax/tree.ts";
import type { PropertyEntry } from "./property-entries.ts";

/** A file of `conf` that Tomcat ships and most nodes have as it came. */
export type ShippedFile = keyof typeof SHIPPED;

/**
 * What a file of `conf` sets, as keys with values, so that two files can be compared whatever their layout.
 *
 * - catalina.properties: `name` with its value; of a list of JARs or packages `name member` with an empty value each.
 * - web.xml: `servlet NAME init-param PARAM`, `servlet NAME servlet-class`, `mapping PATTERN`, `mime EXTENSION`,
 *   `welcome-file NAME`, `session-timeout`, `request-character-encoding` and the like.
 */
export type ShippedSettings = ReadonlyMap<string, string>;

/** Properties whose value is a list, whose order says nothing. */
const LISTS = /\.(?:jarsToSkip|jarsToScan)$|^package\.(?:access|definition)$/;

/** The names in the list of a property; undefined for a property that is none. */
export function membersOf(name: string, value: string): readonly string[] | undefined {
  if (!LISTS.test(name)) return undefined;
  return value
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** What a catalina.properties sets. */
export function settingsOfProperties(entries: readonly PropertyEntry[]): ShippedSettings {
  const found = new Map<string, string>();
  for (const { name, value = "" } of entries) {
    const members = membersOf(name, value);
    if (members) for (const member of members) found.set(`${name} ${member}`, "");
    else found.set(name, value);
  }
  return found;
}

/** A setting of a web.xml with the element that makes it. */
export interface WebSetting {
  readonly key: string;
  readonly value: string;
  readonly element: XmlElement;
}

/** What a web.xml sets: servlets, their parameters and paths, MIME types, and the rest by element. */
export function* webSettings({ root, text }: XmlDocument): Generator<WebSetting> {
  const textOf = (element: XmlElement) => textIn(element, text);
  const childText = (element: XmlElement, name: string) => childTextIn(element, name, text);
  for (const element of root?.elements ?? []) {
    switch (element.name) {
      case "servlet":
        yield* ofServlet(element, text);
        break;
      case "servlet-mapping":
        for (const pattern of element.elements.filter(({ name }) => name === "url-pattern")) {
          yield { key: `mapping ${textOf(pattern)}`, value: childText(element, "servlet-name"), element: pattern };
        }
        break;
      case "mime-mapping":
        yield { key: `mime ${childText(element, "extension")}`, value: childText(element, "mime-type"), element };
        break;
      case "welcome-file-list":
        for (const file of element.elements) yield { key: `welcome-file ${textOf(file)}`, value: "", element: file };
        break;
      case "session-config":
        for (const child of element.elements) yield { key: child.name, value: textOf(child), element: child };
        break;
      default:
        yield { key: element.name, value: textOf(element), element };
    }
  }
}

function* ofServlet(servlet: XmlElement, text: string): Generator<WebSetting> {
  const name = childTextIn(servlet, "servlet-name", text);
  for (const child of servlet.elements) {
    if (child.name === "init-param") {
      const key = `servlet ${name} init-param ${childTextIn(child, "param-name", text)}`;
      yield { key, value: childTextIn(child, "param-value", text), element: child };
    } else if (child.name !== "servlet-name") {
      yield { key: `servlet ${name} ${child.name}`, value: textIn(child, text), element: child };
    }
  }
}

/** The text in a child of this name; empty where there is none. */
export function childTextIn(element: XmlElement, name: string, text: string): string {
  const child = element.elements.find((each) => each.name === name);
  return child ? textIn(child, text) : "";
}

/** The text in an element as it is written, without the white space around it and without elements. */
function textIn({ content }: XmlElement, text: string): string {
  const parts = content.filter(({ kind }) => kind === "text");
  return parts
    .map(({ span }) => text.slice(span.start, span.end))
    .join("")
    .trim();
}

/**
 * What the file of a release sets as it is shipped, a line standing for its last walked release. A release later than
 * those has what they had last.
 */
export function shippedWith(file: ShippedFile, { line, release }: TomcatVersion): ShippedSettings {
  const settings = new Map<string, string>();
  for (const [text, changes] of SHIPPED[file]) {
    const revision = Release.parse(text);
    const its = lineOf(text);
    if (!revision || its === undefined || LINES.indexOf(its) > LINES.indexOf(line)) break;
    if (its === line && release && revision.compare(release) > 0) break;
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) settings.delete(key);
      else settings.set(key, value);
    }
  }
  return settings;
}
