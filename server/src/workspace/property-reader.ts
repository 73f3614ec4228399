import { type SourceText, sourceText } from "../base/source-text.ts";
import { type FolderLaunches, isScript, LAUNCH_FILE } from "../config/launch/environment.ts";
import { heldBase } from "../config/launch/held-path.ts";
import { environmentsOf, isOpen, runsOf } from "../config/launch/select.ts";
import { CONTEXT_DEFAULTS } from "../config/launch/server-file.ts";
import type { Properties, Run } from "../config/properties.ts";
import { type PropertySources, readProperties } from "../config/property-sources.ts";
import { nodesStartedBy } from "../config/starts.ts";
import { type Files, join } from "./files.ts";
import { launchesAround, NO_LAUNCHES } from "./launches-around.ts";
import { propertyPaths } from "./property-paths.ts";

/** Access to the files that set a Tomcat's properties. */
export interface LaunchReader {
  readonly textOf: (path: string) => Promise<string | undefined>;
  readonly launchesIn: (folder: string) => Promise<FolderLaunches>;
}

/** The properties that fill in the placeholders in the files of the Tomcat in a folder. */
export async function propertiesOf(base: string, reader: LaunchReader): Promise<Properties> {
  const launches = await launchesAround(base, reader.launchesIn);
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
    open: isOpen(base, launches) || starts.some(({ open }) => open) || !areAlike(base, puts),
    unreadLaunch,
  });
}

/** Files of a folder that are given to a Tomcat under other paths. */
export interface GivenFiles {
  /** Its conf/context.xml. */
  readonly context: string;
  /** Its conf/server.xml: several where several Tomcats are given the same context. */
  readonly servers: readonly string[];
}

/** The files that all launches of the Tomcats in a folder give them; undefined where these differ. */
export async function givenFiles(base: string, reader: LaunchReader): Promise<GivenFiles | undefined> {
  const launches = await launchesAround(base, reader.launchesIn);
  const dockerfiles = [...launches.values()].flatMap(({ dockerfile }) =>
    dockerfile?.bases.has(base) ? [dockerfile] : [],
  );
  const starting = [...runsOf(base, launches).map(({ start }) => start), ...dockerfiles].filter(
    ({ serverFiles }) => serverFiles.size > 0,
  );
  const [context, another] = new Set(starting.map(({ puts }) => puts.get(CONTEXT_DEFAULTS)));
  if (context === undefined || another !== undefined) return undefined;
  return { context, servers: [...new Set(starting.flatMap(({ serverFiles }) => [...serverFiles]))] };
}

/** True where all ways to start a Tomcat put the same in the place of its files; what is one of them changes nothing. */
function areAlike(base: string, puts: readonly ReadonlyMap<string, string>[]): boolean {
  const [first, ...others] = puts.map(
    (each) => new Map([...each].filter(([name, path]) => path !== join(base, name) && name !== CONTEXT_DEFAULTS)),
  );
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
  const all = ((await list(folder)) ?? []).filter((each) => !each.folder).map(({ name }) => name);
  const names = all.filter((name) => LAUNCH_FILE.test(name));
  if (names.length === 0) return NO_LAUNCHES;
  const textsOf = (some: readonly string[]) =>
    Promise.all([...some].sort().map((name) => sourceAt(join(folder, name), textOf)));
  const read = (await textsOf(names)).flatMap((each) => each ?? []);
  const named = (script: string) => read.some(({ path, text }) => /ockerfile/.test(path) && text.includes(script));
  const scripts = await textsOf(all.filter((name) => isScript(name) && named(name)));
  // Most Tomcats have none, so the readers of Dockerfiles and YAML are loaded on first use.
  const { pathsBeside, readLaunches } = await import("../config/launch/read.ts");
  const files = [...read, ...scripts.flatMap((each) => each ?? [])];
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
