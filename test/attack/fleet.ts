import { INTERCEPTORS } from "./hostile.ts";

/** A workspace of so many nodes, of about the same size each: texts by path. */
export type Fleet = (count: number) => Readonly<Record<string, string>>;

/** What one node has at the places that nodes are compared at. */
interface Parts {
  readonly folder?: string;
  readonly top?: string;
  readonly connectors?: string;
  readonly route?: string;
  readonly cluster?: string;
  readonly channel?: string;
  readonly host?: string;
  readonly inside?: string;
  readonly valves?: string;
}

const TRIBES = "org.apache.catalina.tribes";

function node(index: number, parts: Parts): readonly [path: string, text: string] {
  return [
    `${parts.folder ?? `n${index}`}/conf/server.xml`,
    `<Server port="${10_000 + index}" shutdown="SHUTDOWN">${parts.top ?? ""}
<Service name="Catalina">${parts.connectors ?? `<Connector port="${20_000 + index}"/>`}
<Engine name="Catalina" defaultHost="localhost" jvmRoute="${parts.route ?? `r${index}`}">
<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" ${parts.cluster ?? ""}>
<Channel className="${TRIBES}.group.GroupChannel">${parts.channel ?? ""}</Channel>${parts.valves ?? ""}</Cluster>
<Host name="${parts.host ?? "localhost"}">${parts.inside ?? ""}</Host></Engine></Service></Server>`,
  ];
}

const nodes = (count: number, partsOf: (index: number) => Parts) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => node(index, partsOf(index))));

/** All of them in one cluster, whatever they say. */
const TOGETHER = { ".tomcat-cluster.json": JSON.stringify({ clusters: [{ name: "c", nodes: ["**"] }] }) };

const group = (address: string, more = "") =>
  `<Membership className="${TRIBES}.membership.McastService" address="${address}" ${more}/>`;
const receiver = (address: string, port: number, more = "") =>
  `<Receiver className="${TRIBES}.transport.nio.NioReceiver" address="${address}" port="${port}" ${more}/>`;
const interceptor = (name: string, more = "", inside = "") =>
  `<Interceptor className="${INTERCEPTORS}.${name}" ${more}>${inside}</Interceptor>`;
const id = (index: number) => `{0,0,0,0,0,0,0,0,0,0,0,0,0,0,${index >> 7},${index & 127}}`;
const member = (host: string, port: number, index: number) =>
  `<Member className="${TRIBES}.membership.StaticMember" host="${host}" port="${port}" uniqueId="${id(index)}"/>`;
const localMember = (index: number) =>
  `<LocalMember className="${TRIBES}.membership.StaticMember" uniqueId="${id(index)}"/>`;
const address = (index: number) => `10.0.${index >> 8}.${index & 255}`;

/** A static member that lists so many of those that come next. */
const listing = (index: number, count: number, addressOf: (index: number) => string, portOf = (_: number) => 4000) => ({
  channel:
    receiver(addressOf(index), portOf(index)) +
    interceptor(
      "StaticMembershipInterceptor",
      "",
      localMember(index) +
        [1, 2, 3]
          .map((step) => (index + step) % count)
          .map((next) => member(addressOf(next), portOf(next), next))
          .join(""),
    ),
  cluster: 'channelStartOptions="3"',
});

const webXml = (index: number) =>
  `<web-app><distributable/><session-config><cookie-config><name>c${index}</name></cookie-config></session-config></web-app>`;

/** Applications in the nodes of a cluster: so many in each, each with its web.xml. */
function applications(count: number, ofNode: number, nameOf: (node: number, application: number) => string) {
  const texts: Record<string, string> = { ...nodes(count, () => ({ channel: group("228.0.0.9") })) };
  for (let index = 0; index < count; index++) {
    for (let each = 0; each < ofNode; each++) {
      texts[`n${index}/webapps/${nameOf(index, each)}/WEB-INF/web.xml`] = webXml(0);
    }
  }
  return texts;
}

/** Nodes of one cluster, of many clusters, and of what is in front of them, in numbers made to cost much. */
export const FLEETS: Readonly<Record<string, Fleet>> = {
  "nodes that are alike": (count) => nodes(count, () => ({ channel: group("228.0.0.9") })),
  "nodes of which each says otherwise": (count) => ({
    ...TOGETHER,
    ...nodes(count, (index) => ({
      host: `h${index}`,
      cluster: `clusterName="c${index}" channelSendOptions="${index}"`,
      channel:
        group(`228.0.${index >> 8}.${index & 255}`, `domain="d${index}"`) +
        interceptor("DomainFilterInterceptor", `domain="d${index}"`) +
        interceptor("EncryptInterceptor", `encryptionKey="${index.toString(16).padStart(32, "0")}"`),
    })),
  }),
  "nodes that say one of two things": (count) => ({
    ...TOGETHER,
    ...nodes(count, (index) => ({
      route: `r${index >> 1}`,
      host: `h${index & 1}`,
      cluster: `clusterName="c${index & 1}" channelSendOptions="${index & 1 ? 6 : 8}"`,
      channel: group(`228.0.0.${index & 1}`, `domain="d${index & 1}"`),
    })),
  }),
  "nodes that filter one domain": (count) =>
    nodes(count, (index) => ({
      channel:
        group("228.0.0.9", 'domain="d"') + (index & 1 ? interceptor("DomainFilterInterceptor", 'domain="d"') : ""),
    })),
  "nodes that say one thing but the last": (count) => ({
    ...TOGETHER,
    ...nodes(count, (index) => ({
      host: index === count - 1 ? "other" : "localhost",
      channel: group("228.0.0.9"),
    })),
  }),
  "nodes of one route": (count) => nodes(count, () => ({ route: "r", channel: group("228.0.0.9") })),
  "nodes on one machine": (count) =>
    nodes(count, (index) => ({
      channel: group("228.0.0.9", 'localLoopbackDisabled="true"') + receiver("10.0.0.1", 4000 + index),
    })),
  "nodes at one port": (count) =>
    nodes(count, () => ({ channel: group("228.0.0.9") + receiver("10.0.0.1", 4000, 'autoBind="0"') })),
  "nodes whose ports are taken twice": (count) =>
    nodes(count, () => ({
      connectors: '<Connector port="8080"/>',
      channel: group("228.0.0.9") + receiver("10.0.0.1", 8080, 'autoBind="0"'),
    })),
  "nodes without ports and ids": (count) =>
    nodes(count, (index) => ({
      channel:
        receiver("10.0.0.1", 0) +
        interceptor(
          "StaticMembershipInterceptor",
          "",
          [1, 2]
            .map((each) => member("10.0.0.1", 4000 + index, 0).replace(/\{.*\}/, each === 1 ? "{1}" : id(1)))
            .join(""),
        ),
      cluster: 'channelStartOptions="3"',
    })),
  "nodes without a jvmRoute": (count) => ({
    ...nodes(count, () => ({
      cluster: 'channelSendOptions="8"',
      channel: group("228.0.0.9"),
      valves: '<Valve className="org.apache.catalina.ha.session.JvmRouteBinderValve"/>',
      route: "",
    })),
    "a.conf": balancer("a", count, (index) => `http://n${index}:${20_000 + index} route=x${index}`),
  }),
  "static members in a ring": (count) => nodes(count, (index) => listing(index, count, address)),
  "static members on one machine": (count) =>
    nodes(count, (index) =>
      listing(
        index,
        count,
        () => "10.0.0.1",
        (each) => 4000 + each,
      ),
    ),
  "static members of other ports": (count) =>
    nodes(count, (index) => ({
      ...listing(
        index,
        count,
        () => "10.0.0.1",
        (each) => 4000 + 200 * each,
      ),
      channel:
        receiver("10.0.0.1", 4000, 'autoBind="0"') +
        interceptor("StaticMembershipInterceptor", "", member("10.0.0.1", 5000 + index, index)),
    })),
  "static members of one name": (count) =>
    nodes(count, (index) => ({
      channel:
        receiver(address(index), 4000) +
        interceptor("StaticMembershipInterceptor", "", localMember(1) + member("10.1.1.1", 4000, 1)),
      folder: `cluster/node${index}`,
    })),
  "clusters in one multicast group": (count) => ({
    ...nodes(count, (index) => ({
      folder: `c${index >> 1}x/n${index}`,
      cluster: `clusterName="c${index >> 1}"`,
      channel: group("228.0.0.9"),
    })),
  }),
  "clusters a configuration names": (count) => ({
    ".tomcat-cluster.json": JSON.stringify({
      clusters: Array.from({ length: count / 2 }, (_, index) => ({
        name: `c${index}`,
        nodes: [`c${index}x/**`],
      })),
    }),
    ...nodes(count, (index) => ({ folder: `c${index >> 1}x/n${index}`, channel: group("228.0.0.9") })),
  }),
  "applications of one name on all nodes": (count) => applications(count, 2, (_, each) => `a${each}`),
  "applications of their own on each node": (count) => applications(count, 2, (index, each) => `a${index}-${each}`),
  "applications on two nodes": (count) => applications(2, count, (_, each) => `a${each}`),
  "applications on two nodes, in two versions": (count) =>
    applications(2, count, (index, each) => `a${each}##${index}`),
  "applications with contexts": (count) => ({
    ...applications(2, count, (_, each) => `a${each}`),
    ...Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `n0/conf/Catalina/localhost/a${index}.xml`,
        '<Context><Manager className="org.apache.catalina.session.StandardManager"/></Context>',
      ]),
    ),
  }),
  "a balancer of all nodes": (count) => ({
    ...nodes(count, () => ({ channel: group("228.0.0.9") })),
    "a.conf": balancer("a", count, (index) => `http://n${index}:${20_000 + index} route=x${index}`),
  }),
  "a balancer of one node's Connectors": (count) => ({
    ...nodes(2, (index) => ({
      connectors: Array.from(
        { length: count },
        (_, each) => `<Connector port="${20_000 + each}" protocol="AJP/1.3" secret="s"/>\n`,
      ).join(""),
      channel: group("228.0.0.9") + receiver(address(index), 4000),
    })),
    "a.conf": balancer("a", count, (index) => `ajp://n0:${20_000 + index} route=x${index} secret=t`),
    "b.conf": balancer("b", count, (index) => `ajp://n1:${10_000 + index} route=r1`),
  }),
  "balancers of two nodes": (count) => ({
    ...nodes(2, () => ({ channel: group("228.0.0.9") })),
    ...Object.fromEntries(
      Array.from({ length: count }, (_, each) => [
        `f${each}.conf`,
        balancer("a", 2, (index) => `http://n${index}:${20_000 + index}`),
      ]),
    ),
  }),
  "balancers of nodes on their own machine": (count) => ({
    ...nodes(count, (index) => ({
      connectors: '<Connector port="8080"/>',
      folder: `c${index >> 1}x/n${index}`,
      channel: group(`228.0.${index >> 9}.${(index >> 1) & 255}`),
    })),
    ...Object.fromEntries(
      Array.from({ length: count }, (_, each) => [`f${each}.conf`, balancer("a", 2, () => "http://127.0.0.1:8080")]),
    ),
  }),
};

function balancer(name: string, count: number, memberOf: (index: number) => string): string {
  const members = Array.from({ length: count }, (_, index) => `BalancerMember ${memberOf(index)}\n`).join("");
  return `<Proxy balancer://${name}>\n${members}</Proxy>\nProxyPass / balancer://${name}/ stickysession=JSESSIONID\n`;
}
