import { type SourceText, sourceText } from "../base/source-text.ts";
import { KUSTOMIZATION, type Service } from "../config/launch/environment.ts";
import { type Kustomization, readKustomization } from "../config/launch/kustomization.ts";
import { podsOfKustomization } from "../config/launch/kustomized.ts";
import type { Manifest } from "../config/launch/manifest.ts";
import { type Files, join } from "./files.ts";

/** Access to what a kustomization puts together. */
export interface KustomizeFiles {
  readonly list: Files["list"];
  readonly textOf: (path: string) => Promise<string | undefined>;
  readonly manifestAt: (path: string) => Promise<Manifest | undefined>;
}

/** Kustomizations that one takes in, in all: more than any has, and the end of a circle. */
const MOST = 50;

/** The pods that start a Tomcat with files which the kustomization of a folder makes ConfigMaps of. */
export async function servicesOfKustomization(folder: string, files: KustomizeFiles): Promise<readonly Service[]> {
  const own = await kustomizationIn(folder, files);
  if (!own?.maps.some((map) => map.files.size > 0)) return [];
  const manifests: Manifest[] = [];
  const waiting = [own];
  const seen = new Set([folder]);
  for (let each = waiting.pop(); each && seen.size < MOST; each = waiting.pop()) {
    for (const path of each.resources) {
      if (seen.has(path)) continue;
      seen.add(path);
      const manifest = /\.ya?ml$/i.test(path) ? await files.manifestAt(path) : undefined;
      if (manifest) manifests.push(manifest);
      const within = manifest ? undefined : await kustomizationIn(path, files);
      if (within) waiting.push(within);
    }
  }
  const envFiles = new Map<string, SourceText>();
  for (const path of own.maps.flatMap(({ envs }) => envs)) {
    const text = await files.textOf(path);
    if (text !== undefined) envFiles.set(path, sourceText(path, text));
  }
  return podsOfKustomization(own, manifests, envFiles);
}

async function kustomizationIn(
  folder: string,
  { list, textOf }: Pick<KustomizeFiles, "list" | "textOf">,
): Promise<Kustomization | undefined> {
  const named = (await list(folder))?.find((each) => !each.folder && KUSTOMIZATION.test(each.name));
  if (!named) return undefined;
  const path = join(folder, named.name);
  const text = await textOf(path);
  return text === undefined ? undefined : readKustomization(sourceText(path, text), folder);
}
