import { readFromArchive } from "../../server/src/entry/archive.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import type { XmlElement } from "../../server/src/syntax/tree.ts";

/** A child of an element in a schema. */
export interface SchemaChild {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly single: boolean;
}

/** What the schemas of one Servlet version say. */
export interface WebSchema {
  /** The children of each type, in order. */
  readonly children: ReadonlyMap<string, readonly SchemaChild[]>;
  /** The words of the types that have a closed list. */
  readonly words: ReadonlyMap<string, readonly string[]>;
  /** Every element name, wherever it stands. */
  readonly names: ReadonlySet<string>;
}

/** The files a version's schema is made of, as the Servlet API's jar has them. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  "2.4": ["web-app_2_4", "j2ee_1_4", "jsp_2_0", "j2ee_web_services_client_1_1"],
  "2.5": ["web-app_2_5", "javaee_5", "jsp_2_1", "javaee_web_services_client_1_2"],
  "3.0": ["web-app_3_0", "web-common_3_0", "javaee_6", "jsp_2_2", "javaee_web_services_client_1_3"],
  "3.1": ["web-app_3_1", "web-common_3_1", "javaee_7", "jsp_2_3", "javaee_web_services_client_1_4"],
  "4.0": ["web-app_4_0", "web-common_4_0", "javaee_8", "jsp_2_3", "javaee_web_services_client_1_4"],
  "6.0": ["web-app_6_0", "web-common_6_0", "jakartaee_10", "jsp_3_1", "jakartaee_web_services_client_2_0"],
};

/** Reads the schema of a version out of a jar; 2.3 is a DTD, of which only the names are read. */
export async function webSchema(jar: string, packages: "javax" | "jakarta", version: string): Promise<WebSchema> {
  const text = async (file: string) => {
    const found = await readFromArchive(jar, `${packages}/servlet/resources/${file}`);
    if (found === undefined) throw new Error(`${jar} has no ${file}`);
    return found;
  };
  const names = new Set<string>();
  const children = new Map<string, readonly SchemaChild[]>();
  const words = new Map<string, readonly string[]>();
  if (version === "2.3") {
    for (const [, name = ""] of (await text("web-app_2_3.dtd")).matchAll(/<!ELEMENT ([\w-]+)/g)) names.add(name);
    return { children, words, names };
  }
  const roots: XmlElement[] = [];
  for (const file of FILES[version] ?? []) {
    const { root } = parse(await text(`${file}.xsd`));
    if (root) roots.push(root);
  }
  const groups = new Map<string, XmlElement>();
  for (const each of roots.flatMap(({ elements }) => elements))
    if (localName(each) === "group") groups.set(attribute(each, "name") ?? "", each);
  for (const each of roots.flatMap(({ elements }) => elements)) {
    const name = attribute(each, "name") ?? "";
    if (localName(each) === "complexType") children.set(name, childrenOf(each, groups, true, true));
    const list = [...descendants(each)].flatMap((item) =>
      localName(item) === "enumeration" ? [attribute(item, "value") ?? ""] : [],
    );
    if (list.length > 0) words.set(name, list);
  }
  for (const each of roots.flatMap((root) => [...descendants(root)]))
    if (localName(each) === "element") names.add(attribute(each, "name") ?? "");
  return { children, words, names };
}

/** Groups are named where they are used; a choice requires none of its parts. */
function childrenOf(
  element: XmlElement,
  groups: ReadonlyMap<string, XmlElement>,
  required: boolean,
  single: boolean,
): readonly SchemaChild[] {
  return element.elements.flatMap((each): readonly SchemaChild[] => {
    const kind = localName(each);
    const mayBeAbsent = attribute(each, "minOccurs") === "0" || kind === "choice";
    const many = attribute(each, "maxOccurs") === "unbounded";
    const [needed, once] = [required && !mayBeAbsent, single && !many];
    if (kind === "element") {
      const type = attribute(each, "type") ?? "";
      return [{ name: attribute(each, "name") ?? "", type: bare(type), required: needed, single: once }];
    }
    const group = kind === "group" ? groups.get(bare(attribute(each, "ref") ?? "")) : each;
    if (!group || kind === "annotation" || kind === "attribute") return [];
    return childrenOf(group, groups, needed, once);
  });
}

function* descendants(element: XmlElement): Iterable<XmlElement> {
  const pending = [...element.elements];
  for (let each = pending.pop(); each; each = pending.pop()) {
    yield each;
    pending.push(...each.elements);
  }
}

function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((each) => each.name === name)?.value?.text;
}

function localName({ name }: XmlElement): string {
  return bare(name);
}

function bare(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
