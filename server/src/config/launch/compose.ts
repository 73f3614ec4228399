import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { SourceText } from "../../base/source-text.ts";
import { type Span, span } from "../../base/span.ts";
import type { Property } from "../properties.ts";
import { buildOf, envFilesOf, type FilesBeside, type Filling, fillingIn, variablesIn } from "./compose-beside.ts";
import { readDockerfile } from "./dockerfile.ts";
import { basesAround, type Launch, pathFrom, type Service } from "./environment.ts";
import { interpolated } from "./interpolation.ts";
import { isOwnCommand } from "./own-command.ts";
import { filesBesideAt, isSettings, serverFileAt } from "./server-file.ts";
import type { Arguments } from "./variables.ts";
import { child, entriesOf, itemsOf, keysOf, rangeOf, textOf, type Yaml, yamlOf } from "./yaml.ts";

/**
 * The services of a compose file and of the file that overrides parts of it, with their variables. Paths and tags with
 * `$` are filled in from `.env`; what a service's variables are made of is not known, since a shell may set it otherwise.
 *
 * Source: the Compose Specification, "environment", "env_file", "build", "volumes", "networks", "deploy" and "Merge".
 */
export function readServices(files: readonly SourceText[], folder: string, beside: FilesBeside): readonly Service[] {
  const filling = fillingIn(folder, beside);
  const services = new Map<string, ReadService>();
  const drivers = new Map<string, string>();
  for (const file of files) {
    const document = yamlOf(file.text);
    for (const [name, network] of entriesOf(child(document, document.root, "networks"), document)) {
      const driver = textOf(child(document, network, "driver"));
      if (driver !== undefined) drivers.set(name, driver);
    }
    const written = child(document, document.root, "services") ?? servicesOfVersion1(document);
    const keys = keysOf(written);
    for (const [name, service] of entriesOf(written, document)) {
      // A service that comes from a merge key (`<<`) has no key in this map.
      const read = serviceOf(service, name, keys.get(name) ?? span(0, 0), { document, file, filling, beside });
      const before = services.get(name);
      services.set(name, before ? joined(before, read) : read);
    }
  }
  for (const [name, alias] of [...services.values()].flatMap(({ links }) => links)) {
    const linked = services.get(name);
    if (linked) services.set(name, { ...linked, hosts: new Set([...linked.hosts, alias]) });
  }
  const built = new Map([...services.values()].flatMap((each) => (each.tag !== undefined ? [[each.tag, each]] : [])));
  return [...services.values()].map(({ networks, optional, endpoint, tag, links, ...service }) => {
    const overlay = networks !== undefined && [...networks].every((name) => drivers.get(name) === "overlay");
    return {
      ...service,
      ...imageBuiltBy(built.get(service.image?.name ?? ""), service),
      // Those of different profiles are variants of one system more often than nodes of it.
      serverFiles: optional ? NO_PATHS : service.serverFiles,
      networks: networks && new Set([...networks].map((name) => `${files[0]?.path} ${name}`)),
      overlay,
      virtualAddress: overlay && endpoint === "vip",
    };
  });
}

/**
 * Version 1 of the format has no key for services: each key of the file is one. Undefined where something else stands
 * there.
 */
function servicesOfVersion1({ root, ...document }: ReturnType<typeof yamlOf>): Node | undefined {
  const all = [...entriesOf(root, document).values()];
  const areServices = all.every((each) => ["image", "build"].some((key) => child(document, each, key) !== undefined));
  return all.length > 0 && areServices ? root : undefined;
}

/** The services of a compose file that another one describes: they have neither an image nor a build. */
export function namesWithoutImage(text: string): readonly string[] {
  const document = yamlOf(text);
  const services = [...entriesOf(child(document, document.root, "services"), document)];
  return services.flatMap(([name, service]) =>
    ["image", "build"].some((key) => child(document, service, key) !== undefined) ? [] : [name],
  );
}

/** A service before all files are read. */
interface ReadService extends Omit<Service, "overlay" | "virtualAddress"> {
  /** How a swarm makes its name known; undefined where nothing says that it is for a swarm. */
  readonly endpoint: "vip" | "dnsrr" | undefined;
  /** What the image it builds is called. */
  readonly tag: string | undefined;
  /** Services with the other names that this one has for them. */
  readonly links: readonly (readonly [name: string, alias: string])[];
  /** True where it is started only if one of its profiles is asked for. */
  readonly optional: boolean;
}

const NO_PATHS: ReadonlySet<string> = new Set();

interface Around {
  readonly document: ReturnType<typeof yamlOf>;
  readonly file: SourceText;
  readonly filling: Filling;
  readonly beside: FilesBeside;
}

function joined(one: ReadService, other: ReadService): ReadService {
  return {
    environment: new Map([...one.environment, ...other.environment]),
    bases: new Set([...one.bases, ...other.bases]),
    image: other.image ?? one.image,
    ...builtBy(other.builtFrom === undefined ? one : other),
    tag: other.tag ?? one.tag,
    links: [...one.links, ...other.links],
    published: new Map([...(one.published ?? []), ...(other.published ?? [])]),
    commanded: one.commanded === true || other.commanded === true,
    open: one.open || other.open,
    name: one.name,
    hosts: new Set([...one.hosts, ...other.hosts]),
    containers: Math.max(one.containers, other.containers),
    serverFiles: other.serverFiles.size > 0 ? other.serverFiles : one.serverFiles,
    networks: one.networks && other.networks && new Set([...one.networks, ...other.networks]),
    puts: new Map([...one.puts, ...other.puts]),
    scripted: one.scripted || other.scripted,
    ownCommand: one.ownCommand === true || other.ownCommand === true,
    optional: one.optional || other.optional,
    endpoint: [one.endpoint, other.endpoint].includes("dnsrr") ? "dnsrr" : (other.endpoint ?? one.endpoint),
    file: one.file,
    at: one.at,
  };
}

type BuiltBy = Pick<Service, "builtFrom" | "builtWith" | "built" | "buildArgs">;

function builtBy({ builtFrom, builtWith, built, buildArgs }: BuiltBy): BuiltBy {
  return { builtFrom, builtWith, built, buildArgs };
}

/** A service with the image that another one builds is built as that is. */
function imageBuiltBy(other: ReadService | undefined, { bases }: Pick<Service, "bases">): Partial<ReadService> {
  return other ? { ...builtBy(other), image: undefined, bases: new Set([...bases, ...other.bases]) } : {};
}

function serviceOf(service: Node | undefined, name: string, at: Span, around: Around): ReadService {
  const { document, filling, beside } = around;
  const build = child(document, service, "build");
  const { context, name: builtWith, dockerfile, args: buildArgs } = buildOf(service, document, filling);
  const built = dockerfileAt(dockerfile, context, { beside, args: buildArgs });
  const image = imageIn(textOf(child(document, service, "image")), filling);
  const volumes = volumesOf(service, around);
  const mounts = [...volumes, ...configsOf(service, around)].flatMap(({ path, target }) =>
    path === undefined ? [] : [{ path, target }],
  );
  const mounted = mounts.flatMap(({ path }) => basesAround(path));
  const ownCommand = ["command", "entrypoint"].some((key) => isOwnCommand(child(document, service, key), document));
  const fromFiles = variablesIn(envFilesOf(service, document, filling), beside);
  const own = variablesOf(child(document, service, "environment"), around).map((each) => [each.name, each] as const);
  return {
    environment: new Map([...(fromFiles ?? []), ...own]),
    // Beside a build, the image is the name of what is built.
    image: build === undefined && image !== undefined ? { name: image, path: around.file.path } : undefined,
    bases: new Set([...(context === undefined ? [] : [context]), ...(built?.bases ?? []), ...mounted]),
    // Of a Dockerfile elsewhere that cannot be read nothing is known, not even which it is.
    ...builtBy({ builtFrom: dockerfile === undefined || built ? context : undefined, builtWith, built, buildArgs }),
    tag: build === undefined ? undefined : image,
    links: itemsOf(child(document, service, "links"), document).flatMap((each) => {
      const [linked, alias] = textOf(each)?.split(":") ?? [];
      return linked === undefined || alias === undefined ? [] : [[linked, alias] as const];
    }),
    published: publishedOf(service, document),
    open: fromFiles === undefined || child(document, service, "extends") !== undefined,
    name,
    hosts: new Set([name, ...hostsOf(service, document)]),
    containers: containersOf(service, document),
    serverFiles: new Set(mounts.flatMap(({ path, target }) => serverFileAt(path, target) ?? [])),
    networks: networksOf(service, document),
    puts: new Map(mounts.flatMap(({ path, target }) => filesBesideAt(path, target))),
    scripted:
      volumes.some(({ path, target }) => path === undefined && isSettings(target)) ||
      isOwnCommand(child(document, service, "entrypoint"), document),
    commanded: isOwnCommand(child(document, service, "command"), document),
    ownCommand,
    optional: child(document, service, "profiles") !== undefined,
    endpoint: endpointOf(service, document),
    file: around.file,
    at,
  };
}

/** The Dockerfile of another folder that a service is built with. */
function dockerfileAt(
  path: string | undefined,
  context: string | undefined,
  { beside, args }: { readonly beside: FilesBeside; readonly args: Arguments },
): Launch | undefined {
  const file = path === undefined ? undefined : beside.get(path);
  return file && context !== undefined ? readDockerfile(file, context, { args }) : undefined;
}

/** An image with its tag filled in; undefined where a variable decides which image it is. */
function imageIn(written: string | undefined, { variables }: Filling): string | undefined {
  return written === undefined || /^[^:@]*\$/.test(written) ? undefined : interpolated(written, variables);
}

interface Mount {
  readonly path: string;
  readonly target: string;
}

/** The files and folders of the project that a service mounts; a name alone is that of a volume, and has no path. */
function volumesOf(
  service: Node | undefined,
  { document, filling: { folder, variables } }: Around,
): readonly (Omit<Mount, "path"> & { readonly path: string | undefined })[] {
  // The folder that Compose runs in is none of the variables.
  const filled = (text: string | undefined) => (text ? (interpolated(text, variables) ?? text) : text);
  return itemsOf(child(document, service, "volumes"), document).map((each) => {
    const [source, target = "", type] = isMap(each)
      ? ["source", "target", "type"].map((key) => filled(textOf(child(document, each, key))))
      : (filled(textOf(each))?.split(":") ?? []);
    const named = source !== undefined && (/^(?:\.|\$\{?PWD\b)/.test(source) || (isMap(each) && type === "bind"));
    return { path: named ? pathFrom(folder, source) : undefined, target };
  });
}

/** The files that a service gets by the names that the file gives them under `configs` and `secrets`. */
function configsOf(service: Node | undefined, { document, filling: { folder } }: Around): readonly Mount[] {
  return ["configs", "secrets"].flatMap((kind) => {
    const files = child(document, document.root, kind);
    return itemsOf(child(document, service, kind), document).flatMap((each) => {
      const [source, target] = ["source", "target"].map((key) => textOf(child(document, each, key)));
      const path = textOf(child(document, child(document, files, source ?? ""), "file"));
      const found = path === undefined ? undefined : pathFrom(folder, path);
      return found === undefined || target === undefined ? [] : [{ path: found, target }];
    });
  });
}

/** The networks a service names; without any it is in the one called `default`. */
function networksOf(service: Node | undefined, document: Yaml): ReadonlySet<string> | undefined {
  const mode = child(document, service, "network_mode");
  // Those of the machine all hear each other.
  if (textOf(mode) === "host") return new Set(["(host)"]);
  if (mode !== undefined || child(document, service, "extends") !== undefined) return undefined;
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

/** `"8081:8080"`, `"127.0.0.1:8081:8080/tcp"`, or a map of `published` and `target`. */
function publishedOf(service: Node | undefined, document: Yaml): ReadonlyMap<number, number> {
  return new Map(
    itemsOf(child(document, service, "ports"), document).flatMap((each) => {
      const written = isMap(each)
        ? ["published", "target"].map((key) => textOf(child(document, each, key)) ?? "").join(":")
        : (textOf(each) ?? "");
      const [, outside, inside] = /^(?:[\d.]+:)?(\d{1,5}):(\d{1,5})(?:\/tcp)?$/.exec(written) ?? [];
      return outside === undefined ? [] : [[Number(outside), Number(inside)] as const];
    }),
  );
}

function containersOf(service: Node | undefined, document: Yaml): number {
  const deploy = child(document, service, "deploy");
  const written = textOf(child(document, deploy, "replicas")) ?? textOf(child(document, service, "scale")) ?? "";
  return /^\d{1,4}$/.test(written) ? Number(written) : 1;
}

/** Keys of `deploy` that a swarm alone heeds. */
const OF_SWARM = ["endpoint_mode", "placement", "update_config", "rollback_config"];

/** Without `endpoint_mode: dnsrr` a swarm gives a service an address of its own (Compose Deploy Specification). */
function endpointOf(service: Node | undefined, document: Yaml): ReadService["endpoint"] {
  const deploy = child(document, service, "deploy");
  const mode = child(document, deploy, "endpoint_mode");
  if (mode !== undefined && textOf(mode) !== "vip") return "dnsrr";
  return OF_SWARM.some((key) => child(document, deploy, key) !== undefined) ? "vip" : undefined;
}

/** `NAME: value`, or `- NAME=value`; a name alone takes its value from the environment Compose runs in. */
function variablesOf(environment: Node | undefined, { document, file, filling }: Around): readonly Property[] {
  const { variables: filledBy } = filling;
  if (isSeq(environment)) {
    return itemsOf(environment, document).flatMap((item): readonly Property[] => {
      const text = textOf(item);
      if (text === undefined || !isScalar(item)) return [];
      const { start, end } = rangeOf(item);
      const equals = file.text.slice(start, end).indexOf("=");
      if (equals < 0) return [{ name: text, value: undefined, file, nameAt: rangeOf(item), at: rangeOf(item) }];
      const name = text.slice(0, text.indexOf("="));
      const value = known(text.slice(name.length + 1));
      const nameAt = span(start, start + equals);
      return [{ name, value, file, nameAt, at: span(start + equals + 1, end), filledBy }];
    });
  }
  return [...entriesOf(environment, document)].flatMap(([name, node]) => {
    if (!isScalar(node)) return [];
    const text = textOf(node);
    const at = rangeOf(node);
    return [{ name, value: text === undefined ? undefined : known(text), file, nameAt: at, at, filledBy }];
  });
}

function known(text: string): string | undefined {
  return text.includes("$") ? undefined : text;
}
