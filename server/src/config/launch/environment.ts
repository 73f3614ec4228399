import type { PropertyMap, Start } from "../properties.ts";

/** The variables Tomcat is started with, as far as one file tells. A value that is not known is undefined. */
export type Environment = PropertyMap;

/** The image a container is made from, and the file that names it. */
export interface Image {
  /** As written, variables with a default filled in: `tomcat:9.0.70-jdk17`. */
  readonly name: string;
  readonly path: string;
}

/** One way in which files of a folder start Tomcat. */
export interface Launch {
  readonly environment: Environment;
  readonly image: Image | undefined;
  /** The same with values for ARG lines that a build gives; undefined for a value that is not known. Absent for others. */
  readonly imageWith?: (args: ReadonlyMap<string, string | undefined>) => Image | undefined;
  /** The archive of Tomcat that a build downloads or adds, by its name: `apache-tomcat-9.0.70`. */
  readonly unpacked?: Image | undefined;
  /** The CATALINA_BASE folders it may be about. */
  readonly bases: ReadonlySet<string>;
  /** The server.xml it gives to Tomcat. */
  readonly serverFiles: ReadonlySet<string>;
  /** What it gives Tomcat in place of files of its folder: by `conf/catalina.properties` the path of the file. */
  readonly puts: ReadonlyMap<string, string>;
  /** True where a script or a command of its own may set options and write files before Tomcat starts. */
  readonly scripted: boolean;
  /** True where Docker ignores a command that a container is given, because the entry point is a line for a shell. */
  readonly ignoresCommand?: boolean;
}

/** What the files of one folder say of starting Tomcat. */
export interface FolderLaunches {
  readonly dockerfile: Launch | undefined;
  /** Dockerfiles by names that have to be asked for: `Dockerfile.tomcat`. */
  readonly namedDockerfiles: ReadonlyMap<string, Launch>;
  readonly services: readonly Service[];
  readonly units: readonly Environment[];
  /** True where a unit takes variables from a file that is not read, or starts Tomcat in a way of its own. */
  readonly openUnit: boolean;
  /** The path of a file that is too long to be read: it may set any variable. */
  readonly unread: string | undefined;
}

/** A service of a compose file. */
export interface Service extends Launch, Omit<Start, "closed" | "open" | "serverFiles" | "puts"> {
  /** The folder its image is built from with the Dockerfile there. */
  readonly builtFrom: string | undefined;
  /** The name of that Dockerfile, where it is another than the usual one. */
  readonly builtWith?: string | undefined;
  /** What its build gives for ARG lines; a value that is not known is undefined. */
  readonly buildArgs?: ReadonlyMap<string, string | undefined> | undefined;
  /** What its image is built with, where the Dockerfile is in another folder than the build's. */
  readonly built?: Launch | undefined;
  /** What the Dockerfile beside the compose file makes with these arguments, where it is built with that. */
  readonly builtBeside?: Launch | undefined;
  /** True for a command of its own in place of the image's. */
  readonly commanded?: boolean;
  /** True where variables come from places that are not read: what the image sets may be replaced. */
  readonly open: boolean;
  /** True where volumes of a pod bring scripts and properties that are not read, or may. */
  readonly settingsBeside?: boolean;
}

/** Names of the files that may tell how Tomcat is started. */
export const LAUNCH_FILE =
  /^(?:Dockerfile|Containerfile|Dockerfile\.(?!dockerignore$)[\w.-]+|[\w.-]+\.[Dd]ockerfile|Dockerfile\w+|(?:docker-)?compose(?:[.-][\w-]+)?\.ya?ml|[\w.@-]+\.service)$/;

/** True for a script that a Dockerfile may start. */
export function isScript(name: string): boolean {
  return name.endsWith(".sh");
}

/** Names of the file that says what Kustomize puts together. */
export const KUSTOMIZATION = /^(?:kustomization\.ya?ml|Kustomization)$/;

/** Longer than any of them; reading one costs some milliseconds for each thousand characters. */
export const LONGEST_LAUNCH_FILE = 20_000;

/**
 * The folders a path may have for CATALINA_BASE, as far as its names tell: `x` for `x/conf/server.xml` and
 * `x/server.xml`, and `x` itself.
 */
export function basesAround(path: string): readonly string[] {
  const above = /^(?:(.*)\/)?(?:conf|bin|webapps)(?:\/.*)?$/.exec(path);
  if (above) return [path, above[1] ?? ""];
  return path.endsWith(".xml") ? [path, path.slice(0, Math.max(path.lastIndexOf("/"), 0))] : [path];
}

/**
 * A relative path from a folder, `./`, `../` and a leading `$PWD` resolved; undefined for an absolute one, another
 * variable or a URL.
 */
export function pathFrom(folder: string, written: string): string | undefined {
  // Compose runs in the folder of its file.
  const relative = written.replace(/^\$(?:PWD|\{PWD\})(?=\/)/, ".");
  if (relative === "" || /^[/~\\]|[$:*?]/.test(relative)) return undefined;
  const names = folder === "" ? [] : folder.split("/");
  for (const name of relative.split("/")) {
    if (name === "..") {
      if (names.pop() === undefined) return undefined;
    } else if (name !== "." && name !== "") names.push(name);
  }
  return names.join("/");
}
