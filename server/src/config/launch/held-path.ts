/*
 * A file that a ConfigMap holds has a path of its own, behind that of the manifest: `k8s/app.yaml!/tomcat/conf/server.xml`
 * for the key `server.xml` of the ConfigMap `tomcat`. So it is a file of the Tomcat `k8s/app.yaml!/tomcat`, as one on disk
 * would be. Its text has each character where the manifest has it, and blanks before.
 */

const HELD = /^(.*\.ya?ml)!\/([^/]+)\/(?:conf|bin)\/([^/]+)$/i;
const BASE = /^(.*\.ya?ml)!\/([^/]+)$/i;
const INSIDE = /^(.*?\.ya?ml)!\//i;

/** What a path inside of a manifest names. */
export interface HeldPath {
  readonly manifest: string;
  /** Of the ConfigMap. */
  readonly name: string;
  readonly key: string;
}

/** The parts of a held file's path; undefined for any other path. */
export function heldPath(path: string): HeldPath | undefined {
  const [, manifest, name, key] = HELD.exec(path) ?? [];
  return manifest === undefined || name === undefined || key === undefined ? undefined : { manifest, name, key };
}

/** The ConfigMap that stands for a folder of a Tomcat; undefined for any other folder. */
export function heldBase(base: string): Omit<HeldPath, "key"> | undefined {
  const [, manifest, name] = BASE.exec(base) ?? [];
  return manifest === undefined || name === undefined ? undefined : { manifest, name };
}

/** True for a path that no disk has. */
export function isHeld(path: string): boolean {
  return INSIDE.test(path);
}

/** The file on disk that a path stands in: the manifest for what it holds, and any other path as it is. */
export function writtenIn(path: string): string {
  return INSIDE.exec(path)?.[1] ?? path;
}

/** The folder of the Tomcat that the files of a ConfigMap are. */
export function baseHeldBy(manifest: string, name: string): string {
  return `${manifest}!/${name}`;
}

export function pathHeldBy(manifest: string, name: string, key: string): string {
  return `${baseHeldBy(manifest, name)}/conf/${key}`;
}

/** True for a file that may be a manifest. */
export function mayBeManifest(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}
