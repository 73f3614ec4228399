import { Composer, type CST, isAlias, isMap, isScalar, isSeq, type Node, Parser, type Scalar, visit } from "yaml";
import type { SourceText } from "../../base/source-text.ts";
import { type Span, span } from "../../base/span.ts";
import type { Property } from "../properties.ts";
import { basesAround, pathFrom, type Service } from "./environment.ts";
import { serverFileAt } from "./server-file.ts";

/** A YAML document with its anchors by name, because the library searches the whole document for each. */
interface Yaml {
  readonly anchors: ReadonlyMap<string, Node>;
  /** Maps whose entries were read, merge keys resolved. */
  readonly read: Map<Node, ReadonlyMap<string, Node | undefined>>;
}

/** Deeper than any compose file. */
const DEEPEST = 100;

function yamlOf(text: string): Yaml & { readonly root: Node | undefined } {
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

/**
 * The services of a compose file and of the file that overrides parts of it, with their variables. Values with `$` are
 * filled in from outside, and not known.
 *
 * Source: the Compose Specification, "environment", "env_file", "build", "volumes", "networks", "deploy" and "Merge".
 */
export function readServices(files: readonly SourceText[], folder: string): readonly Service[] {
  const services = new Map<string, ReadService>();
  const drivers = new Map<string, string>();
  for (const file of files) {
    const document = yamlOf(file.text);
    for (const [name, network] of entriesOf(child(document, document.root, "networks"), document)) {
      const driver = textOf(child(document, network, "driver"));
      if (driver !== undefined) drivers.set(name, driver);
    }
    const written = child(document, document.root, "services");
    const keys = keysOf(written);
    for (const [name, service] of entriesOf(written, document)) {
      // A service that comes from a merge key (`<<`) has no key in this map.
      const read = serviceOf(service, name, keys.get(name) ?? span(0, 0), { document, file, folder });
      const before = services.get(name);
      services.set(name, before ? joined(before, read) : read);
    }
  }
  return [...services.values()].map(({ networks, ...service }) => ({
    ...service,
    overlay: networks !== undefined && [...networks].every((name) => drivers.get(name) === "overlay"),
  }));
}

/** A service before all files are read. */
interface ReadService extends Omit<Service, "overlay"> {
  /** The keys of its networks; undefined where it has those of the machine or of another container. */
  readonly networks: ReadonlySet<string> | undefined;
}

interface Around {
  readonly document: Yaml;
  readonly file: SourceText;
  readonly folder: string;
}

function joined(one: ReadService, other: ReadService): ReadService {
  return {
    environment: new Map([...one.environment, ...other.environment]),
    bases: new Set([...one.bases, ...other.bases]),
    image: other.image ?? one.image,
    builtFrom: other.builtFrom ?? one.builtFrom,
    open: one.open || other.open,
    name: one.name,
    hosts: new Set([...one.hosts, ...other.hosts]),
    containers: Math.max(one.containers, other.containers),
    serverFiles: other.serverFiles.size > 0 ? other.serverFiles : one.serverFiles,
    networks: one.networks && other.networks && new Set([...one.networks, ...other.networks]),
    file: one.file,
    at: one.at,
  };
}

/** The places of a map's keys. */
function keysOf(map: Node | undefined): ReadonlyMap<string, Span> {
  const items = isMap<Node, Node | null>(map) ? map.items : [];
  return new Map(
    items.flatMap(({ key }) => {
      const name = textOf(key);
      return isScalar(key) && name !== undefined ? [[name, rangeOf(key)] as const] : [];
    }),
  );
}

function serviceOf(service: Node | undefined, name: string, at: Span, around: Around): ReadService {
  const { document, folder } = around;
  const build = child(document, service, "build");
  const context = textOf(isMap(build) ? child(document, build, "context") : build);
  const dockerfile = isMap(build) ? textOf(child(document, build, "dockerfile")) : undefined;
  const image = textOf(child(document, service, "image"));
  const built = context === undefined ? undefined : pathFrom(folder, context);
  const mounts = itemsOf(child(document, service, "volumes"), document).flatMap((each) => {
    const [source, target = ""] = isMap(each)
      ? ["source", "target"].map((key) => textOf(child(document, each, key)))
      : (textOf(each)?.split(":") ?? []);
    const path = source?.startsWith(".") ? pathFrom(folder, source) : undefined;
    return path === undefined ? [] : [{ path, target }];
  });
  const mounted = mounts.flatMap(({ path }) => basesAround(path));
  const open = ["env_file", "extends"].some((key) => child(document, service, key) !== undefined);
  return {
    environment: new Map(variablesOf(child(document, service, "environment"), around).map((each) => [each.name, each])),
    // Beside a build, the image is the name of what is built.
    image:
      build === undefined && image !== undefined && known(image) ? { name: image, path: around.file.path } : undefined,
    bases: new Set(built === undefined ? mounted : [built, ...mounted]),
    builtFrom: dockerfile === undefined || dockerfile === "Dockerfile" ? built : undefined,
    open,
    name,
    hosts: new Set([name, ...hostsOf(service, document)]),
    containers: containersOf(service, document),
    serverFiles: new Set(mounts.flatMap(({ path, target }) => serverFileAt(path, target) ?? [])),
    networks: networksOf(service, document),
    file: around.file,
    at,
  };
}

/** The networks a service names; without any it is in the one called `default`. */
function networksOf(service: Node | undefined, document: Yaml): ReadonlySet<string> | undefined {
  if (["network_mode", "extends"].some((key) => child(document, service, key) !== undefined)) return undefined;
  const written = child(document, service, "networks");
  const names = [...entriesOf(written, document).keys(), ...itemsOf(written, document).map(textOf)];
  if (names.includes(undefined)) return undefined;
  return new Set(names.length === 0 ? ["default"] : names.flatMap((name) => name ?? []));
}

/** Other names of its containers, and their fixed addresses. */
function hostsOf(service: Node | undefined, document: Yaml): readonly string[] {
  const networks = [...entriesOf(child(document, service, "networks"), document).values()];
  const named = networks.flatMap((network) => [
    child(document, network, "ipv4_address"),
    ...itemsOf(child(document, network, "aliases"), document),
  ]);
  return [child(document, service, "container_name"), ...named].flatMap((each) => textOf(each) ?? []);
}

function containersOf(service: Node | undefined, document: Yaml): number {
  const deploy = child(document, service, "deploy");
  const written = textOf(child(document, deploy, "replicas")) ?? textOf(child(document, service, "scale")) ?? "";
  return /^\d{1,4}$/.test(written) ? Number(written) : 1;
}

/** `NAME: value`, or `- NAME=value`; a name alone takes its value from the environment Compose runs in. */
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

function child(document: Yaml, parent: Node | undefined, name: string): Node | undefined {
  return entriesOf(parent, document).get(name);
}

function itemsOf(node: Node | undefined, document: Yaml): readonly Node[] {
  return isSeq<Node>(node) ? node.items.flatMap((item) => resolved(item, document) ?? []) : [];
}

/** The entries of a map; those a merge key takes in count where the map has none of its own. */
function entriesOf(node: Node | undefined, document: Yaml): ReadonlyMap<string, Node | undefined> {
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
