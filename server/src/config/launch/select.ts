import type { Start } from "../properties.ts";
import type { Environment, FolderLaunches, Image } from "./environment.ts";

/**
 * The ways to start the Tomcat in a folder, from what stands in that folder and in the one around it. A service whose
 * image a Dockerfile builds has the variables of that image, and its own over them.
 */
export function environmentsOf(base: string, folders: ReadonlyMap<string, FolderLaunches>): readonly Environment[] {
  const built = new Set<string>();
  const found: Environment[] = [];
  for (const { services } of folders.values()) {
    for (const { bases, environment, builtFrom, open } of services) {
      if (!bases.has(base)) continue;
      const image = builtFrom === undefined ? undefined : folders.get(builtFrom)?.dockerfile;
      if (builtFrom !== undefined) built.add(builtFrom);
      found.push(open || !image ? environment : new Map([...image.environment, ...environment]));
    }
  }
  for (const [folder, { dockerfile }] of folders) {
    if (dockerfile?.bases.has(base) && !built.has(folder)) found.push(dockerfile.environment);
  }
  return [...found, ...(folders.get(base)?.units ?? [])];
}

/**
 * The services that may start the Tomcat in a folder; one whose image a Dockerfile builds starts with what that copies.
 */
export function startsOf(base: string, folders: ReadonlyMap<string, FolderLaunches>): readonly Start[] {
  return [...folders.values()].flatMap(({ services }) =>
    services
      .filter(({ bases }) => bases.has(base))
      .map(({ name, hosts, containers, serverFiles, builtFrom, image, open, overlay, pod, file, at }) => {
        const dockerfile = builtFrom === undefined ? undefined : folders.get(builtFrom)?.dockerfile;
        const copied = dockerfile?.serverFiles;
        // A mounted file hides the one in the image.
        return {
          name,
          hosts,
          containers,
          serverFiles: serverFiles.size > 0 || !copied ? serverFiles : copied,
          overlay,
          ...(pod ? { pod } : {}),
          closed: !open && OFFICIAL.test((dockerfile ? dockerfile.image : image)?.name ?? ""),
          file,
          at,
        };
      }),
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
  for (const [folder, { dockerfile, services }] of folders) {
    if (dockerfile?.bases.has(base)) found.push(dockerfile.image);
    for (const { bases, image, builtFrom } of services) {
      if (!bases.has(base) && !(bases.size === 0 && folder === base)) continue;
      found.push(builtFrom === undefined ? image : folders.get(builtFrom)?.dockerfile?.image);
    }
  }
  return found.flatMap((each) => each ?? []);
}
