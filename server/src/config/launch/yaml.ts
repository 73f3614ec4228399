import { Composer, type CST, isAlias, isMap, isScalar, isSeq, type Node, Parser, type Scalar, visit } from "yaml";
import { type Span, span } from "../../base/span.ts";

/** A YAML document with its anchors by name, because the library searches the whole document for each. */
export interface Yaml {
  readonly anchors: ReadonlyMap<string, Node>;
  /** Maps whose entries were read, merge keys resolved. */
  readonly read: Map<Node, ReadonlyMap<string, Node | undefined>>;
}

/** Deeper than any file that starts a Tomcat. */
const DEEPEST = 100;

/** The first document of a text; without a root where it is nested too deep. */
export function yamlOf(text: string): Yaml & { readonly root: Node | undefined } {
  const tokens = [...new Parser().parse(text)];
  // The composer calls itself for each level, and V8 ends the process where it compiles a regular expression at the end
  // of the stack: nothing could catch that.
  if (isDeeper(tokens, DEEPEST)) return { anchors: new Map(), read: new Map(), root: undefined };
  // The library's search for duplicate keys costs the square of their number.
  const [document] = new Composer({ uniqueKeys: false, logLevel: "silent" }).compose(tokens, false, text.length);
  const contents = document?.contents ?? null;
  const anchors = new Map<string, Node>();
  visit(contents, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return { anchors, read: new Map(), root: contents ?? undefined };
}

function isDeeper(tokens: readonly CST.Token[], most: number): boolean {
  let level: readonly CST.Token[] = tokens;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap(within);
  }
  return false;
}

function within(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value ? [token.value] : [];
  return "items" in token ? token.items.flatMap(({ key, value }) => [key, value].flatMap((each) => each ?? [])) : [];
}

/** The places of a map's keys. */
export function keysOf(map: Node | undefined): ReadonlyMap<string, Span> {
  const items = isMap<Node, Node | null>(map) ? map.items : [];
  return new Map(
    items.flatMap(({ key }) => {
      const name = textOf(key);
      return isScalar(key) && name !== undefined ? [[name, rangeOf(key)] as const] : [];
    }),
  );
}

export function rangeOf({ range }: Scalar): Span {
  return range ? span(range[0], range[1]) : span(0, 0);
}

export function textOf(node: Node | undefined): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  // `1.10` is a number to YAML and a text to the environment.
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

export function child(document: Yaml, parent: Node | undefined, name: string): Node | undefined {
  return entriesOf(parent, document).get(name);
}

export function itemsOf(node: Node | undefined, document: Yaml): readonly Node[] {
  return isSeq<Node>(node) ? node.items.flatMap((item) => resolved(item, document) ?? []) : [];
}

/** The entries of a map; those a merge key takes in count where the map has none of its own. */
export function entriesOf(node: Node | undefined, document: Yaml): ReadonlyMap<string, Node | undefined> {
  const map = resolved(node, document);
  if (!isMap<Node, Node | null>(map)) return NO_ENTRIES;
  const known = document.read.get(map);
  if (known) return known;
  const found = new Map<string, Node | undefined>();
  // A map that merges itself gets nothing from that.
  document.read.set(map, NO_ENTRIES);
  const own: (readonly [string, Node | undefined])[] = [];
  for (const { key, value } of map.items) {
    const name = textOf(key);
    if (name === "<<") takeIn(found, value ?? undefined, document);
    else if (name !== undefined) own.push([name, resolved(value ?? undefined, document)]);
  }
  for (const [name, value] of own) found.set(name, value);
  document.read.set(map, found);
  return found;
}

const NO_ENTRIES: ReadonlyMap<string, Node | undefined> = new Map();

/** What a merge key names: a map, or several of which the first counts. */
function takeIn(into: Map<string, Node | undefined>, named: Node | undefined, document: Yaml): void {
  const from = resolved(named, document);
  for (const each of isSeq<Node>(from) ? from.items : [from]) {
    for (const [key, value] of entriesOf(each, document)) if (!into.has(key)) into.set(key, value);
  }
}

function resolved(node: Node | undefined, { anchors }: Yaml): Node | undefined {
  return isAlias(node) ? anchors.get(node.source) : node;
}
