import { clusterOf } from "./cluster-xml.ts";
import { type ClusterPlan, isCloud, type NodePlan } from "./plan.ts";
import { type Written, writeXml } from "./xml.ts";

/**
 * The jvmRoute of a node. Pods come from one image, so theirs is the system property that the start script makes from
 * the pod's name.
 */
export function jvmRouteOf(plan: ClusterPlan, { name }: NodePlan): string {
  return isCloud(plan) ? `\${jvmRoute}` : name;
}

/** A whole conf/server.xml: what every Tomcat needs, one Connector, one Host, and the Cluster. */
export function serverXml(plan: ClusterPlan, node: NodePlan): string {
  const { shutdown, http } = node.ports;
  const server: Written = {
    name: "Server",
    attributes: [
      ["port", shutdown],
      ["shutdown", "SHUTDOWN"],
    ],
    children: [
      listener("startup.VersionLoggerListener"),
      listener("core.JreMemoryLeakPreventionListener"),
      listener("core.ThreadLocalLeakPreventionListener"),
      {
        name: "Service",
        attributes: [["name", "Catalina"]],
        children: [
          {
            name: "Connector",
            attributes: [
              ["port", http],
              ["protocol", "HTTP/1.1"],
              ["connectionTimeout", 20_000],
            ],
          },
          {
            name: "Engine",
            attributes: [
              ["name", "Catalina"],
              ["defaultHost", "localhost"],
              ["jvmRoute", jvmRouteOf(plan, node)],
            ],
            children: [
              clusterOf(plan, node),
              {
                name: "Host",
                attributes: [
                  ["name", "localhost"],
                  ["appBase", "webapps"],
                ],
              },
            ],
          },
        ],
      },
    ],
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(server)}\n`;
}

function listener(className: string): Written {
  return { name: "Listener", attributes: [["className", `org.apache.catalina.${className}`]] };
}
