import { type SourceText, sourceText } from "../base/source-text.ts";
import { type FolderLaunches, LAUNCH_FILE } from "../config/launch/environment.ts";
import { heldBase } from "../config/launch/held-path.ts";
import { environmentsOf, isOpen, runsOf } from "../config/launch/select.ts";
import type { Properties, Run } from "../config/properties.ts";
import { type PropertySources, readProperties } from "../config/property-sources.ts";
import { nodesStartedBy } from "../config/starts.ts";
import { type Files, join, parentOf } from "./files.ts";
import { propertyPaths } from "./property-paths.ts";

/** Access to the files that set a Tomcat's properties. */
export interface LaunchReader {
  readonly textOf: (path: string) => Promise<string | undefined>;
  readonly launchesIn: (folder: string) => Promise<FolderLaunches>;
}

export const NO_LAUNCHES: FolderLaunches = {
  dockerfile: undefined,
  namedDockerfiles: new Map(),
  services: [],
  units: [],
  openUnit: false,
  unread: undefined,
};

/** The properties that fill in the placeholders in the files of the Tomcat in a folder. */
export async function propertiesOf(base: string, reader: LaunchReader): Promise<Properties> {
  const launches = await launchesAround(base, reader);
  const all = [...launches.values()];
  const runs = runsOf(base, launches);
  const unreadLaunch = all.flatMap(({ unread }) => unread ?? [])[0];
  const container =
    heldBase(base) !== undefined ||
    all.some(({ dockerfile, services }) => dockerfile || services.length > 0) ||
    (unreadLaunch !== undefined && !unreadLaunch.endsWith(".service"));
  const starts = runs.map(({ start }) => start);
  const puts = [...starts, ...all.flatMap(({ dockerfile }) => (dockerfile?.bases.has(base) ? [dockerfile] : []))].map(
    (each) => each.puts,
  );
  return readProperties({
    ...(await sourcesOf(base, puts, reader)),
    environments: environmentsOf(base, launches),
    container,
    starts,
    runs: unreadLaunch === undefined && nodesStartedBy(starts) > 1 ? await runPropertiesOf(base, runs, reader) : [],
    open: isOpen(base, launches) || starts.some(({ open }) => open) || !areAlike(puts),
    unreadLaunch,
  });
}

/** True where all ways to start a Tomcat put the same in the place of its files. */
function areAlike([first, ...others]: readonly ReadonlyMap<string, string>[]): boolean {
  return others.every(
    (each) => each.size === first?.size && [...each].every(([name, path]) => first.get(name) === path),
  );
}

/** What each service that starts the Tomcat in a folder fills in. */
function runPropertiesOf(base: string, runs: readonly Run[], reader: LaunchReader): Promise<readonly Properties[]> {
  return Promise.all(
    runs.map(async ({ start, environment }) =>
      readProperties({
        ...(await sourcesOf(base, [start.puts], reader)),
        environments: [environment],
        container: true,
        starts: [start],
        run: start,
        open: start.open,
      }),
    ),
  );
}

/** So many folders above a Tomcat may have the compose file that starts it: `docker/tomcat` of a project. */
const FOLDERS_ABOVE = 3;

/** What is left of a URI above its first folder. */
const NO_FOLDER = /^[\w.+-]+:\/*[^/]*$/;

/** What is told of starting Tomcats in a folder and in those around it; of the farther ones services that name it. */
async function launchesAround(
  base: string,
  { launchesIn }: Pick<LaunchReader, "launchesIn">,
): Promise<ReadonlyMap<string, FolderLaunches>> {
  const launches = new Map<string, FolderLaunches>();
  for (const folder of new Set([base, parentOf(base)])) launches.set(folder, await launchesIn(folder));
  let folder = parentOf(base);
  for (let count = 1; count < FOLDERS_ABOVE && folder !== "" && !NO_FOLDER.test(parentOf(folder)); count++) {
    folder = parentOf(folder);
    const services = (await launchesIn(folder)).services.filter(({ bases }) => bases.has(base));
    if (services.length > 0) launches.set(folder, { ...NO_LAUNCHES, services });
  }
  return launches;
}

/** The files that set a Tomcat's properties; those of one name that are put in its place are read instead. */
async function sourcesOf(
  base: string,
  puts: readonly ReadonlyMap<string, string>[],
  { textOf }: Pick<LaunchReader, "textOf">,
): Promise<Pick<PropertySources, "catalinaProperties" | "setenv" | "setenvBat">> {
  const [catalinaProperties, setenv, setenvBat] = await Promise.all(
    propertyPaths(base).map((path, index) => {
      const name = ["conf/catalina.properties", "bin/setenv.sh"][index] ?? "";
      const put = new Set(puts.flatMap((each) => each.get(name) ?? []));
      const [only, another] = put;
      return sourceAt(only !== undefined && another === undefined ? only : path, textOf);
    }),
  );
  return { catalinaProperties, setenv, setenvBat };
}

/** The ways in which the files in a folder start Tomcats. */
export async function launchesOf(
  folder: string,
  { list, textOf }: Pick<Files, "list"> & Pick<LaunchReader, "textOf">,
): Promise<FolderLaunches> {
  const entries = (await list(folder)) ?? [];
  const names = entries.filter((each) => !each.folder && LAUNCH_FILE.test(each.name)).map(({ name }) => name);
  if (names.length === 0) return NO_LAUNCHES;
  const read = await Promise.all(names.sort().map((name) => sourceAt(join(folder, name), textOf)));
  // Most Tomcats have none, so the readers of Dockerfiles and YAML are loaded on first use.
  const { pathsBeside, readLaunches } = await import("../config/launch/read.ts");
  const files = read.flatMap((each) => each ?? []);
  const beside = new Map<string, SourceText>();
  // What `.env` holds may name the others.
  for (let round = 0; round < 2; round++) {
    for (const path of pathsBeside(files, folder, beside)) {
      const file = beside.has(path) ? undefined : await sourceAt(path, textOf);
      if (file) beside.set(path, file);
    }
  }
  return readLaunches(files, folder, beside);
}

async function sourceAt(path: string, textOf: LaunchReader["textOf"]): Promise<SourceText | undefined> {
  const text = await textOf(path);
  return text === undefined ? undefined : sourceText(path, text);
}
