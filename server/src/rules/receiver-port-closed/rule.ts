import { activeClusters } from "../../config/node.ts";
import { startsWith } from "../../config/starts.ts";
import type { FileRule } from "../rule.ts";
import { placesOfStarts } from "../starts.ts";

/** Where a Receiver listens without a port. */
const USUAL_PORT = 4000;

/**
 * Nodes send each other sessions at the ports of their Receivers: a NetworkPolicy that selects the pods has to let that
 * port through.
 *
 * Source: ReceiverBase.bind and NioReceiver, 7.0 to 11.0; the API reference of NetworkPolicy, networking.k8s.io/v1.
 */
export const rule: FileRule = {
  id: "receiver-port-closed",
  group: "receiver",
  severity: "warning",
  summary: {
    en: "A NetworkPolicy must let the pods of a cluster reach each other's Receiver.",
    ko: "NetworkPolicy는 클러스터의 파드가 서로의 Receiver에 연결하도록 허용해야 합니다.",
  },
  files: ["server"],

  check(file, report) {
    const starts = startsWith(file);
    const [start, another] = starts;
    const pod = start?.pod;
    // Of several workloads each has labels of its own.
    if (!start || !pod || another || start.containers < 2 || pod.hostNetwork) return;
    for (const cluster of activeClusters(file)) {
      const receiver = cluster.child("Channel")?.child("Receiver");
      const port = receiver ? receiver.number("port") : USUAL_PORT;
      const refused = port === undefined ? undefined : pod.refusedAt(port);
      if (!refused) continue;
      report({
        at: receiver?.spanOf("port", "className") ?? cluster.nameSpan,
        text: {
          en: `A NetworkPolicy keeps the pods of ${start.name} from port ${port} of each other, where the Receiver listens: no session reaches another node. Allow it.`,
          ko: `NetworkPolicy가 ${start.name}의 파드끼리 Receiver의 ${port} 포트에 연결하는 것을 막아 세션이 다른 노드에 가지 못합니다. 허용하십시오.`,
        },
        related: [
          { ...refused, text: { en: "The NetworkPolicy.", ko: "NetworkPolicy입니다." } },
          ...placesOfStarts([start]),
        ],
      });
    }
  },
};
