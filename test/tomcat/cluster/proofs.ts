import { TEST_PAGE } from "../../../server/src/create/test-page.ts";
import { SCENES } from "./scenes/index.ts";
import type { Scene } from "./scenes/scene.ts";

/** A cluster that `prove` is tried on. */
export interface ProofScene {
  readonly name: string;
  readonly outcome: "passed" | "partly" | "failed" | "unknown";
  /** The verdict that names what was done. */
  readonly verdict: string;
  /** The finding of a file or a log that leads to it; undefined where nothing is wrong with either. */
  readonly cause?: string;
  readonly node?: Scene["node"];
  readonly edit?: (serverXml: string, index: 0 | 1) => string;
  readonly before?: Scene["before"];
  /** Which node is asked under which address; else each under its own. */
  readonly urls?: (addresses: readonly string[]) => readonly string[];
  /** Where Apache httpd stands in front, on the second machine. */
  readonly balanced?: boolean;
}

const likeLogs = (name: string): Pick<ProofScene, "node" | "before"> => {
  const scene = SCENES.find((each) => each.name === name);
  if (!scene) throw new Error(`no scene ${name}`);
  return { node: scene.node, ...(scene.before && { before: scene.before }) };
};
const binder = '<Valve className="org.apache.catalina.ha.session.JvmRouteBinderValve"/>';
const valve = '<Valve className="org.apache.catalina.ha.tcp.ReplicationValve"/>';
const notDistributable = () => ({ webXml: "<web-app/>" });

export const PROOFS: readonly ProofScene[] = [
  { name: "a healthy cluster", outcome: "passed", verdict: "replicated" },
  {
    name: "a healthy cluster with BackupManager",
    outcome: "passed",
    verdict: "replicated",
    node: () => ({
      manager: '<Manager className="org.apache.catalina.ha.session.BackupManager" mapSendOptions="6"/>',
    }),
  },
  { name: "a healthy cluster behind httpd", outcome: "passed", verdict: "replicated", balanced: true },
  {
    name: "one jvmRoute on both nodes",
    outcome: "failed",
    verdict: "same-route",
    cause: "jvm-route-duplicate",
    edit: (text) => text.replace('jvmRoute="node2"', 'jvmRoute="node1"'),
  },
  {
    name: "an attribute that Tomcat refuses",
    outcome: "failed",
    verdict: "write-refused",
    cause: "attribute-refused",
    ...likeLogs("an attribute that Tomcat refuses at once"),
  },
  {
    name: "no <distributable/>",
    outcome: "failed",
    verdict: "new-session",
    cause: "not-distributable",
    node: notDistributable,
  },
  {
    name: "no <distributable/>, behind httpd",
    outcome: "failed",
    verdict: "stickiness-hides",
    cause: "not-distributable",
    node: notDistributable,
    balanced: true,
  },
  {
    name: "a Receiver on a loopback address",
    outcome: "failed",
    verdict: "one-way",
    cause: "address-loopback",
    ...likeLogs("a Receiver on a loopback address"),
  },
  {
    name: "heartbeats that are dropped on one side",
    outcome: "failed",
    verdict: "one-way",
    cause: "asymmetric-view",
    ...likeLogs("heartbeats that are dropped on one side"),
  },
  {
    name: "a Receiver behind a firewall",
    outcome: "failed",
    verdict: "one-way",
    cause: "asymmetric-view",
    ...likeLogs("a Receiver behind a firewall"),
  },
  {
    name: "another multicast group",
    outcome: "failed",
    verdict: "new-session",
    cause: "multicast-group-differs",
    ...likeLogs("another multicast group"),
  },
  {
    name: "different keys",
    outcome: "failed",
    verdict: "new-session",
    cause: "encrypt-setting-differs",
    ...likeLogs("different keys"),
  },
  {
    name: "changes that are sent asynchronously",
    outcome: "partly",
    verdict: "first-changes-lost",
    cause: "asynchronous-first-changes",
    edit: (text) => text.replace('channelSendOptions="6"', 'channelSendOptions="8"'),
  },
  {
    name: "no ReplicationValve",
    outcome: "failed",
    verdict: "values-missing",
    cause: "replication-valve-missing",
    edit: (text) => text.replace(valve, ""),
  },
  {
    name: "a filter that leaves out every page",
    outcome: "failed",
    verdict: "values-missing",
    cause: "filter-scope",
    edit: (text) => text.replace(valve, valve.replace("/>", ' filter=".*"/>')),
  },
  {
    name: "a filter of attributes that leaves out the list",
    outcome: "failed",
    verdict: "values-missing",
    node: () => ({
      manager: '<Manager className="org.apache.catalina.ha.session.DeltaManager" sessionAttributeNameFilter="user"/>',
    }),
  },
  {
    name: "no JvmRouteBinderValve",
    outcome: "failed",
    verdict: "route-not-rewritten",
    cause: "jvm-route-binder-missing",
    edit: (text) => text.replace(binder, ""),
  },
  {
    name: "the same node twice",
    outcome: "unknown",
    verdict: "same-node",
    urls: ([one = ""]) => [`http://${one}:8080/`, `http://${one}:8080/index.jsp`],
  },
  {
    name: "no test page on the second node",
    outcome: "unknown",
    verdict: "no-test-page",
    urls: ([one, two]) => [`http://${one}:8080/`, `http://${two}:8080/nothing.jsp`],
  },
  {
    name: "a test page of an older kind",
    outcome: "unknown",
    verdict: "older-page",
    node: () => ({ page: TEST_PAGE.replace("<p>Run <%= RUN %></p>", "") }),
  },
  {
    name: "a port nothing listens to",
    outcome: "unknown",
    verdict: "unreachable",
    urls: ([one, two]) => [`http://${one}:8080/`, `http://${two}:8081/`],
  },
];

/** The configuration of a scene's node: values are sent and applied before a request ends. */
export function edited({ edit }: ProofScene, text: string, index: 0 | 1): string {
  const whole = text
    .replace('SimpleTcpCluster">', 'SimpleTcpCluster" channelSendOptions="6">')
    .replace(valve, `${valve}${binder}`);
  return edit ? edit(whole, index) : whole;
}
