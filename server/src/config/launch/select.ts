import type { Run, Start } from "../properties.ts";
import { takesMore } from "../shell-options.ts";
import type { Environment, FolderLaunches, Image, Launch, Service } from "./environment.ts";

/**
 * The ways to start the Tomcat in a folder, from what stands in that folder and in the one around it. A service whose
 * image a Dockerfile builds has the variables of that image, and its own over them.
 */
export function environmentsOf(base: string, folders: ReadonlyMap<string, FolderLaunches>): readonly Environment[] {
  const built = new Set<string>();
  const found: Environment[] = [];
  for (const { services } of folders.values()) {
    for (const service of services) {
      const { bases, environment, open } = service;
      if (!bases.has(base)) continue;
      const image = dockerfileOf(service, folders);
      for (const folder of usualBuildOf(service)) built.add(folder);
      found.push(open || !image ? environment : new Map([...image.environment, ...environment]));
    }
  }
  for (const [folder, { dockerfile }] of folders) {
    if (dockerfile?.bases.has(base) && !built.has(folder)) found.push(dockerfile.environment);
  }
  return [...found, ...(folders.get(base)?.units ?? [])];
}

/** What a service's image is built with. */
function dockerfileOf(service: Service, folders: ReadonlyMap<string, FolderLaunches>) {
  const { builtFrom, builtWith, built = service.builtBeside } = service;
  if (built) return built;
  const folder = builtFrom === undefined ? undefined : folders.get(builtFrom);
  return builtWith === undefined ? folder?.dockerfile : folder?.namedDockerfiles.get(builtWith);
}

/** What a service's Dockerfile starts from, with the values that the service's build gives. */
function imageBuilt({ image, imageWith }: Launch, { buildArgs }: Service): Image | undefined {
  return buildArgs && imageWith ? imageWith(buildArgs) : image;
}

/** The folder whose usual Dockerfile a service builds. */
function usualBuildOf({ builtFrom, builtWith, built }: Service): readonly string[] {
  return builtFrom === undefined || builtWith !== undefined || built ? [] : [builtFrom];
}

/**
 * The services that may start the Tomcat in a folder; one whose image a Dockerfile builds starts with what that copies.
 */
export function runsOf(base: string, folders: ReadonlyMap<string, FolderLaunches>): readonly Run[] {
  return [...folders.values()].flatMap(({ services }) =>
    services.filter(({ bases }) => bases.has(base)).map((service) => runOf(service, folders)),
  );
}

function runOf(service: Service, folders: ReadonlyMap<string, FolderLaunches>): Run {
  const { name, hosts, containers, published, serverFiles, builtFrom, image, pod, file, at } = service;
  const dockerfile = dockerfileOf(service, folders);
  const official = OFFICIAL.test((dockerfile ? imageBuilt(dockerfile, service) : image)?.name ?? "");
  const commanded = service.commanded === true && dockerfile?.ignoresCommand !== true;
  const open = service.open || service.scripted || commanded || (dockerfile?.scripted ?? builtFrom !== undefined);
  const environment = new Map(
    service.open || !dockerfile ? service.environment : [...dockerfile.environment, ...service.environment],
  );
  const start: Start = {
    ...{ name, hosts, containers, published, file, at },
    ...{ overlay: service.overlay, virtualAddress: service.virtualAddress, networks: service.networks },
    ownCommand: service.ownCommand,
    // A mounted file hides the one in the image.
    serverFiles: serverFiles.size > 0 || !dockerfile ? serverFiles : dockerfile.serverFiles,
    puts: new Map([...(dockerfile?.puts ?? []), ...service.puts]),
    ...(pod ? { pod } : {}),
    closed: !open && official,
    open: open || service.settingsBeside === true || !official || setsOptionsElsewhere(environment),
  };
  return { start, environment };
}

/** Variables from which Java itself takes options. */
const JAVA_OPTIONS = ["JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"];

/** True where options come from variables that no file sets, or by a way that is not read. */
function setsOptionsElsewhere(environment: Environment): boolean {
  if (JAVA_OPTIONS.some((name) => environment.has(name))) return true;
  return ["JAVA_OPTS", "CATALINA_OPTS"].some((name) => {
    const variable = environment.get(name);
    if (!variable) return false;
    const written = variable.file.text.slice(variable.at.start, variable.at.end);
    // Without a value in the file it comes from elsewhere.
    return takesMore(written) || (variable.value === undefined && !written.includes("$"));
  });
}

/** True where there are a launch's own options, and nothing else could set more. */
export function isOpen(base: string, folders: ReadonlyMap<string, FolderLaunches>): boolean {
  const built = new Set<string>();
  for (const { services } of folders.values()) {
    for (const service of services) {
      if (service.bases.has(base)) for (const folder of usualBuildOf(service)) built.add(folder);
    }
  }
  return [...folders].some(
    ([folder, { dockerfile, openUnit, unread }]) =>
      unread !== undefined ||
      (openUnit && folder === base) ||
      (dockerfile?.bases.has(base) &&
        !built.has(folder) &&
        (dockerfile.scripted ||
          !OFFICIAL.test(dockerfile.image?.name ?? "") ||
          setsOptionsElsewhere(dockerfile.environment))),
  );
}

/** The image that Docker's own library has of Tomcat: it sets nothing that tells of a cluster. */
const OFFICIAL = /^(?:docker\.io\/)?(?:library\/)?tomcat(?::|@|$)/;

/**
 * The images the Tomcat in a folder may run in. A service that names no folder is taken for one of the folder its
 * compose file stands in.
 */
export function imagesOf(base: string, folders: ReadonlyMap<string, FolderLaunches>): readonly Image[] {
  const found: (Image | undefined)[] = [];
  const built = new Set<string>();
  for (const { services } of folders.values()) {
    for (const service of services) {
      const { bases, image, builtFrom } = service;
      if (!bases.has(base) && !(bases.size === 0 && folders.get(base)?.services.includes(service))) continue;
      const dockerfile = dockerfileOf(service, folders);
      for (const folder of dockerfile ? usualBuildOf(service) : []) built.add(folder);
      found.push(builtFrom === undefined ? image : dockerfile && tomcatOf(dockerfile, imageBuilt(dockerfile, service)));
    }
  }
  for (const [folder, { dockerfile }] of folders) {
    if (dockerfile?.bases.has(base) && !built.has(folder)) found.push(tomcatOf(dockerfile, dockerfile.image));
  }
  return found.flatMap((each) => each ?? []);
}

/** True for what starts from Tomcat's own image, or unpacks a Tomcat in another. */
export function isTomcat({ image, unpacked }: Launch): boolean {
  return OFFICIAL.test(image?.name ?? "") || unpacked !== undefined;
}

/** The image of Tomcat that a Dockerfile starts from, or the Tomcat that it unpacks in another. */
function tomcatOf({ unpacked }: Launch, image: Image | undefined): Image | undefined {
  return OFFICIAL.test(image?.name ?? "") ? image : (unpacked ?? image);
}
