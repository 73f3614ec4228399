/** What a test wants of one node's server.xml; the rest is as it should be. */
export interface NodeSketch {
  /** `10.0.0.1:4000`, where its Receiver listens. */
  readonly receiver: string;
  /** The multicast group, `228.0.0.4:45564`. */
  readonly group?: string;
  /** The addresses of static members, and the uniqueId of each where it ends in another number than the address. */
  readonly members?: readonly string[];
  readonly manager?: string;
  readonly send?: number;
  /** What its DomainFilterInterceptor lets in and it announces. */
  readonly domain?: string;
  /** More interceptors, as XML. */
  readonly interceptors?: string;
}

const TRIBES = "org.apache.catalina.tribes";

/** Files of nodes by their folders: `{ node1: … }` makes `node1/conf/server.xml`. */
export function nodeFiles(nodes: Readonly<Record<string, NodeSketch>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(nodes).map(([name, node]) => [`${name}/conf/server.xml`, serverXml(name, node)]));
}

function serverXml(name: string, node: NodeSketch): string {
  const { receiver, group, members, manager = "DeltaManager", send = 8, domain, interceptors = "" } = node;
  const [address = "", port = ""] = receiver.split(":");
  const [groupAddress = "", groupPort = ""] = group?.split(":") ?? [];
  const filter =
    domain === undefined
      ? ""
      : `\n          <Interceptor className="${TRIBES}.group.interceptors.DomainFilterInterceptor" domain="${domain}"/>`;
  const announced = domain === undefined ? "" : ` domain="${domain}"`;
  const membership = group
    ? `<Membership className="${TRIBES}.membership.McastService" address="${groupAddress}" port="${groupPort}"${announced}/>`
    : "";
  const list = members
    ? `
          <Interceptor className="${TRIBES}.group.interceptors.StaticMembershipInterceptor">
            <LocalMember className="${TRIBES}.membership.StaticMember" uniqueId="${idOf(receiver)}"/>${members
              .map((member) => {
                const [host, at] = member.split(":");
                return `
            <Member className="${TRIBES}.membership.StaticMember" host="${host}" port="${at}" uniqueId="${idOf(member)}"/>`;
              })
              .join("")}
          </Interceptor>`
    : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<Server port="8005" shutdown="SHUTDOWN">
  <Service name="Catalina">
    <Connector port="8080" protocol="HTTP/1.1"/>
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="${name}">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="${send}"${members ? ' channelStartOptions="3"' : ""}>
        <Manager className="org.apache.catalina.ha.session.${manager}"/>
        <Channel className="${TRIBES}.group.GroupChannel">
          ${membership}
          <Receiver className="${TRIBES}.transport.nio.NioReceiver" address="${address}" port="${port}" autoBind="0"/>
          <Interceptor className="${TRIBES}.group.interceptors.TcpPingInterceptor"/>
          <Interceptor className="${TRIBES}.group.interceptors.TcpFailureDetector"/>${filter}${interceptors}
          <Interceptor className="${TRIBES}.group.interceptors.MessageDispatchInterceptor"/>${list}
        </Channel>
        <Valve className="org.apache.catalina.ha.tcp.ReplicationValve" filter=""/>
        <Valve className="org.apache.catalina.ha.session.JvmRouteBinderValve"/>
        <ClusterListener className="org.apache.catalina.ha.session.ClusterSessionListener"/>
      </Cluster>
      <Host name="localhost" appBase="webapps"/>
    </Engine>
  </Service>
</Server>
`;
}

/** A uniqueId of 16 bytes that ends in the address's last number and the port's last two digits. */
function idOf(address: string): string {
  const [host = "", port = "0"] = address.split(":");
  const last = Number(host.split(".").at(-1)) || 0;
  return `{${[...Array<number>(14).fill(0), last % 128, Number(port) % 100].join(",")}}`;
}
