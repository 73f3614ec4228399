import type { ConfigFile } from "../config/file.ts";
import type { Start } from "../config/properties.ts";
import type { RelatedPlace } from "./rule.ts";

/** The services of compose files and the pods whose Tomcats read a server.xml. */
export function startsWith({ path, reading }: ConfigFile): readonly Start[] {
  return reading.properties.starts.filter(({ serverFiles }) => serverFiles.has(path));
}

/** The number of nodes that these start. */
export function nodesStartedBy(starts: readonly Start[]): number {
  return starts.reduce((sum, { containers }) => sum + containers, 0);
}

/** Where they stand. */
export function placesOfStarts(starts: readonly Start[]): readonly RelatedPlace[] {
  return starts.map(({ name, pod, file, at }) => ({
    file,
    at,
    text: pod
      ? { en: `${name} starts with it.`, ko: `이 파일로 시작하는 ${name}입니다.` }
      : { en: `The service ${name}.`, ko: `서비스 ${name}입니다.` },
  }));
}
