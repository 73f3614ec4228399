import { isScalar, type Node } from "yaml";
import type { Property } from "../properties.ts";
import type { Service } from "./environment.ts";
import { baseHeldBy, type HeldPath, pathHeldBy } from "./held-path.ts";
import { isHolder, type KubeObject, type Manifest, mayMeet, placeOf, placeOfName } from "./manifest.ts";
import { podIn, podOf } from "./pod.ts";
import { probesOf } from "./probes.ts";
import { isSettings, serverFileAt } from "./server-file.ts";
import { child, entriesOf, itemsOf, textOf } from "./yaml.ts";

/**
 * The pods whose containers get files of a ConfigMap, as services that start a Tomcat with them.
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
  // Of two ConfigMaps of one name, in two namespaces or two variants of one system, either may be meant.
  if (maps.length !== 1 || maps[0]?.file.path !== manifest) return [];
  const certain = !filledIn && manifests.every(({ whole }) => whole);
  return objects.flatMap((workload) => {
    const { pod, spec } = podIn(workload);
    if (!spec || !mayMeet(workload, maps[0] as KubeObject)) return [];
    return itemsOf(child(workload.document, spec, "containers"), workload.document).flatMap((container) => {
      const mounted = filesIn(container, spec, workload, name);
      if (mounted.length === 0) return [];
      const taken = child(workload.document, container, "envFrom") !== undefined;
      const known = certain && !workload.templated && !taken;
      const facts = podOf({ workload, pod, spec, known }, objects);
      const probes = known ? probesOf(container, spec, workload) : [];
      return [{ ...serviceOf(container, mounted, { workload, manifest, name, certain }), pod: { ...facts, probes } }];
    });
  });
}

interface Mounted {
  readonly key: string;
  readonly target: string;
}

/** The files of a ConfigMap that a container gets, with where it gets them. */
function filesIn(container: Node, spec: Node, { document }: KubeObject, name: string): readonly Mounted[] {
  const volumes = new Map(
    itemsOf(child(document, spec, "volumes"), document).flatMap((volume) => {
      const [map, secret] = [child(document, volume, "configMap"), child(document, volume, "secret")];
      const held = map ?? secret;
      const named = textOf(child(document, held, map ? "name" : "secretName"));
      const called = textOf(child(document, volume, "name"));
      return called === undefined || named !== name ? [] : [[called, child(document, held, "items")] as const];
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
    const all = items.length > 0 ? items : [{ key: "server.xml", to: "server.xml" }];
    return all.map(({ key, to }) => ({ key, target: `${path.replace(/\/$/, "")}/${to}` }));
  });
}

interface Around extends Omit<HeldPath, "key"> {
  readonly workload: KubeObject;
  readonly certain: boolean;
}

function serviceOf(
  container: Node,
  mounted: readonly Mounted[],
  { workload, manifest, name, certain }: Around,
): Service {
  const { document, file, templated, root, kind } = workload;
  const image = textOf(child(document, container, "image"));
  const elsewhere = ["envFrom", "command", "args"].some((key) => child(document, container, key) !== undefined);
  const replicas = textOf(child(document, child(document, root, "spec"), "replicas")) ?? "";
  return {
    name: `${kind} ${workload.name ?? ""}`.trim(),
    hosts: new Set(),
    containers: /^\d{1,4}$/.test(replicas) && (kind === "StatefulSet" || kind === "Deployment") ? Number(replicas) : 1,
    environment: new Map(templated ? [] : variablesOf(container, workload).map((each) => [each.name, each])),
    image: image === undefined || image.includes("$") || templated ? undefined : { name: image, path: file.path },
    bases: new Set([baseHeldBy(manifest, name)]),
    serverFiles: new Set(
      mounted.flatMap(({ key, target }) => {
        const path = pathHeldBy(manifest, name, key);
        return serverFileAt(path, target) === path ? [path] : [];
      }),
    ),
    builtFrom: undefined,
    open: elsewhere || templated || !certain,
    overlay: false,
    networks: undefined,
    puts: new Map(),
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

/** Kubernetes fills in `$(NAME)`; a value that comes from elsewhere is set, and not known. */
function variablesOf(container: Node, workload: KubeObject): readonly Property[] {
  const { document, file } = workload;
  return itemsOf(child(document, container, "env"), document).flatMap((each) => {
    const entries = entriesOf(each, document);
    const [nameNode, valueNode] = [entries.get("name"), entries.get("value")];
    const name = textOf(nameNode);
    if (name === undefined || !isScalar(nameNode)) return [];
    const nameAt = placeOf(nameNode, workload);
    const text = textOf(valueNode);
    const value = text === undefined || text.includes("$(") ? undefined : text;
    return [{ name, value, file, nameAt, at: isScalar(valueNode) ? placeOf(valueNode, workload) : nameAt }];
  });
}
