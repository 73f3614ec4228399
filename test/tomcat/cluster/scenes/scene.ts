import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { TEST_PAGE } from "../../../../server/src/create/test-page.ts";
import { webXml } from "../../../../server/src/create/web-xml.ts";
import type { Change } from "../../../../server/src/schema/change.ts";
import type { Line } from "../../../../server/src/schema/lines.ts";
import type { RealTomcat } from "../../tomcats.ts";
import { loggingProperties } from "../logged.ts";
import type { Network, Place } from "../network.ts";
import type { Tomcat } from "../tomcat.ts";

export const TRIBES = "org.apache.catalina.tribes";
export const HA = "org.apache.catalina.ha";
/** How long a node runs on before its log is read, in milliseconds: nodes that never met are told by then. */
export const AWHILE = 17_000;

/** What a node's configuration is made of; where a part is left out, that of a sound cluster stands there. */
export interface Parts {
  /** Attributes of the Cluster, after a blank; of the Channel, the Membership and the Receiver. */
  readonly cluster?: string;
  readonly channel?: string;
  readonly membership?: string;
  readonly receiver?: string;
  /** The whole Membership, or nothing, in place of multicast on the node's own address. */
  readonly members?: string;
  readonly interceptors?: string;
  /** What stands in the place of TcpFailureDetector. */
  readonly detector?: string;
  readonly manager?: string;
  readonly valve?: string;
  /** True for a Cluster in the Host; it is in the Engine else. */
  readonly inHost?: boolean;
  readonly shutdown?: number;
  /** More in the Cluster, the Engine, the Service, the Server and the Host. */
  readonly more?: string;
  readonly engine?: string;
  readonly service?: string;
  readonly server?: string;
  readonly host?: string;
  /** The folder of the application; ROOT else. */
  readonly app?: string;
  readonly page?: string;
  readonly webXml?: string;
  readonly files?: ReadonlyMap<string, string>;
  /** Classes of the application by their names. */
  readonly classes?: ReadonlyMap<string, string>;
  readonly options?: readonly string[];
  /** Another Tomcat than the scene's. */
  readonly real?: RealTomcat;
}

/** A finding by its id, and where that alone does not name what was done, what it has to say. */
export type Told = string | readonly [id: string, text: RegExp];

export interface Scene {
  readonly name: string;
  /** The findings that name what was done, one for each fault; none for a healthy life. */
  readonly faults: readonly Told[];
  /** Others that may stand beside them. */
  readonly besides?: readonly string[];
  readonly node: (index: 0 | 1, tomcat: RealTomcat) => Parts;
  /** Before the nodes start, and between the starts of the first and the second. */
  readonly before?: (network: Network) => void;
  readonly between?: (network: Network) => Promise<void>;
  /** True where the second node need not come up. */
  readonly fails?: boolean;
  readonly act?: (nodes: Running) => Promise<void>;
  readonly wait?: number;
  /** What the second node's clock is ahead by, in seconds. */
  readonly ahead?: number;
  /** What a Tomcat must have for the scene; without it, all play it. */
  readonly change?: Change;
}

interface Running {
  readonly network: Network;
  readonly tomcats: readonly [Tomcat, Tomcat];
  readonly visit: (index: 0 | 1, entry?: string) => Promise<string>;
  /** The folder of a node's files. */
  readonly base: (index: 0 | 1) => string;
}

export const inPlace = (place: Place, ...words: readonly string[]) => {
  const [command = "", ...rest] = [...place.enter, ...words];
  const { status, stderr } = spawnSync(command, rest, { encoding: "utf8" });
  assert.equal(status, 0, stderr);
};
/** Drops what comes in, by a rule of nft. */
export const drop = (place: Place, what: string) => {
  inPlace(place, "nft", "add table inet t; add chain inet t in { type filter hook input priority 0 ; }");
  inPlace(place, "nft", `add rule inet t in ${what} drop`);
};
export const pass = (place: Place) => inPlace(place, "nft", "delete table inet t");
export const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export const encrypt = (key: string) =>
  `<Interceptor className="${TRIBES}.group.interceptors.EncryptInterceptor" encryptionKey="${key}"/>`;
export const KEYS = ["cafebabedeadbeefcafebabedeadbeef", "0123456789abcdef0123456789abcdef"] as const;
export const BACKUP = `<Manager className="${HA}.session.BackupManager"/>`;
/** Sessions that do not come are waited for no longer than this. */
const MANAGER = `<Manager className="${HA}.session.DeltaManager" stateTransferTimeout="3"/>`;

/** The files of a node in a scene. */
export function filesOf(
  { line, place, index, layout }: { line: Line; place: Place; index: 0 | 1; layout: string },
  parts: Parts,
): ReadonlyMap<string, string> {
  const { receiver = `address="${place.address}"`, membership = "", manager = MANAGER } = parts;
  const app = `webapps/${parts.app ?? "ROOT"}`;
  const members =
    parts.members ??
    `<Membership className="${TRIBES}.membership.McastService" bind="${place.address}" ${membership}/>`;
  const detector = parts.detector ?? `<Interceptor className="${TRIBES}.group.interceptors.TcpFailureDetector"/>`;
  const channel = `<Channel className="${TRIBES}.group.GroupChannel" ${parts.channel ?? ""}>
    ${members}
    <Receiver className="${TRIBES}.transport.nio.NioReceiver" ${receiver}/>
    <Sender className="${TRIBES}.transport.ReplicationTransmitter"/>
    ${parts.interceptors ?? ""}${detector}
    <Interceptor className="${TRIBES}.group.interceptors.MessageDispatchInterceptor"/>
  </Channel>`;
  const cluster = `<Cluster className="${HA}.tcp.SimpleTcpCluster"${parts.cluster ?? ""}>${manager}${channel}
    <Valve className="${HA}.tcp.ReplicationValve"/>${parts.valve ?? ""}${parts.more ?? ""}</Cluster>`;
  return new Map([
    [
      "conf/server.xml",
      `<Server port="${parts.shutdown ?? 8005}" shutdown="SHUTDOWN">${parts.server ?? ""}<Service name="Catalina"><Connector port="8080"/>
${parts.service ?? ""}<Engine name="Catalina" defaultHost="localhost" jvmRoute="node${index + 1}">${parts.engine ?? ""}${parts.inHost ? "" : cluster}
<Host name="localhost" appBase="webapps">${parts.inHost ? cluster : ""}${parts.host ?? ""}</Host></Engine></Service></Server>\n`,
    ],
    ["conf/logging.properties", loggingProperties(layout)],
    [`${app}/WEB-INF/web.xml`, parts.webXml ?? webXml(line)],
    [`${app}/index.jsp`, parts.page ?? TEST_PAGE],
    ...(parts.files ?? []),
  ]);
}
