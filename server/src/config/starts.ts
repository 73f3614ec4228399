import { type ConfigFile, withProperties } from "./file.ts";
import type { Properties, Start } from "./properties.ts";

/** The services of compose files and the pods whose Tomcats read a server.xml. */
export function startsWith({ path, reading }: Pick<ConfigFile, "path" | "reading">): readonly Start[] {
  return reading.properties.starts.filter(({ serverFiles }) => serverFiles.has(path));
}

/** The number of nodes that these start. */
export function nodesStartedBy(starts: readonly Start[]): number {
  return starts.reduce((sum, { containers }) => sum + containers, 0);
}

/** True for a server.xml that several services of compose files, or several containers of one, start with. */
export function isShared(file: ConfigFile): boolean {
  return file.reading.properties.run !== undefined || nodesStartedBy(servicesWith(file)) > 1;
}

/** The only service that starts a node, as far as its files tell. */
export function onlyStart(file: ConfigFile): Start | undefined {
  const [only, another] = servicesWith(file);
  return another ? undefined : only;
}

function servicesWith(file: ConfigFile): readonly Start[] {
  return startsWith(file).filter(({ pod }) => !pod);
}

/**
 * A server.xml as each of the nodes reads it that start with it: with the properties of its own service. None where one
 * node starts with it.
 *
 * @param runs what each service around it fills in
 */
export function filesOfRuns(file: ConfigFile, runs: readonly Properties[]): readonly ConfigFile[] {
  if (!isShared(file)) return NO_FILES;
  return runs
    .filter(({ run }) => run && !run.pod && run.serverFiles.has(file.path))
    .map((run) => withProperties(file, run));
}

const NO_FILES: readonly ConfigFile[] = [];
