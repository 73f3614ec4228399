import {
  BACKUP_MANAGER,
  CLOUD_SERVICE,
  DELTA_MANAGER,
  ENCRYPT,
  GROUP_CHANNEL,
  JVM_ROUTE_BINDER_VALVE,
  MCAST_SERVICE,
  NIO_RECEIVER,
  REPLICATION_VALVE,
  SIMPLE_TCP_CLUSTER,
  STATIC_MEMBER,
  STATIC_MEMBERSHIP,
  TCP_FAILURE_DETECTOR,
  TCP_PING,
} from "../config/classes.ts";
import { SEND, START } from "../config/options.ts";
import { lineFacts } from "../schema/lines.ts";
import {
  type ClusterPlan,
  isCloud,
  KEY_PROPERTY,
  multicastGroup,
  type NodePlan,
  type Sending,
  uniqueIdOf,
} from "./plan.ts";
import type { WrittenElement } from "./xml.ts";

const TRANSPORT = "org.apache.catalina.tribes.transport";
/**
 * Available in every release that has the interceptor, except 9.0.13, and the only mode that detects changed messages.
 */
const ALGORITHM = "AES/GCM/NoPadding";
/**
 * The options for session messages. A message sent in the background still waits until the other nodes have applied it:
 * with option 8 alone, 21 of 80 sessions lost what their first request set (BackupManager, 9.0.70).
 */
const SENDING: Readonly<Record<Sending, number>> = {
  sync: SEND.ack | SEND.synchronizedAck,
  async: SEND.asynchronous | SEND.ack | SEND.synchronizedAck,
};
/** In milliseconds; Tomcat's default, which is also commonly advised for asynchronous sending. */
const SELECTOR_TIMEOUT = 5000;

/** The Cluster of one node. */
export function clusterElement(plan: ClusterPlan, node: NodePlan): WrittenElement {
  const { membership, sending, manager } = plan;
  const options = SENDING[sending];
  return {
    name: "Cluster",
    attributes: [
      ["className", SIMPLE_TCP_CLUSTER],
      ["channelSendOptions", options],
      // Without this attribute, multicast runs in addition to the static members.
      ["channelStartOptions", membership === "static" ? START.receiver | START.sender : undefined],
    ],
    children: [
      manager === "delta"
        ? element("Manager", DELTA_MANAGER, [
            ["expireSessionsOnShutdown", "false"],
            ["notifyListenersOnReplication", "true"],
          ])
        : // BackupManager sends with options of its own; those of the Cluster mean nothing to it.
          element("Manager", BACKUP_MANAGER, [
            ["notifyListenersOnReplication", "true"],
            ["mapSendOptions", options],
          ]),
      channelOf(plan, node),
      element("Valve", REPLICATION_VALVE, [["filter", ""]]),
      element("Valve", JVM_ROUTE_BINDER_VALVE),
    ],
  };
}

function channelOf(plan: ClusterPlan, node: NodePlan): WrittenElement {
  const cloud = isCloud(plan);
  return element(
    "Channel",
    GROUP_CHANNEL,
    [],
    [
      membershipOf(plan, node),
      element("Receiver", NIO_RECEIVER, [
        // A pod's address is that of its host name, which is not known before it runs.
        ["address", cloud ? undefined : node.host],
        ["port", node.ports.receiver],
        // The other nodes, and the firewall, expect this port only.
        ["autoBind", 0],
        ["selectorTimeout", plan.sending === "async" ? SELECTOR_TIMEOUT : undefined],
      ]),
      element(
        "Sender",
        `${TRANSPORT}.ReplicationTransmitter`,
        [],
        [element("Transport", `${TRANSPORT}.nio.PooledParallelSender`)],
      ),
      ...interceptorsOf(plan, node),
    ],
  );
}

function membershipOf({ membership, nodes }: ClusterPlan, { host }: NodePlan): WrittenElement | undefined {
  switch (membership) {
    case "multicast": {
      const { address, port } = multicastGroup(nodes);
      return element("Membership", MCAST_SERVICE, [
        ["address", address],
        ["port", port],
        // Without it, the routing table decides on which network the nodes look for each other.
        ["bind", host],
        ["frequency", 500],
        ["dropTime", 3000],
      ]);
    }
    case "static":
      return undefined;
    default:
      return element("Membership", CLOUD_SERVICE, [["membershipProviderClassName", membership]]);
  }
}

/** Interceptors from top to bottom, in the order in which an outgoing message passes them. The order matters. */
function interceptorsOf(plan: ClusterPlan, node: NodePlan): readonly (WrittenElement | undefined)[] {
  const { line, membership, sending, encryptionKey } = plan;
  const isStatic = membership === "static";
  // With several threads, the first changes of a session may overtake its creation.
  const single = sending === "async" ? 1 : undefined;
  return [
    isStatic ? interceptor(TCP_PING) : undefined,
    // Tomcat 7 has both classes, and creates this one by default. Below it, a message that waited in the queue is
    // encrypted as it leaves, so that its time is right, and a failure to send reaches the detector.
    interceptor(lineFacts(line).dispatcher, [
      ["maxThreads", single],
      ["maxSpareThreads", single],
    ]),
    encryptionKey === undefined
      ? undefined
      : interceptor(ENCRYPT, [
          ["encryptionAlgorithm", ALGORITHM],
          ["encryptionKey", `\${${KEY_PROPERTY}}`],
        ]),
    interceptor(TCP_FAILURE_DETECTOR),
    isStatic ? staticMembersOf(plan, node) : undefined,
  ];
}

function staticMembersOf({ nodes }: ClusterPlan, node: NodePlan): WrittenElement {
  const member = (other: NodePlan, index: number) =>
    element("Member", STATIC_MEMBER, [
      ["host", other.host],
      ["port", other.ports.receiver],
      ["uniqueId", uniqueIdOf(index)],
    ]);
  return interceptor(
    STATIC_MEMBERSHIP,
    [],
    [
      element("LocalMember", STATIC_MEMBER, [["uniqueId", uniqueIdOf(nodes.indexOf(node))]]),
      ...nodes.map((other, index) => (other === node ? undefined : member(other, index))),
    ],
  );
}

function interceptor(
  className: string,
  attributes: WrittenElement["attributes"] = [],
  children: NonNullable<WrittenElement["children"]> = [],
): WrittenElement {
  return element("Interceptor", className, attributes, children);
}

function element(
  name: string,
  className: string,
  attributes: WrittenElement["attributes"] = [],
  children: NonNullable<WrittenElement["children"]> = [],
): WrittenElement {
  return { name, attributes: [["className", className], ...attributes], children };
}
