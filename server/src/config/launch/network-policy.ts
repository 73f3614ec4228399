import type { Node } from "yaml";
import type { LaunchPlace } from "../properties.ts";
import { type KubeObject, mayMeet, placeOfName } from "./manifest.ts";
import { child, entriesOf, itemsOf, textOf } from "./yaml.ts";

/** The two ways a policy is about, with what each is called in it. */
const WAYS = [
  { type: "Ingress", rules: "ingress", peers: "from" },
  { type: "Egress", rules: "egress", peers: "to" },
] as const;

type Way = (typeof WAYS)[number];

/** What runs pods, and the part of it with their labels. */
interface Labelled {
  readonly workload: KubeObject;
  readonly pod: Node | undefined;
}

/**
 * The NetworkPolicy by which pods of one kind do not reach each other at a TCP port; undefined where policies let them,
 * or may.
 *
 * Source: the API reference of NetworkPolicy, networking.k8s.io/v1: policies add up, and a pod that one selects gets
 * only what some policy allows.
 */
export function refusedAt(port: number, template: Labelled, objects: readonly KubeObject[]): LaunchPlace | undefined {
  const policies = objects.filter(({ kind }) => kind === "NetworkPolicy");
  // What fills one in may let anything through.
  if (policies.some(({ templated }) => templated)) return undefined;
  for (const way of WAYS) {
    const about = policies.filter((each) => isAbout(each, way) && selects(each, template) !== false);
    const [isolating] = about.filter((each) => isBeside(each, template) && selects(each, template));
    if (isolating && !about.some((each) => mayAllow(each, port, way, template))) {
      return { file: isolating.file, at: placeOfName(isolating) };
    }
  }
  return undefined;
}

function specOf({ document, root }: KubeObject): Node | undefined {
  return child(document, root, "spec");
}

/** A policy is about what comes in unless it says otherwise, and about what goes out where it has rules for that. */
function isAbout(policy: KubeObject, { type, rules }: Way): boolean {
  const { document } = policy;
  const types = itemsOf(child(document, specOf(policy), "policyTypes"), document).map(textOf);
  if (types.length > 0) return types.includes(type);
  return type === "Ingress" || child(document, specOf(policy), rules) !== undefined;
}

/** True where they certainly are in one namespace: what names none goes where the rest goes. */
function isBeside({ namespace }: KubeObject, { workload }: Labelled): boolean {
  return namespace === workload.namespace;
}

function selects(policy: KubeObject, template: Labelled): boolean | undefined {
  if (!mayMeet(policy, template.workload)) return false;
  return matches(child(policy.document, specOf(policy), "podSelector"), policy, template);
}

/** Whether a selector matches the labels of a pod; undefined where it has expressions, which are not worked out. */
function matches(selector: Node | undefined, { document }: KubeObject, template: Labelled): boolean | undefined {
  const { workload, pod } = template;
  const metadata = child(workload.document, pod, "metadata");
  const labels = entriesOf(child(workload.document, metadata, "labels"), workload.document);
  for (const [label, value] of entriesOf(child(document, selector, "matchLabels"), document)) {
    if (textOf(value) !== textOf(labels.get(label))) return false;
  }
  return child(document, selector, "matchExpressions") === undefined ? true : undefined;
}

function mayAllow(policy: KubeObject, port: number, { rules, peers }: Way, template: Labelled): boolean {
  const { document } = policy;
  return itemsOf(child(document, specOf(policy), rules), document).some((rule) => {
    const ports = itemsOf(child(document, rule, "ports"), document);
    const allowed = itemsOf(child(document, rule, peers), document);
    return (
      (ports.length === 0 || ports.some((each) => mayBe(each, port, policy))) &&
      (allowed.length === 0 || allowed.some((each) => mayInclude(each, policy, template)))
    );
  });
}

/** A name is that of a port of the containers, which may be any. */
function mayBe(entry: Node, port: number, { document }: KubeObject): boolean {
  const [protocol = "TCP", first, last] = ["protocol", "port", "endPort"].map((key) =>
    textOf(child(document, entry, key)),
  );
  if (protocol !== "TCP") return false;
  if (first === undefined || !/^\d+$/.test(first)) return true;
  return port >= Number(first) && port <= Number(last ?? first);
}

/** Addresses and labels of namespaces are not known: they may include the pods. */
function mayInclude(peer: Node, policy: KubeObject, template: Labelled): boolean {
  const pods = child(policy.document, peer, "podSelector");
  return pods === undefined || matches(pods, policy, template) !== false;
}
