import { isScalar, type Node } from "yaml";
import { blanked } from "../../base/blanked.ts";
import { type SourceText, sourceText } from "../../base/source-text.ts";
import { type Span, span } from "../../base/span.ts";
import { templatesIn, withoutTemplates } from "../../syntax/template.ts";
import { LONGEST_LAUNCH_FILE } from "./environment.ts";
import { child, entriesOf, itemsOf, rangeOf, textOf, type Yaml, yamlOf } from "./yaml.ts";

/** One object of Kubernetes as a manifest describes it. */
export interface KubeObject {
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  readonly root: Node | undefined;
  readonly document: Yaml;
  readonly file: SourceText;
  /** Where its document begins: places of its nodes count from there. */
  readonly offset: number;
  /** True where Helm or its like fills it in first. */
  readonly templated: boolean;
}

/** A file that a ConfigMap or Secret holds as a literal block. */
export interface HeldFile {
  /** The name of its ConfigMap; of a second one of that name in the manifest it is told apart by a number. */
  readonly name: string;
  readonly key: string;
  /** Of the block's lines. */
  readonly block: Span;
}

/** The objects of one YAML file. */
export interface Manifest {
  readonly file: SourceText;
  readonly held: readonly HeldFile[];
  readonly objects: readonly KubeObject[];
  /** False where a part of it was not read. */
  readonly whole: boolean;
}

/** Kinds that hold files, and those that say how a Tomcat in a pod runs. */
const KINDS =
  /^kind:[ \t]*["']?(?:ConfigMap|Secret|List|Pod|Deployment|StatefulSet|ReplicaSet|DaemonSet|Service|ServiceAccount|Role|ClusterRole|RoleBinding|ClusterRoleBinding|NetworkPolicy)["']?[ \t\r]*(?:#.*)?$/m;
/** Those that may hold files. */
const HOLDERS = /^kind:[ \t]*["']?(?:ConfigMap|Secret|List)\b/m;

/** In characters; a ConfigMap may have a million bytes. */
const LONGEST = 2_000_000;
/** What all documents of a file may have besides the blocks they hold, in characters. */
const LONGEST_STRUCTURE = 3 * LONGEST_LAUNCH_FILE;

/** A document of a manifest before it is read. */
interface Unread {
  readonly text: string;
  readonly offset: number;
  readonly templated: boolean;
}

/**
 * The objects of a manifest that may say something of a Tomcat; undefined for any other YAML.
 *
 * A line that begins with `---` ends a document wherever it stands (YAML 1.2, 9.1.2), so each is read alone. Reading
 * costs much, and most manifests hold nothing of Tomcat's: what holds no XML is read when its objects are asked for.
 */
export function readManifest(path: string, text: string): Manifest | undefined {
  if (text.length > LONGEST || !KINDS.test(text)) return undefined;
  const file = sourceText(path, text);
  const read = new Map<Unread, readonly KubeObject[]>();
  const objectsOf = (documents: readonly Unread[]) =>
    documents.flatMap((each) => {
      const objects = read.get(each) ?? objectsIn(each, file);
      read.set(each, objects);
      return objects;
    });
  let found: ReturnType<typeof documentsToRead> | undefined;
  const all = () => {
    found ??= documentsToRead(text);
    return found;
  };
  const holds = (each: string) => HOLDERS.test(each) && ROOT.test(each);
  return {
    file,
    held: holds(text) ? heldIn(objectsOf(all().documents.filter((each) => holds(each.text)))) : [],
    get objects() {
      return objectsOf(all().documents);
    },
    get whole() {
      return all().whole;
    },
  };
}

function documentsToRead(text: string): { readonly documents: readonly Unread[]; readonly whole: boolean } {
  const plain = text.includes("{{") ? withoutTemplates(text, templatesIn(text)) : text;
  const documents: Unread[] = [];
  let room = LONGEST_STRUCTURE;
  let whole = true;
  for (const { start, end } of documentsIn(text)) {
    const source = text.slice(start, end);
    if (!KINDS.test(source)) continue;
    const written = plain.slice(start, end);
    const structure = structureOf(written);
    room -= structure;
    if (structure > LONGEST_LAUNCH_FILE || room < 0) whole = false;
    else documents.push({ text: written, offset: start, templated: source.includes("{{") });
  }
  return { documents, whole };
}

function documentsIn(text: string): readonly Span[] {
  const starts = [0, ...[...text.matchAll(/^---(?=\s|$)/gm)].map(({ index }) => index)];
  return starts.map((start, index) => span(start, starts[index + 1] ?? text.length));
}

/** The length of a document without the blocks in it: reading these costs next to nothing. */
function structureOf(text: string): number {
  let length = 0;
  let block: number | undefined;
  for (const line of text.split("\n")) {
    const indent = line.search(/[^ ]/);
    if (block !== undefined && (indent < 0 || indent > block || line.trim() === "")) continue;
    block = /[|>][-+\d]*[ \t\r]*$/.test(line) ? indent : undefined;
    length += line.length + 1;
  }
  return length;
}

function objectsIn({ text, offset, templated }: Unread, file: SourceText): readonly KubeObject[] {
  const document = attempt(text);
  const root = document?.root;
  if (!document || !root) return [];
  const list = textOf(child(document, root, "kind")) === "List";
  const roots = list ? itemsOf(child(document, root, "items"), document) : [root];
  return roots.flatMap((each) => {
    const kind = textOf(child(document, each, "kind"));
    const metadata = child(document, each, "metadata");
    const [name, namespace] = ["name", "namespace"].map((key) => textOf(child(document, metadata, key)));
    return kind === undefined ? [] : [{ kind, name, namespace, root: each, document, file, offset, templated }];
  });
}

/** The library throws at some texts that are no YAML. */
function attempt(text: string) {
  try {
    return yamlOf(text);
  } catch {
    return undefined;
  }
}

/** Where the files of a ConfigMap stand, and those of a Secret that are no base64. */
const HOLDING: ReadonlyMap<string, string> = new Map([
  ["ConfigMap", "data"],
  ["Secret", "stringData"],
]);

/** True for an object that may hold files. */
export function isHolder({ kind }: KubeObject): boolean {
  return HOLDING.has(kind);
}

/** In characters, of the texts of all files that one manifest holds. */
const MOST_HELD = 20_000_000;

function heldIn(objects: readonly KubeObject[]): readonly HeldFile[] {
  const found: HeldFile[] = [];
  const seen = new Map<string, number>();
  for (const { kind, name = kind, root, document, file, offset } of objects) {
    const holding = HOLDING.get(kind);
    if (holding === undefined) continue;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    for (const [key, value] of entriesOf(child(document, root, holding), document)) {
      // The text of a folded or quoted scalar is not the one that is written.
      if (!isScalar(value) || value.type !== "BLOCK_LITERAL" || !/^[-.\w]+$/.test(key)) continue;
      const { start, end } = rangeOf(value);
      const from = file.text.indexOf("\n", offset + start) + 1;
      const to = offset + end;
      if (from === 0 || from >= to) continue;
      found.push({ name: count > 1 ? `${name}~${count}` : name, key, block: span(from, to) });
    }
  }
  let room = MOST_HELD;
  return found.filter(({ name, block }) => {
    // Each has a text as long as the manifest up to its end.
    room -= block.end;
    return room >= 0 && /^[-.~\w]+$/.test(name);
  });
}

/** The first thing in a text that Tomcat reads as XML. */
const ROOT = /<(?:[\w-]+:)?(?:Server|Engine|Host|Context|Cluster|web-app)(?=[\s/>]|$)/m;

/** True for a held file that Tomcat may read as a configuration. */
export function mayBeConfiguration({ key, block }: HeldFile, { text }: SourceText): boolean {
  return /\.xml(?:\.\w+)?$/i.test(key) && ROOT.test(text.slice(block.start, block.end));
}

/**
 * The text of a held file, each character where the manifest has it. What stands before is blank, and so is the XML
 * declaration: nothing may precede one.
 */
export function heldText({ text }: SourceText, { block: { start, end } }: HeldFile): string {
  const written = text.slice(start, end);
  const declaration = /^\s*<\?xml\s[^>]*\?>/.exec(written)?.[0] ?? "";
  return blanked(text.slice(0, start)) + blanked(declaration) + written.slice(declaration.length);
}

/** Where a node of an object stands in its file; the beginning of its document for one that is not there. */
export function placeOf(node: Node | undefined, { offset }: KubeObject): Span {
  const { start, end } = isScalar(node) ? rangeOf(node) : span(0, 0);
  return span(start + offset, end + offset);
}

/** Where the name of an object stands in its file. */
export function placeOfName(object: KubeObject): Span {
  const { document, root } = object;
  return placeOf(child(document, child(document, root, "metadata"), "name"), object);
}

/** Unless the namespaces of both are known and differ. */
export function mayMeet(one: KubeObject, other: KubeObject): boolean {
  return one.namespace === undefined || other.namespace === undefined || one.namespace === other.namespace;
}
