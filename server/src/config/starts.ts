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
 */
export function filesOfRuns(file: ConfigFile): readonly ConfigFile[] {
  return runsWith(file).map((run) => withProperties(file, run));
}

/** What each service fills in that starts with a server.xml, where several nodes do. */
export function runsWith(file: ConfigFile): readonly Properties[] {
  if (!isShared(file)) return NO_RUNS;
  const { runs } = file.reading.properties;
  return runs.filter(({ run }) => run && !run.pod && run.serverFiles.has(file.path));
}

const NO_RUNS: readonly Properties[] = [];
