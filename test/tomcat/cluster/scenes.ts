import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { TEST_PAGE } from "../../../server/src/create/test-page.ts";
import { webXml } from "../../../server/src/create/web-xml.ts";
import { loggingProperties } from "./logged.ts";
import type { Network, Place } from "./network.ts";
import type { Tomcat } from "./tomcat.ts";

const TRIBES = "org.apache.catalina.tribes";
/** How long a node runs on before its log is read, in milliseconds: nodes that never met are told by then. */
export const AWHILE = 17_000;
const SHORT = 4000;

/** What a node's configuration is made of; `Member` stands for the other node's number. */
export interface Parts {
  readonly channel?: string;
  readonly membership?: string;
  readonly receiver?: string;
  readonly interceptors?: string;
  readonly manager?: string;
  readonly valve?: string;
  readonly page?: string;
  readonly webXml?: string;
  readonly options?: readonly string[];
}

export interface Scene {
  readonly name: string;
  /** The finding that names what was done; undefined for a healthy life. */
  readonly finding: string | undefined;
  /** Others that may stand beside it. */
  readonly besides?: readonly string[];
  readonly node: (index: 0 | 1) => Parts;
  /** Before the nodes start. */
  readonly before?: (network: Network) => void;
  /** True where the second node need not come up. */
  readonly fails?: boolean;
  readonly act?: (nodes: Running) => Promise<void>;
  readonly wait?: number;
}

interface Running {
  readonly network: Network;
  readonly tomcats: readonly [Tomcat, Tomcat];
  readonly visit: (index: 0 | 1, entry?: string) => Promise<string>;
}

const inPlace = (place: Place, ...words: readonly string[]) => {
  const [command = "", ...rest] = [...place.enter, ...words];
  const { status, stderr } = spawnSync(command, rest, { encoding: "utf8" });
  assert.equal(status, 0, stderr);
};
/** Drops what comes in, by a rule of nft. */
const drop = (place: Place, what: string) => {
  inPlace(place, "nft", "add table inet t; add chain inet t in { type filter hook input priority 0 ; }");
  inPlace(place, "nft", `add rule inet t in ${what} drop`);
};
const encrypt = (key: string) =>
  `<Interceptor className="${TRIBES}.group.interceptors.EncryptInterceptor" encryptionKey="${key}"/>`;
/** Sessions that do not come are waited for no longer than this. */
const MANAGER = '<Manager className="org.apache.catalina.ha.session.DeltaManager" stateTransferTimeout="3"/>';
const KEYS = ["cafebabedeadbeefcafebabedeadbeef", "0123456789abcdef0123456789abcdef"] as const;
const unserializable = TEST_PAGE.replace(
  'session.setAttribute("entries", entries);',
  'session.setAttribute("entries", entries); session.setAttribute("list", new ArrayList<Object>(List.of(new Object())));',
);

/** What is done to two nodes, and the finding that names it. */
export const SCENES: readonly Scene[] = [
  {
    name: "a healthy cluster that replicates and is stopped in order",
    finding: undefined,
    node: () => ({}),
    async act({ tomcats, visit }) {
      await visit(0);
      await visit(0, "apple");
      assert.match(await visit(1), /<li>apple<\/li>/);
      await tomcats[1].stop();
    },
  },
  {
    name: "a healthy cluster with BackupManager",
    finding: undefined,
    node: () => ({ manager: '<Manager className="org.apache.catalina.ha.session.BackupManager"/>' }),
    async act({ tomcats, visit }) {
      await visit(0);
      await visit(0, "apple");
      await tomcats[0].stop();
    },
  },
  {
    name: "a node that is killed",
    finding: "member-died",
    node: () => ({}),
    act: async ({ tomcats }) => tomcats[1].kill(),
    wait: 8000,
  },
  {
    name: "another multicast group",
    finding: "groups-differ",
    node: (index) => ({ membership: index === 0 ? "" : 'port="45999"' }),
    wait: AWHILE,
  },
  {
    name: "heartbeats that are dropped on one side",
    finding: "asymmetric-view",
    node: () => ({}),
    before: ({ places }) => drop(places[1], "udp dport 45564"),
    wait: AWHILE,
  },
  {
    name: "heartbeats that are dropped on both sides",
    finding: "nodes-apart",
    node: () => ({}),
    before: ({ places }) => {
      for (const place of places) drop(place, "udp dport 45564");
    },
    wait: AWHILE,
  },
  {
    name: "a Receiver on a loopback address",
    finding: "address-loopback",
    besides: [
      "asymmetric-view",
      "nodes-apart",
      "member-died",
      "nothing-listens",
      "message-not-sent",
      "state-timeout",
      "send-failed",
      "message-to-itself",
    ],
    node: (index) => (index === 0 ? {} : { receiver: 'address="127.0.1.1"' }),
    wait: AWHILE,
  },
  {
    name: "an address that is not of this machine",
    finding: "address-not-here",
    fails: true,
    node: (index) => (index === 0 ? {} : { receiver: 'address="192.168.56.99"' }),
  },
  {
    name: "a name that does not resolve",
    finding: "name-unknown",
    besides: ["receiver-address-unknown"],
    fails: true,
    node: (index) => (index === 0 ? {} : { receiver: 'address="no.such.host.invalid"' }),
  },
  {
    name: "different keys",
    finding: "key-differs",
    besides: ["state-timeout", "decrypt-failed", "member-died", "message-not-sent", "message-handling-failed"],
    node: (index) => ({ interceptors: encrypt(KEYS[index]) }),
    wait: SHORT,
  },
  {
    name: "a key of no length that fits",
    finding: "key-refused",
    besides: ["state-timeout"],
    node: (index) => (index === 0 ? {} : { interceptors: encrypt("cafe") }),
  },
  {
    name: "no key",
    finding: "key-refused",
    fails: true,
    node: (index) => (index === 0 ? {} : { interceptors: encrypt("").replace(' encryptionKey=""', "") }),
  },
  {
    name: "an attribute that Tomcat cannot serialize",
    finding: "not-serializable",
    node: () => ({ page: unserializable }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
  {
    name: "an attribute that Tomcat refuses at once",
    finding: "attribute-refused",
    node: () => ({
      page: TEST_PAGE.replace('session.setAttribute("entries", entries);', 'session.setAttribute("o", new Object());'),
    }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
  {
    name: "one node without <distributable/>",
    finding: "manager-unknown",
    besides: ["state-no-context"],
    node: (index) => (index === 0 ? {} : { webXml: "<web-app/>" }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
  {
    name: "no permission to use IPv4's multicast from IPv6",
    finding: "multicast-unusable",
    fails: true,
    node: (index) => (index === 0 ? {} : { options: ["-Djava.net.preferIPv4Stack=false"] }),
  },
  {
    name: "interceptors with one flag",
    finding: "option-flag-conflict",
    fails: true,
    node: (index) =>
      index === 0
        ? {}
        : {
            channel: 'optionCheck="true"',
            interceptors: ["GzipInterceptor", "ThroughputInterceptor"]
              .map((name) => `<Interceptor className="${TRIBES}.group.interceptors.${name}" optionFlag="4096"/>`)
              .join(""),
          },
  },
  {
    name: "a Receiver whose port is taken",
    finding: "port-taken",
    fails: true,
    // Its own Connector has it.
    node: (index) => (index === 0 ? {} : { receiver: 'address="192.168.56.8" port="8080" autoBind="1"' }),
  },
  {
    name: "a filter for deserialization that refuses the application's class",
    finding: "deserialization-refused",
    besides: ["session-message-failed"],
    node: (index) => (index === 0 ? {} : { options: ["-Djdk.serialFilter=!java.util.ArrayList"] }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
  {
    name: "another multicast address",
    finding: "groups-differ",
    node: (index) => ({ membership: index === 0 ? "" : 'address="228.0.0.99"' }),
    wait: AWHILE,
  },
  {
    name: "a Receiver behind a firewall",
    finding: "asymmetric-view",
    besides: ["state-timeout", "message-not-sent"],
    node: () => ({}),
    before: ({ places }) => drop(places[1], "tcp dport 4000"),
    wait: AWHILE,
  },
  {
    name: "an algorithm that Java does not have",
    finding: "key-refused",
    besides: ["state-timeout"],
    fails: true,
    node: (index) =>
      index === 0 ? {} : { interceptors: encrypt(KEYS[0]).replace("/>", ' encryptionAlgorithm="AES/XYZ/NoPadding"/>') },
  },
];

/** The files of a node in a scene. */
export function filesOf(line: Parameters<typeof webXml>[0], place: Place, index: 0 | 1, parts: Parts, layout: string) {
  const {
    membership = "",
    receiver = `address="${place.address}"`,
    interceptors = "",
    manager = MANAGER,
    valve = "",
    channel: options = "",
  } = parts;
  const channel = `<Channel className="${TRIBES}.group.GroupChannel" ${options}>
    <Membership className="${TRIBES}.membership.McastService" bind="${place.address}" ${membership}/>
    <Receiver className="${TRIBES}.transport.nio.NioReceiver" ${receiver}/>
    <Sender className="${TRIBES}.transport.ReplicationTransmitter"/>
    ${interceptors}
    <Interceptor className="${TRIBES}.group.interceptors.TcpFailureDetector"/>
    <Interceptor className="${TRIBES}.group.interceptors.MessageDispatchInterceptor"/>
  </Channel>`;
  const cluster = `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">${manager}${channel}
    <Valve className="org.apache.catalina.ha.tcp.ReplicationValve"/>${valve}</Cluster>`;
  return new Map([
    [
      "conf/server.xml",
      `<Server port="8005" shutdown="SHUTDOWN"><Service name="Catalina"><Connector port="8080"/>
<Engine name="Catalina" defaultHost="localhost" jvmRoute="node${index + 1}">${cluster}
<Host name="localhost" appBase="webapps"/></Engine></Service></Server>\n`,
    ],
    ["conf/logging.properties", loggingProperties(layout)],
    ["webapps/ROOT/WEB-INF/web.xml", parts.webXml ?? webXml(line)],
    ["webapps/ROOT/index.jsp", parts.page ?? TEST_PAGE],
  ]);
}
