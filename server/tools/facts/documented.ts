import { execFileSync } from "node:child_process";
import { parse } from "../../src/syntax/parse.ts";
import type { XmlElement } from "../../src/syntax/tree.ts";
import { type Documented, type Facts, protocolAttributes } from "./facts.ts";

const FOLDER = "webapps/docs/config";

/** Sections of the reference that name no class, and the classes they speak of, by their simple names. */
const SECTIONS: readonly (readonly [page: RegExp, section: RegExp, classes: readonly string[]])[] = [
  [/^(context|globalresources)$/, /^Environment Entries$/, ["ContextEnvironment"]],
  [/^(context|globalresources)$/, /^Resource Definitions$/, ["ContextResource"]],
  [/^(context|globalresources)$/, /^Resource Links$/, ["ContextResourceLink"]],
  [/^context$/, /^Context Parameters$/, ["ApplicationParameter"]],
  [/^http$/, /^SSL Support - SSLHostConfig$/, ["SSLHostConfig"]],
  [/^http$/, /^SSL Support - Certificate$/, ["SSLHostConfigCertificate"]],
  [/^http$/, /^SSL Support - OpenSSL's SSL_CONF API$/, ["OpenSSLConfCmd"]],
  [/^context$/, /^Common Attributes$/, ["StandardContext", "ReplicatedContext"]],
  [/^loader$/, /^Common Attributes$/, ["WebappLoader", "VirtualWebappLoader"]],
  [/^loader$/, /VirtualWebappLoader/, ["VirtualWebappLoader"]],
  [/^executor$/, /[Vv]irtual [Tt]hread/, ["StandardVirtualThreadExecutor"]],
  [/^credentialhandler$/, /^MessageDigestCredentialHandler$/, ["MessageDigestCredentialHandler"]],
  [/^credentialhandler$/, /^SecretKeyCredentialHandler$/, ["SecretKeyCredentialHandler"]],
  [/^manager$/, /^Common Attributes$/, ["PersistentManager", "StandardManager", "BackupManager", "DeltaManager"]],
];

/** Pages about one class that they need not name. */
const PAGES: Readonly<Record<string, string>> = {
  context: "StandardContext",
  engine: "StandardEngine",
  host: "StandardHost",
  server: "StandardServer",
  service: "StandardService",
  loader: "WebappLoader",
  "jar-scanner": "StandardJarScanner",
};

/** Classes with the attributes of another one, which the reference describes. */
const ALIKE: Readonly<Record<string, string>> = {
  MultipointBioSender: "PooledMultiSender",
  ParallelNioSender: "PooledParallelSender",
};

/** Stands before the name of a protocol where classes are named too. */
export const PROTOCOL = "protocol ";

const CLASS_NAME = /org\.apache\.[\w.]+\.[A-Z]\w+/g;

interface Block {
  /** Each attribute with whether it is required, and what is said of it. */
  readonly attributes: ReadonlyMap<string, { readonly required: boolean; readonly text: string }>;
  /** The sections around it, the innermost first. */
  readonly sections: readonly { readonly name: string; readonly text: string }[];
}

/** What the configuration reference of a revision describes of these facts. */
export function documentedIn(checkout: string, revision: string, facts: Facts): NonNullable<Documented["9.0"]> {
  const git = (...words: string[]) =>
    execFileSync("git", ["-C", checkout, ...words], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const bySimpleName = new Map(Object.keys(facts.classes).map((name) => [simple(name), name]));
  const pages: Record<string, string[]> = {};
  const described = new Map<string, Map<string, boolean>>();
  const describe = (owner: string, block: Block) => {
    const known = described.get(owner) ?? new Map<string, boolean>();
    described.set(owner, known);
    for (const [name, { required }] of block.attributes) known.set(name, required || known.get(name) === true);
  };
  for (const path of git("ls-tree", "--name-only", revision, `${FOLDER}/`).split("\n")) {
    const page = /([^/]+)\.xml$/.exec(path)?.[1];
    if (page === undefined || page === "project" || page === "index") continue;
    const { root, text } = parse(git("show", `${revision}:${path}`));
    if (!root) throw new Error(`${path} cannot be read`);
    const named = new Set((textOf(root, text).match(CLASS_NAME) ?? []).filter((name) => facts.classes[name]));
    for (const name of named) pages[name] = [...(pages[name] ?? []), page];
    const own = bySimpleName.get(PAGES[page] ?? "");
    if (own !== undefined && !named.has(own)) pages[own] = [...(pages[own] ?? []), page];
    const ofPage = [...new Set([...named, ...(own === undefined ? [] : [own])])];
    for (const block of blocksBelow(root, text)) {
      const sectional = SECTIONS.find(
        ([pages, section]) => pages.test(page) && block.sections.some(({ name }) => section.test(name)),
      );
      if (sectional) {
        for (const name of sectional[2]) describe(bySimpleName.get(name) ?? name, block);
        continue;
      }
      if (page === "http" || page === "ajp") {
        for (const protocol of Object.keys(facts.protocols)) {
          if (speaksOf(page, block, protocol, facts)) describe(`${PROTOCOL}${protocol}`, block);
        }
        continue;
      }
      for (const name of own === undefined ? scopeOf(block, ofPage) : [own]) describe(name, block);
    }
  }
  for (const [name, other] of Object.entries(ALIKE)) {
    const alike = described.get(bySimpleName.get(other) ?? "");
    const full = bySimpleName.get(name);
    if (alike && full !== undefined) described.set(full, new Map([...alike, ...(described.get(full) ?? [])]));
  }
  return {
    pages: sortedEntries(Object.entries(pages).map(([name, list]) => [name, list.sort()])),
    attributes: sortedEntries(attributesOf(described, facts)),
  };
}

/** The attributes that exist, under their real names: the reference begins some with a capital, which Tomcat takes. */
function attributesOf(
  described: ReadonlyMap<string, ReadonlyMap<string, boolean>>,
  facts: Facts,
): readonly (readonly [string, string[]])[] {
  return [...described].flatMap(([owner, attributes]) => {
    const real = owner.startsWith(PROTOCOL)
      ? protocolAttributes(facts, owner.slice(PROTOCOL.length))
      : facts.classes[owner]?.attributes;
    if (!real) return [];
    const found = [...attributes].flatMap(([name, required]) => {
      const known = [name, `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`].find((each) => each in real);
      return known === undefined ? [] : [required ? `${known}!` : known];
    });
    return found.length > 0 ? [[owner, found.sort()] as const] : [];
  });
}

/** The classes a block is about: those its className names, else those of the innermost section that names some. */
function scopeOf(block: Block, ofPage: readonly string[]): readonly string[] {
  const inClassName = new Set<string>(block.attributes.get("className")?.text.match(CLASS_NAME));
  const chosen = ofPage.filter((name) => inClassName.has(name));
  if (chosen.length > 0) return chosen;
  for (const { name, text } of block.sections) {
    if (/common/i.test(name)) return ofPage;
    const words = new Set(name.match(/\w+/g) ?? []);
    const joined = name.replaceAll(" ", "").toLowerCase();
    const mentioned = new Set(text.match(CLASS_NAME) ?? []);
    const found = ofPage.filter(
      (each) => mentioned.has(each) || words.has(simple(each)) || simple(each).toLowerCase() === joined,
    );
    if (found.length > 0) return found;
  }
  return ofPage;
}

const TECHNOLOGIES = ["NIO2", "NIO", "APR", "BIO"];

/** True where a block of the pages about Connectors is about the protocol handler of this name. */
function speaksOf(page: string, block: Block, protocol: string, facts: Facts): boolean {
  const same = facts.protocols[protocol];
  const handler = typeof same === "string" ? same : protocol;
  if (!handler.includes(page === "http" ? "Http" : "Ajp")) return false;
  const name = block.sections[0]?.name ?? "";
  const technologies = TECHNOLOGIES.filter((each) => new RegExp(`\\b${each}\\b`).test(name));
  if (technologies.length === 0) return true;
  const own = TECHNOLOGIES.find((each) => handler.toUpperCase().includes(each)) ?? "BIO";
  return technologies.includes(own);
}

function blocksBelow(element: XmlElement, file: string, sections: Block["sections"] = []): readonly Block[] {
  const inside =
    element.name === "section" || element.name === "subsection"
      ? [{ name: attributeOf(element, "name"), text: textOf(element, file) }, ...sections]
      : sections;
  const { elements } = element;
  if (element.name === "attributes") {
    const attributes = elements
      .filter(({ name }) => name === "attribute")
      .map((each) => {
        const required = /^(true|yes)$/i.test(attributeOf(each, "required"));
        return [attributeOf(each, "name"), { required, text: textOf(each, file) }] as const;
      });
    return [{ attributes: new Map(attributes), sections: inside }];
  }
  return elements.flatMap((each) => blocksBelow(each, file, inside));
}

function attributeOf(element: XmlElement, name: string): string {
  return element.attributes.find((each) => each.name === name)?.value?.text ?? "";
}

/** The words in an element, with what stands between them left out. */
function textOf(element: XmlElement, file: string): string {
  // A section names its class in its heading, which is an attribute.
  const heading = attributeOf(element, "name");
  const words = element.content
    .map((each) =>
      each.kind === "element"
        ? textOf(each, file)
        : each.kind === "text"
          ? file.slice(each.span.start, each.span.end)
          : "",
    )
    .join("");
  return `${heading} ${words}`;
}

function simple(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function sortedEntries(entries: readonly (readonly [string, string[]])[]): Record<string, string[]> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
