import { basesAround, type FolderLaunches } from "../config/launch/environment.ts";
import { parentOf } from "./files.ts";

/** Of a folder with no such file. */
export const NO_LAUNCHES: FolderLaunches = {
  dockerfile: undefined,
  namedDockerfiles: new Map(),
  services: [],
  units: [],
  openUnit: false,
  unread: undefined,
};

/** So many folders above a Tomcat may have what starts it: `docker/tomcat` of a project. */
const FOLDERS_ABOVE = 3;

/** What is left of a URI above its first folder. */
const NO_FOLDER = /^[\w.+-]+:\/*[^/]*$/;

/**
 * What is told of starting Tomcats in a folder and in those around it; of the farther ones services that name it, and a
 * Dockerfile that copies its server.xml.
 */
export async function launchesAround(
  base: string,
  launchesIn: (folder: string) => Promise<FolderLaunches>,
): Promise<ReadonlyMap<string, FolderLaunches>> {
  const launches = new Map<string, FolderLaunches>();
  for (const folder of new Set([base, parentOf(base)])) launches.set(folder, await launchesIn(folder));
  let folder = parentOf(base);
  for (let count = 1; count < FOLDERS_ABOVE && folder !== "" && !NO_FOLDER.test(parentOf(folder)); count++) {
    folder = parentOf(folder);
    const found = await launchesIn(folder);
    const services = found.services.filter(({ bases }) => bases.has(base));
    const copies = [...(found.dockerfile?.serverFiles ?? [])].some((path) => basesAround(path).includes(base));
    const dockerfile = copies ? found.dockerfile : undefined;
    if (services.length > 0 || dockerfile) launches.set(folder, { ...NO_LAUNCHES, services, dockerfile });
  }
  const named = [...launches.values()].some(({ services }) => services.some(({ image }) => image !== undefined));
  if (!named) return launches;
  // Most Tomcats have no compose file, so its images are looked at on first use.
  const { withOwnImages } = await import("../config/launch/own-image.ts");
  return withOwnImages(base, launches);
}
