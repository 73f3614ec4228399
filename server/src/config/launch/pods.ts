import { isScalar, type Node } from "yaml";
import type { Property } from "../properties.ts";
import type { Service } from "./environment.ts";
import { baseHeldBy, type HeldPath, pathHeldBy } from "./held-path.ts";
import { valuesIn } from "./kustomization.ts";
import { isHolder, type KubeObject, type Manifest, mayMeet, placeOf, placeOfName } from "./manifest.ts";
import { podIn, podOf } from "./pod.ts";
import { probesOf } from "./probes.ts";
import { filesBesideAt, isSettings, serverFileAt } from "./server-file.ts";
import { child, entriesOf, itemsOf, keysOf, textOf } from "./yaml.ts";

/** A ConfigMap or Secret whose files pods mount by its name. */
export interface MountedMap {
  readonly name: string;
  /** The folders of Tomcats that its files may be of. */
  readonly bases: ReadonlySet<string>;
  /** All its files, by key. */
  readonly files: ReadonlyMap<string, string>;
  /** True where its files are no Tomcat of their own: then those that set properties are put in by their places. */
  readonly puts: boolean;
  /** False for a workload that cannot see it. */
  readonly meets: (workload: KubeObject) => boolean;
}

/** The variables of ConfigMaps by the names of these. */
export type ValueMaps = ReadonlyMap<string, readonly Property[]>;

/** What is around pods. */
export interface PodSurroundings {
  readonly objects: readonly KubeObject[];
  /** True where nothing but these objects says how they run. */
  readonly certain: boolean;
  readonly values: ValueMaps;
}

/**
 * The pods whose containers get files of a ConfigMap of the manifests, as services that start a Tomcat with them.
 *
 * @param filledIn true where another tool fills the manifests in: what is absent may come from there
 */
export function podsWith(
  { manifest, name }: Omit<HeldPath, "key">,
  manifests: readonly Manifest[],
  filledIn: boolean,
): readonly Service[] {
  const objects = manifests.flatMap((each) => each.objects);
  const maps = objects.filter((each) => isHolder(each) && each.name === name);
  const [map] = maps;
  // Of two ConfigMaps of one name, in two namespaces or two variants of one system, either may be meant.
  if (!map || maps.length !== 1 || map.file.path !== manifest) return [];
  const keys = [...new Set(["server.xml", ...keysOf(child(map.document, map.root, "data")).keys()])];
  return podsMounting(
    {
      name,
      bases: new Set([baseHeldBy(manifest, name)]),
      files: new Map(keys.map((key) => [key, pathHeldBy(manifest, name, key)])),
      puts: false,
      meets: (workload) => mayMeet(workload, map),
    },
    { objects, certain: !filledIn && manifests.every(({ whole }) => whole), values: valuesOf(objects) },
  );
}

/** The variables of the ConfigMaps in manifests; of two with one name none is known. */
export function valuesOf(objects: readonly KubeObject[]): ValueMaps {
  const maps = objects.filter(({ kind, templated }) => kind === "ConfigMap" && !templated);
  const found = new Map<string, readonly Property[]>();
  for (const { name, root, document, file, offset } of maps) {
    if (name !== undefined) found.set(name, found.has(name) ? [] : valuesIn(root, document, file, offset));
  }
  return found;
}

/** The pods whose containers get files of a map, as services that start a Tomcat with them. */
export function podsMounting(map: MountedMap, around: PodSurroundings): readonly Service[] {
  const { objects, certain } = around;
  return objects.flatMap((workload) => {
    const { pod, spec } = podIn(workload);
    if (!spec || !map.meets(workload)) return [];
    return itemsOf(child(workload.document, spec, "containers"), workload.document).flatMap((container) => {
      const mounted = filesIn(container, spec, workload, map);
      if (mounted.length === 0) return [];
      const taken = child(workload.document, container, "envFrom") !== undefined;
      const known = certain && !workload.templated && !taken;
      const facts = podOf({ workload, pod, spec, known }, objects);
      const probes = known ? probesOf(container, spec, workload) : [];
      return [{ ...serviceOf(container, mounted, { workload, map, around }), pod: { ...facts, probes } }];
    });
  });
}

interface Mounted {
  readonly key: string;
  readonly target: string;
}

/** The files of a ConfigMap that a container gets, with where it gets them. */
function filesIn(container: Node, spec: Node, { document }: KubeObject, of: MountedMap): readonly Mounted[] {
  const volumes = new Map(
    itemsOf(child(document, spec, "volumes"), document).flatMap((volume) => {
      const [map, secret] = [child(document, volume, "configMap"), child(document, volume, "secret")];
      const held = map ?? secret;
      const named = textOf(child(document, held, map ? "name" : "secretName"));
      const called = textOf(child(document, volume, "name"));
      return called === undefined || named !== of.name ? [] : [[called, child(document, held, "items")] as const];
    }),
  );
  return itemsOf(child(document, container, "volumeMounts"), document).flatMap((mount) => {
    const [volume, path, part] = ["name", "mountPath", "subPath"].map((key) => textOf(child(document, mount, key)));
    if (volume === undefined || path === undefined || !volumes.has(volume)) return [];
    const items = itemsOf(volumes.get(volume), document).flatMap((item) => {
      const [key, to] = ["key", "path"].map((each) => textOf(child(document, item, each)));
      return key === undefined || to === undefined ? [] : [{ key, to }];
    });
    if (part !== undefined) {
      const key = items.find(({ to }) => to === part)?.key ?? part;
      return [{ key, target: path }];
    }
    // All keys of the map, each under its own name.
    const all = items.length > 0 ? items : [...of.files.keys()].map((each) => ({ key: each, to: each }));
    return all.map(({ key, to }) => ({ key, target: `${path.replace(/\/$/, "")}/${to}` }));
  });
}

interface Around {
  readonly workload: KubeObject;
  readonly map: MountedMap;
  readonly around: PodSurroundings;
}

function serviceOf(
  container: Node,
  mounted: readonly Mounted[],
  { workload, map, around: { certain, values } }: Around,
): Service {
  const { document, file, templated, root, kind } = workload;
  const image = textOf(child(document, container, "image"));
  const elsewhere = ["envFrom", "command", "args"].some((key) => child(document, container, key) !== undefined);
  const replicas = textOf(child(document, child(document, root, "spec"), "replicas")) ?? "";
  return {
    name: `${kind} ${workload.name ?? ""}`.trim(),
    hosts: new Set(),
    containers: /^\d{1,4}$/.test(replicas) && (kind === "StatefulSet" || kind === "Deployment") ? Number(replicas) : 1,
    environment: new Map(templated ? [] : variablesOf(container, workload, values).map((each) => [each.name, each])),
    image: image === undefined || image.includes("$") || templated ? undefined : { name: image, path: file.path },
    bases: map.bases,
    serverFiles: new Set(
      mounted.flatMap(({ key, target }) => {
        const path = map.files.get(key);
        return path !== undefined && serverFileAt(path, target) === path ? [path] : [];
      }),
    ),
    builtFrom: undefined,
    open: elsewhere || templated || !certain,
    overlay: false,
    virtualAddress: false,
    networks: undefined,
    puts: new Map(map.puts ? mounted.flatMap(({ key, target }) => putAt(map.files.get(key), target)) : []),
    scripted: elsewhere,
    settingsBeside: holdsSettings(container, workload),
    file,
    at: placeOfName(workload),
  };
}

/** True where volumes bring files that set options and properties, or may: those of ConfigMaps are not read. */
function holdsSettings(container: Node, { document }: KubeObject): boolean {
  return itemsOf(child(document, container, "volumeMounts"), document).some((mount) =>
    isSettings(textOf(child(document, mount, "mountPath")) ?? ""),
  );
}

function putAt(path: string | undefined, target: string) {
  return path === undefined ? [] : filesBesideAt(path, target);
}

/** Kubernetes fills in `$(NAME)`; a value that comes from elsewhere is set, and not known. */
function variablesOf(container: Node, workload: KubeObject, values: ValueMaps): readonly Property[] {
  const { document, file } = workload;
  const all = itemsOf(child(document, container, "envFrom"), document).flatMap((each) => {
    if (child(document, each, "prefix") !== undefined) return [];
    const named = [child(document, each, "configMapRef"), child(document, each, "secretRef")];
    return named.flatMap((reference) => values.get(textOf(child(document, reference, "name")) ?? "") ?? []);
  });
  const own = itemsOf(child(document, container, "env"), document).flatMap((each): readonly Property[] => {
    const entries = entriesOf(each, document);
    const [nameNode, valueNode, from] = ["name", "value", "valueFrom"].map((key) => entries.get(key));
    const name = textOf(nameNode);
    if (name === undefined || !isScalar(nameNode)) return [];
    const reference = child(document, from, "configMapKeyRef") ?? child(document, from, "secretKeyRef");
    const [map, key] = ["name", "key"].map((part) => textOf(child(document, reference, part)));
    const held = values.get(map ?? "")?.find((value) => value.name === key);
    if (held) return [{ ...held, name }];
    const nameAt = placeOf(nameNode, workload);
    const text = textOf(valueNode);
    const value = text === undefined || text.includes("$(") ? undefined : text;
    return [{ name, value, file, nameAt, at: isScalar(valueNode) ? placeOf(valueNode, workload) : nameAt }];
  });
  return [...all, ...own];
}
