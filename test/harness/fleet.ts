import { mulberry32 } from "./random.ts";

/**
 * A fleet of clusters, made from a seed: the same seed makes the same files and the same faults in the same places.
 *
 * Every cluster has a folder with `node01/conf/server.xml` and so on. A node is clean as it is made; a fault changes
 * one node of a cluster.
 */
export interface Fleet {
  /** By path. */
  readonly files: ReadonlyMap<string, string>;
  /** What a check must find, and nothing else: `path rule`, sorted. */
  readonly planted: readonly string[];
}

const NODES_IN_A_CLUSTER = 20;

interface Node {
  readonly path: string;
  readonly jvmRoute: string;
  readonly group: string;
  readonly manager: string;
  readonly interceptors: string;
  readonly dropTime: number;
  readonly address: string;
}

/** A mistake in the node at `index` of a cluster, and the findings it makes. */
type Fault = (nodes: Node[], index: number) => readonly string[];

const at = (nodes: readonly Node[], index: number): Node => {
  const node = nodes[index];
  if (!node) throw new RangeError(`no node ${index}`);
  return node;
};

const FAULTS: readonly Fault[] = [
  (nodes, index) => {
    const other = at(nodes, (index + 1) % nodes.length);
    nodes[index] = { ...at(nodes, index), jvmRoute: other.jvmRoute };
    return [`${at(nodes, index).path} jvm-route-duplicate`, `${other.path} jvm-route-duplicate`];
  },
  (nodes, index) => {
    // Another half of the group's block, so that no cluster shares it.
    const group = at(nodes, index).group.replace(/^239\.(\d+)/, (_, second: string) => `239.${Number(second) + 128}`);
    nodes[index] = { ...at(nodes, index), group };
    return [`${at(nodes, index).path} multicast-group-differs`];
  },
  (nodes, index) => {
    nodes[index] = { ...at(nodes, index), manager: "BackupManager" };
    const { path } = at(nodes, index);
    return [`${path} manager-kind-differs`, `${path} session-listener-unused`];
  },
  (nodes, index) => {
    const gzip = '<Interceptor className="org.apache.catalina.tribes.group.interceptors.GzipInterceptor"/>';
    nodes[index] = { ...at(nodes, index), interceptors: gzip };
    return [`${at(nodes, index).path} interceptor-stack-differs`];
  },
  (nodes, index) => {
    nodes[index] = { ...at(nodes, index), dropTime: 300 };
    return [`${at(nodes, index).path} membership-drop-time`];
  },
];

/** A fleet of so many nodes; every third cluster has a fault. */
export function fleet(size: number, seed: number): Fleet {
  const random = mulberry32(seed);
  const files = new Map<string, string>();
  const planted: string[] = [];
  for (let cluster = 0; files.size < size; cluster++) {
    const name = `cluster${String(cluster).padStart(4, "0")}`;
    const count = Math.min(NODES_IN_A_CLUSTER, size - files.size);
    const nodes = Array.from({ length: count }, (_, index): Node => {
      const node = `node${String(index + 1).padStart(2, "0")}`;
      return {
        path: `${name}/${node}/conf/server.xml`,
        jvmRoute: node,
        group: `239.${1 + (cluster >> 14)}.${(cluster >> 7) & 127}.${1 + (cluster & 127)}`,
        manager: "DeltaManager",
        interceptors: "",
        dropTime: 3000,
        address: `10.${(cluster >> 8) & 255}.${cluster & 255}.${index + 1}`,
      };
    });
    const fault = FAULTS[Math.floor(random() * FAULTS.length)];
    if (cluster % 3 === 0 && fault && count > 2) planted.push(...fault(nodes, Math.floor(random() * count)));
    for (const node of nodes) files.set(node.path, serverXml(name, node));
  }
  return { files, planted: planted.sort() };
}

function serverXml(cluster: string, node: Node): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Server port="8005" shutdown="SHUTDOWN">
  <Listener className="org.apache.catalina.startup.VersionLoggerListener"/>
  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
  <Listener className="org.apache.catalina.mbeans.GlobalResourcesLifecycleListener"/>
  <Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener"/>
  <GlobalNamingResources>
    <Resource name="UserDatabase" auth="Container" type="org.apache.catalina.UserDatabase"
              factory="org.apache.catalina.users.MemoryUserDatabaseFactory" pathname="conf/tomcat-users.xml"/>
  </GlobalNamingResources>
  <Service name="Catalina">
    <Connector port="8080" protocol="HTTP/1.1" connectionTimeout="20000" redirectPort="8443"/>
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="${node.jvmRoute}">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="6" clusterName="${cluster}">
        <Manager className="org.apache.catalina.ha.session.${node.manager}" notifyListenersOnReplication="true"/>
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Membership className="org.apache.catalina.tribes.membership.McastService" address="${node.group}"
                      port="45564" frequency="500" dropTime="${node.dropTime}"/>
          <Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" address="${node.address}"
                    port="4000" autoBind="100" selectorTimeout="5000" maxThreads="6"/>
          <Sender className="org.apache.catalina.tribes.transport.ReplicationTransmitter">
            <Transport className="org.apache.catalina.tribes.transport.nio.PooledParallelSender"/>
          </Sender>
          ${node.interceptors}
          <Interceptor className="org.apache.catalina.tribes.group.interceptors.TcpFailureDetector"/>
          <Interceptor className="org.apache.catalina.tribes.group.interceptors.MessageDispatchInterceptor"/>
        </Channel>
        <Valve className="org.apache.catalina.ha.tcp.ReplicationValve" filter=""/>
        <Valve className="org.apache.catalina.ha.session.JvmRouteBinderValve"/>
        <ClusterListener className="org.apache.catalina.ha.session.ClusterSessionListener"/>
      </Cluster>
      <Realm className="org.apache.catalina.realm.LockOutRealm">
        <Realm className="org.apache.catalina.realm.UserDatabaseRealm" resourceName="UserDatabase"/>
      </Realm>
      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="true">
        <Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs" prefix="localhost_access_log"
               suffix=".txt" pattern="%h %l %u %t &quot;%r&quot; %s %b"/>
      </Host>
    </Engine>
  </Service>
</Server>
`;
}
