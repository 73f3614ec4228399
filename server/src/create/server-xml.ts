import { indented, serverFrame } from "../config/server-frame.ts";
import { clusterElement } from "./cluster-xml.ts";
import { AJP_SECRET_PROPERTY, type ClusterPlan, isCloud, type NodePlan } from "./plan.ts";
import { INDENT, writeXml } from "./xml.ts";

/**
 * The jvmRoute of a node. Pods run one image, so theirs is a system property that the start script sets to the pod's
 * name.
 */
export function plannedRoute(plan: ClusterPlan, { name }: NodePlan): string {
  return isCloud(plan) ? `\${jvmRoute}` : name;
}

/** A whole conf/server.xml: a Server, one Connector, one Host, and the Cluster. */
export function serverXml(plan: ClusterPlan, node: NodePlan): string {
  const { shutdown, http, ajp } = node.ports;
  const { before, behind, depth } = serverFrame(undefined, {
    shutdown,
    http,
    jvmRoute: plannedRoute(plan, node),
    // Without an address it listens on the loopback address only.
    ...(plan.ajpSecret === undefined
      ? {}
      : { ajp: { port: ajp, address: node.host, secret: `\${${AJP_SECRET_PROPERTY}}` } }),
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...indented(before, INDENT),
    writeXml(clusterElement(plan, node), INDENT.repeat(depth)),
    ...indented(behind, INDENT),
    "",
  ].join("\n");
}
