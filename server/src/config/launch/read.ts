import type { SourceText } from "../../base/source-text.ts";
import { namesWithoutImage, readServices } from "./compose.ts";
import { type FilesBeside, pathsNamedIn } from "./compose-beside.ts";
import { readDockerfile } from "./dockerfile.ts";
import { basesAround, type FolderLaunches, isScript, LONGEST_LAUNCH_FILE, type Service } from "./environment.ts";
import { isOpenUnit, isTomcatUnit, readUnit } from "./systemd.ts";

/** The order in which Compose looks for its file; the first that is there counts. */
const COMPOSE = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

/** What the files of a folder say of starting Tomcat. A file that cannot be read says nothing. */
export function readLaunches(
  files: readonly SourceText[],
  folder: string,
  beside: FilesBeside = new Map(),
): FolderLaunches {
  const short = files.filter((file) => !isTooLong(file));
  const scripts = new Map(short.flatMap((file) => (isScript(file.path) ? [[nameOf(file), file.text]] : [])));
  const named = (name: string) => short.find((file) => nameOf(file) === name);
  const dockerfile = named("Dockerfile") ?? named("Containerfile");
  const others = short.filter((file) => /[Dd]ockerfile/.test(nameOf(file)) && file !== dockerfile);
  const services = composeFilesIn(short);
  const variants = short.filter((file) => COMPOSE_VARIANT.test(nameOf(file)) && !services.includes(file));
  return {
    dockerfile: attempt(() => dockerfile && readDockerfile(dockerfile, folder, { scripts })),
    namedDockerfiles: new Map(
      others.flatMap((file) => {
        const read = attempt(() => readDockerfile(file, folder, { scripts }));
        return read ? [[nameOf(file), read]] : [];
      }),
    ),
    services: attempt(() => completedBy(variants, servicesIn(short, folder, { beside, scripts }))) ?? [],
    unread: files.find((file) => isTooLong(file) && !isScript(file.path) && mayStartTomcat(file))?.path,
    openUnit: short.some((file) => file.path.endsWith(".service") && isOpenUnit(file)),
    units: short.filter(({ path }) => path.endsWith(".service")).flatMap((unit) => readUnit(unit) ?? []),
  };
}

/** The paths of other files that the compose file of a folder names; more of them once these are read. */
export function pathsBeside(files: readonly SourceText[], folder: string, beside: FilesBeside): readonly string[] {
  return attempt(() => pathsNamedIn(composeFilesIn(files.filter((file) => !isTooLong(file))), folder, beside)) ?? [];
}

/** The compose file that counts, and the one that overrides parts of it. */
function composeFilesIn(files: readonly SourceText[]): readonly SourceText[] {
  const named = (name: string) => files.find((file) => nameOf(file) === name);
  const compose = COMPOSE.find(named);
  const overriding = compose?.replace(/\.(ya?ml)$/, ".override.$1");
  return [compose, overriding].flatMap((name) => (name === undefined ? [] : (named(name) ?? [])));
}

/** Those that Compose is given by name: `-f compose.yaml -f compose.prod.yaml`. */
const COMPOSE_VARIANT = /^(?:docker-)?compose[.-][\w-]+\.ya?ml$/;

/**
 * What other files add to services is not read: a service that has no image of its own there completes one here.
 */
function completedBy(variants: readonly SourceText[], services: readonly Service[]): readonly Service[] {
  const completed = new Set(variants.flatMap((file) => attempt(() => namesWithoutImage(file.text)) ?? []));
  return services.map((service) => (completed.has(service.name) ? { ...service, open: true } : service));
}

/** The services of the compose file, with what the Dockerfile beside it makes of the arguments of their builds. */
function servicesIn(
  files: readonly SourceText[],
  folder: string,
  { beside, scripts }: { readonly beside: FilesBeside; readonly scripts: ReadonlyMap<string, string> },
): readonly Service[] {
  return readServices(composeFilesIn(files), folder, beside).map((service) => {
    const { builtFrom, built, builtWith = "Dockerfile", buildArgs, bases } = service;
    const file = builtFrom === folder && !built ? files.find((each) => nameOf(each) === builtWith) : undefined;
    const builtBeside = attempt(
      () => file && readDockerfile(file, folder, { ...(buildArgs ? { args: buildArgs } : {}), scripts }),
    );
    if (!builtBeside) return service;
    return {
      ...service,
      builtBeside,
      bases: new Set([...bases, ...[...builtBeside.serverFiles].flatMap(basesAround)]),
    };
  });
}

function nameOf({ path }: SourceText): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function isTooLong({ text }: SourceText): boolean {
  return text.length > LONGEST_LAUNCH_FILE;
}

/** A folder of units also holds the units of other programs. */
function mayStartTomcat(file: SourceText): boolean {
  return !file.path.endsWith(".service") || isTomcatUnit(file);
}

/** The libraries throw at some texts that are no Dockerfile and no YAML. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
