import type { SourceText } from "../../base/source-text.ts";
import { readServices } from "./compose.ts";
import { readDockerfile } from "./dockerfile.ts";
import { type FolderLaunches, LONGEST_LAUNCH_FILE } from "./environment.ts";
import { isOpenUnit, isTomcatUnit, readUnit } from "./systemd.ts";

/** The order in which Compose looks for its file; the first that is there counts. */
const COMPOSE = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];

/** What the files of a folder say of starting Tomcat. A file that cannot be read says nothing. */
export function readLaunches(files: readonly SourceText[], folder: string): FolderLaunches {
  const short = files.filter((file) => !isTooLong(file));
  const named = (name: string) => short.find((file) => nameOf(file) === name);
  const dockerfile = named("Dockerfile") ?? named("Containerfile");
  const others = short.filter((file) => /[Dd]ockerfile/.test(nameOf(file)) && file !== dockerfile);
  const compose = COMPOSE.find(named);
  const overriding = compose?.replace(/\.(ya?ml)$/, ".override.$1");
  const services = [compose, overriding].flatMap((name) => (name === undefined ? [] : (named(name) ?? [])));
  return {
    dockerfile: attempt(() => dockerfile && readDockerfile(dockerfile, folder)),
    namedDockerfiles: new Map(
      others.flatMap((file) => {
        const read = attempt(() => readDockerfile(file, folder));
        return read ? [[nameOf(file), read]] : [];
      }),
    ),
    services: attempt(() => readServices(services, folder)) ?? [],
    unread: files.find((file) => isTooLong(file) && mayStartTomcat(file))?.path,
    openUnit: short.some((file) => file.path.endsWith(".service") && isOpenUnit(file)),
    units: short.filter(({ path }) => path.endsWith(".service")).flatMap((unit) => readUnit(unit) ?? []),
  };
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
