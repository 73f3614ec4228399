import type { SourceText } from "../../base/source-text.ts";
import type { PropertyMap } from "../properties.ts";
import { readEnvFile } from "./env-file.ts";
import { basesAround, type Image, type Service } from "./environment.ts";
import type { GeneratedMap, Kustomization } from "./kustomization.ts";
import type { Manifest } from "./manifest.ts";
import { podsMounting, valuesOf } from "./pods.ts";

/** The pods that get files which a kustomization makes ConfigMaps and Secrets of, as services that start a Tomcat. */
export function podsOfKustomization(
  { maps, replicas, tags }: Kustomization,
  manifests: readonly Manifest[],
  envFiles: ReadonlyMap<string, SourceText>,
): readonly Service[] {
  const objects = manifests.flatMap((each) => each.objects);
  const values = new Map([...valuesOf(objects), ...maps.map((map) => [map.name, valuesHeld(map, envFiles)] as const)]);
  return maps
    .filter(({ files }) => files.size > 0)
    .flatMap(({ name, files }) => {
      const bases = new Set([...files.values()].flatMap(basesAround));
      // Overlays may change whatever stands here.
      const around = { objects, certain: false, values };
      return podsMounting({ name, bases, files, puts: true, meets: () => true }, around);
    })
    .map((service) => ({
      ...service,
      containers: replicas.get(service.name.split(" ")[1] ?? "") ?? service.containers,
      image: service.image && withTag(service.image, tags),
    }));
}

function valuesHeld({ envs, literals }: GeneratedMap, envFiles: ReadonlyMap<string, SourceText>) {
  const inFiles = envs.flatMap((path) => {
    const file = envFiles.get(path);
    return (file && readEnvFile(file, "kustomize")) ?? [];
  });
  const all: PropertyMap = new Map([...inFiles, ...literals].map((each) => [each.name, each]));
  return [...all.values()];
}

function withTag({ name, path }: Image, tags: ReadonlyMap<string, string>): Image {
  const [plain = name] = name.split("@");
  const colon = plain.lastIndexOf(":");
  // One before the last `/` is that of a port.
  const bare = colon > plain.lastIndexOf("/") ? plain.slice(0, colon) : plain;
  const tag = tags.get(bare);
  return { name: tag === undefined ? name : `${bare}:${tag}`, path };
}
