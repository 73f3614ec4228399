import type { Node } from "yaml";
import type { LaunchPlace, Pod, PodService } from "../properties.ts";
import { type KubeObject, mayMeet, placeOf, placeOfName } from "./manifest.ts";
import { refusedAt } from "./network-policy.ts";
import { child, entriesOf, itemsOf, textOf } from "./yaml.ts";

/** What runs a pod, and the parts of it that describe the pod. */
export interface PodTemplate {
  readonly workload: KubeObject;
  /** Has `metadata` and `spec`. */
  readonly pod: Node | undefined;
  readonly spec: Node;
  /** True where nothing but these files says how it runs. */
  readonly known: boolean;
}

/** What runs pods, and where the pod stands in it. */
const WORKLOADS: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: ["spec", "template"],
  StatefulSet: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  DaemonSet: ["spec", "template"],
};

/** The pod that an object runs; without a spec for one that runs none. */
export function podIn({ kind, root, document }: KubeObject): { readonly [part in "pod" | "spec"]: Node | undefined } {
  const pod = WORKLOADS[kind]?.reduce<Node | undefined>((node, key) => child(document, node, key), root);
  return { pod, spec: child(document, pod, "spec") };
}

/** The name of the service account that the pod of an object has. */
function accountOf({ document }: KubeObject, spec: Node | undefined): string {
  const names = ["serviceAccountName", "serviceAccount"].map((key) => textOf(child(document, spec, key)));
  return names.find((name) => name !== undefined) ?? "default";
}

/** What the objects beside a pod say of it. */
export function podOf(template: PodTemplate, all: readonly KubeObject[]): Omit<Pod, "probes"> {
  const { workload, spec, known } = template;
  const objects = known ? all.filter((each) => mayMeet(each, workload)) : [];
  const account = accountOf(workload, spec);
  return {
    namespace: workload.namespace,
    // What is filled in later may set it.
    hostNetwork: !known || textOf(child(workload.document, spec, "hostNetwork")) === "true",
    services: objects.flatMap((each) => serviceFor(each, template) ?? []),
    account,
    withoutToken: known ? withoutToken(template, account, objects) : undefined,
    forbidden: forbidden(account, objects),
    refusedAt: (port) => refusedAt(port, template, objects),
  };
}

/** The Service an object is, where it leads to the pod. */
function serviceFor(object: KubeObject, { workload, pod }: PodTemplate): PodService | undefined {
  if (object.kind !== "Service" || object.name === undefined) return undefined;
  const { document, root, file } = object;
  const spec = child(document, root, "spec");
  const selector = [...entriesOf(child(document, spec, "selector"), document)];
  const labels = entriesOf(
    child(workload.document, child(workload.document, pod, "metadata"), "labels"),
    workload.document,
  );
  const selects = selector.every(([label, value]) => textOf(value) === textOf(labels.get(label)));
  if (selector.length === 0 || !selects) return undefined;
  return {
    name: object.name,
    headless: textOf(child(document, spec, "clusterIP")) === "None",
    file,
    at: placeOfName(object),
  };
}

/** Where `automountServiceAccountToken: false` stands; what the pod says counts before what its account says. */
function withoutToken(
  { workload, spec }: PodTemplate,
  account: string,
  objects: readonly KubeObject[],
): LaunchPlace | undefined {
  const { document, file } = workload;
  const volumes = itemsOf(child(document, spec, "volumes"), document);
  // A volume may bring a token of its own.
  if (volumes.some((each) => child(document, each, "projected") !== undefined)) return undefined;
  const own = child(document, spec, AUTOMOUNT);
  if (own) return textOf(own) === "false" ? { file, at: placeOf(own, workload) } : undefined;
  const of = objects.find(({ kind, name }) => kind === "ServiceAccount" && name === account);
  const written = of && child(of.document, of.root, AUTOMOUNT);
  return of && textOf(written) === "false" ? { file: of.file, at: placeOf(written, of) } : undefined;
}

const AUTOMOUNT = "automountServiceAccountToken";

/** The service accounts of all pods. */
function accountsIn(objects: readonly KubeObject[]): ReadonlySet<string> {
  return new Set(
    objects.flatMap((each) => {
      const { spec } = podIn(each);
      return spec ? [accountOf(each, spec)] : [];
    }),
  );
}

/**
 * What keeps a service account from listing pods: the Role of its binding that does not allow it, or the binding of a
 * Role that does, to an account that no pod has. Undefined where the files allow it, or do not tell.
 */
function forbidden(account: string, objects: readonly KubeObject[]): LaunchPlace | undefined {
  let denying: LaunchPlace | undefined;
  let others: LaunchPlace | undefined;
  const inUse = accountsIn(objects);
  for (const binding of objects) {
    if (!/^(?:Cluster)?RoleBinding$/.test(binding.kind)) continue;
    if (binding.templated) return undefined;
    const { document, root, file } = binding;
    const subjects = itemsOf(child(document, root, "subjects"), document);
    const kinds = subjects.map((each) => textOf(child(document, each, "kind")));
    // A group may hold every account.
    if (kinds.some((kind) => kind !== "ServiceAccount")) return undefined;
    const names = subjects.map((each) => child(document, each, "name"));
    const role = roleOf(binding, objects);
    if (!role || role.templated) {
      if (names.some((each) => textOf(each) === account)) return undefined;
      continue;
    }
    if (names.some((each) => textOf(each) === account)) {
      if (listsPods(role)) return undefined;
      denying ??= { file: role.file, at: placeOfName(role) };
    } else if (listsPods(role) && !names.some((each) => inUse.has(textOf(each) ?? "")))
      others ??= { file, at: placeOf(names[0], binding) };
  }
  return denying ?? others;
}

function roleOf({ document, root }: KubeObject, objects: readonly KubeObject[]): KubeObject | undefined {
  const reference = child(document, root, "roleRef");
  const [kind, name] = ["kind", "name"].map((key) => textOf(child(document, reference, key)));
  return objects.find((each) => each.kind === kind && each.name === name);
}

/** Whether a role allows what KubernetesMembershipProvider asks for: to list the pods of a namespace. */
function listsPods({ document, root }: KubeObject): boolean {
  // Rules of other roles may be taken in.
  if (child(document, root, "aggregationRule")) return true;
  return itemsOf(child(document, root, "rules"), document).some((rule) => {
    const has = (key: string, wanted: string) =>
      itemsOf(child(document, rule, key), document).some((each) => ["*", wanted].includes(textOf(each) ?? ""));
    return (
      has("apiGroups", "") &&
      has("resources", "pods") &&
      has("verbs", "list") &&
      !child(document, rule, "resourceNames")
    );
  });
}
