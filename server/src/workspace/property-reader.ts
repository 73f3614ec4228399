import { type SourceText, sourceText } from "../base/source-text.ts";
import { type FolderLaunches, LAUNCH_FILE } from "../config/launch/environment.ts";
import { heldBase } from "../config/launch/held-path.ts";
import { environmentsOf, startsOf } from "../config/launch/select.ts";
import type { Properties } from "../config/properties.ts";
import { readProperties } from "../config/property-sources.ts";
import { type Files, join, parentOf } from "./files.ts";
import { propertyPaths } from "./node-texts.ts";

/** Access to the files that set a Tomcat's properties. */
export interface LaunchReader {
  readonly textOf: (path: string) => Promise<string | undefined>;
  readonly launchesIn: (folder: string) => Promise<FolderLaunches>;
}

export const NO_LAUNCHES: FolderLaunches = { dockerfile: undefined, services: [], units: [], unread: undefined };

/** The properties that fill in the placeholders in the files of the Tomcat in a folder. */
export async function propertiesOf(base: string, { textOf, launchesIn }: LaunchReader): Promise<Properties> {
  const [catalinaProperties, setenv, setenvBat] = await Promise.all(
    propertyPaths(base).map((path) => sourceAt(path, textOf)),
  );
  const launches = new Map<string, FolderLaunches>();
  for (const folder of new Set([base, parentOf(base)])) launches.set(folder, await launchesIn(folder));
  const all = [...launches.values()];
  const unreadLaunch = all.flatMap(({ unread }) => unread ?? [])[0];
  const container =
    heldBase(base) !== undefined ||
    all.some(({ dockerfile, services }) => dockerfile || services.length > 0) ||
    (unreadLaunch !== undefined && !unreadLaunch.endsWith(".service"));
  const environments = environmentsOf(base, launches);
  const starts = startsOf(base, launches);
  return readProperties({ catalinaProperties, setenv, setenvBat, environments, container, starts, unreadLaunch });
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
  const { readLaunches } = await import("../config/launch/read.ts");
  return readLaunches(
    read.flatMap((each) => each ?? []),
    folder,
  );
}

async function sourceAt(path: string, textOf: LaunchReader["textOf"]): Promise<SourceText | undefined> {
  const text = await textOf(path);
  return text === undefined ? undefined : sourceText(path, text);
}
