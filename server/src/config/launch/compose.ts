import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type Scalar } from "yaml";
import { type Span, span } from "../../base/span.ts";
import type { Property } from "../properties.ts";
import type { SourceText } from "../source-text.ts";
import { basesAround, pathFrom, type Service } from "./environment.ts";

/** A merge key takes in other maps, which may take in further ones; deeper than this is no compose file. */
const DEEPEST_MERGE = 8;

/**
 * The services of a compose file and of the file that overrides parts of it, with their variables. Values with `$` are
 * filled in from outside, and not known.
 *
 * Source: the Compose Specification, "environment", "env_file", "build", "volumes" and "Merge".
 */
export function readServices(files: readonly SourceText[], folder: string): readonly Service[] {
  const services = new Map<string, Service>();
  for (const file of files) {
    // Keys that stand twice are looked for in a way whose cost grows with the square of their number.
    const document = parseDocument(file.text, { uniqueKeys: false, logLevel: "silent" });
    for (const [name, service] of entriesOf(
      document.contents && child(document, document.contents, "services"),
      document,
    )) {
      const read = serviceOf(service, { document, file, folder });
      const before = services.get(name);
      services.set(name, before ? joined(before, read) : read);
    }
  }
  return [...services.values()];
}

interface Around {
  readonly document: Document;
  readonly file: SourceText;
  readonly folder: string;
}

function joined(one: Service, other: Service): Service {
  return {
    environment: new Map([...one.environment, ...other.environment]),
    bases: new Set([...one.bases, ...other.bases]),
    builtFrom: other.builtFrom ?? one.builtFrom,
    open: one.open || other.open,
  };
}

function serviceOf(service: Node | undefined, around: Around): Service {
  const { document, folder } = around;
  const build = child(document, service, "build");
  const context = textOf(isMap(build) ? child(document, build, "context") : build);
  const dockerfile = isMap(build) ? textOf(child(document, build, "dockerfile")) : undefined;
  const built = context === undefined ? undefined : pathFrom(folder, context);
  const mounted = itemsOf(child(document, service, "volumes"), document).flatMap((each) => {
    const source = isMap(each) ? textOf(child(document, each, "source")) : textOf(each)?.split(":")[0];
    const path = source?.startsWith(".") ? pathFrom(folder, source) : undefined;
    return path === undefined ? [] : basesAround(path);
  });
  const open = ["env_file", "extends"].some((key) => child(document, service, key) !== undefined);
  return {
    environment: new Map(variablesOf(child(document, service, "environment"), around).map((each) => [each.name, each])),
    bases: new Set(built === undefined ? mounted : [built, ...mounted]),
    builtFrom: dockerfile === undefined || dockerfile === "Dockerfile" ? built : undefined,
    open,
  };
}

/** `NAME: value`, or `- NAME=value`; a name alone takes the value of who starts it. */
function variablesOf(environment: Node | undefined, { document, file }: Around): readonly Property[] {
  if (isSeq(environment)) {
    return itemsOf(environment, document).flatMap((item) => {
      const text = textOf(item);
      if (text === undefined || !isScalar(item)) return [];
      const { start, end } = rangeOf(item);
      const equals = file.text.slice(start, end).indexOf("=");
      if (equals < 0) return [{ name: text, value: undefined, file, nameAt: rangeOf(item), at: rangeOf(item) }];
      const name = text.slice(0, text.indexOf("="));
      const value = known(text.slice(name.length + 1));
      const nameAt = span(start, start + equals);
      return [{ name, value, file, nameAt, at: span(start + equals + 1, end) }];
    });
  }
  return [...entriesOf(environment, document)].flatMap(([name, node]) => {
    if (!isScalar(node)) return [];
    const text = textOf(node);
    const at = rangeOf(node);
    return [{ name, value: text === undefined ? undefined : known(text), file, nameAt: at, at }];
  });
}

function known(text: string): string | undefined {
  return text.includes("$") ? undefined : text;
}

function rangeOf({ range }: Scalar): Span {
  return range ? span(range[0], range[1]) : span(0, 0);
}

function textOf(node: Node | undefined): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  // `1.10` is a number to YAML and a text to the environment.
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

function child(document: Document, parent: Node | null | undefined, name: string): Node | undefined {
  for (const [key, value] of entriesOf(parent ?? undefined, document)) if (key === name) return value;
  return undefined;
}

function itemsOf(node: Node | undefined, document: Document): readonly Node[] {
  return isSeq<Node>(node) ? node.items.flatMap((item) => resolved(item, document) ?? []) : [];
}

/** The entries of a map; what a merge key takes in comes first, so that the map's own entries count. */
function entriesOf(
  node: Node | null | undefined,
  document: Document,
  depth = 0,
): ReadonlyMap<string, Node | undefined> {
  const map = resolved(node ?? undefined, document);
  const found = new Map<string, Node | undefined>();
  if (!isMap<Node, Node | null>(map) || depth > DEEPEST_MERGE) return found;
  const own: Pair<Node, Node | null>[] = [];
  for (const pair of map.items) {
    if (textOf(pair.key) !== "<<") own.push(pair);
    else {
      const from = resolved(pair.value ?? undefined, document);
      for (const each of isSeq<Node>(from) ? from.items : [from]) {
        for (const [key, value] of entriesOf(each, document, depth + 1)) if (!found.has(key)) found.set(key, value);
      }
    }
  }
  for (const { key, value } of own) {
    const name = textOf(key);
    if (name !== undefined) found.set(name, resolved(value ?? undefined, document));
  }
  return found;
}

function resolved(node: Node | undefined, document: Document): Node | undefined {
  return isAlias(node) ? node.resolve(document) : node;
}
