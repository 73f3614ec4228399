import { isScalar, type Node } from "yaml";
import type { HealthProbe } from "../properties.ts";
import { type KubeObject, placeOf } from "./manifest.ts";
import { child, itemsOf, textOf } from "./yaml.ts";

const KINDS = ["startup", "readiness", "liveness"] as const;

/**
 * What Kubernetes asks a container for, where that is a port of it; none where another container of the pod may answer
 * in its place.
 *
 * Source: the API reference of Pod, core/v1: containers of a pod share its network.
 */
export function probesOf(container: Node, spec: Node, workload: KubeObject): readonly HealthProbe[] {
  const { document, file } = workload;
  const beside = child(document, spec, "initContainers");
  if (itemsOf(child(document, spec, "containers"), document).length > 1 || beside !== undefined) return [];
  return KINDS.flatMap((kind) => {
    const probe = child(document, container, `${kind}Probe`);
    const [http, tcp] = ["httpGet", "tcpSocket"].map((key) => child(document, probe, key));
    const asked = http ?? tcp;
    const node = child(document, asked, "port");
    // Another host than the pod's may be asked.
    if (!isScalar(node) || child(document, asked, "host") !== undefined) return [];
    const port = portOf(textOf(node) ?? "", container, workload);
    if (port === undefined) return [];
    const isHttps = textOf(child(document, http, "scheme")) === "HTTPS";
    return [{ kind, port, by: !http ? "tcp" : isHttps ? "https" : "http", file, at: placeOf(node, workload) }];
  });
}

/** A number, or the name of one of the container's ports. */
function portOf(written: string, container: Node, { document }: KubeObject): number | undefined {
  if (/^\d{1,5}$/.test(written)) return Number(written);
  const named = itemsOf(child(document, container, "ports"), document).find(
    (each) => textOf(child(document, each, "name")) === written,
  );
  const number = textOf(child(document, named, "containerPort")) ?? "";
  return /^\d{1,5}$/.test(number) ? Number(number) : undefined;
}
