import { join } from "node:path";
import type { Place } from "../tomcat/cluster/network.ts";
import { Tomcat, writeBase } from "../tomcat/cluster/tomcat.ts";
import type { RealTomcat } from "../tomcat/tomcats.ts";
import { COUNTING_PAGE } from "./visits.ts";

/** The secret of the AJP Connectors. */
export const SECRET = "s3cret";

/** How many sessions its node has, those of other nodes too; it begins none. */
const SESSIONS_PAGE = `<%@ page session="false" %><%
  javax.management.ObjectName name = new javax.management.ObjectName("Catalina:type=Manager,host=localhost,context=/");
  Object count = java.lang.management.ManagementFactory.getPlatformMBeanServer().getAttribute(name, "activeSessions");
%>node=<%= System.getProperty("node") %> count=<%= count %>`;

/** The application `told` learns from its balancer how a request came. */
const TOLD = `<Context>
  <Valve className="org.apache.catalina.valves.RemoteIpValve" protocolHeader="X-Forwarded-Proto"/>
</Context>`;

export interface PairOptions {
  readonly tomcat: RealTomcat;
  readonly places: readonly [Place, Place];
  readonly folder: string;
  readonly manager?: "DeltaManager" | "BackupManager";
  /** channelSendOptions, and mapSendOptions for a BackupManager. */
  readonly send?: number;
}

/** Two Tomcats that replicate, each with Connectors of every kind. */
export interface Pair {
  readonly nodes: readonly Tomcat[];
  end(): Promise<void>;
}

function serverXml(index: number, { places, manager = "DeltaManager", send = 6 }: PairOptions): string {
  const [own, other] = [places[index]?.address, places[1 - index]?.address];
  const id = (number: number) => `{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,${number}}`;
  const tribes = "org.apache.catalina.tribes";
  const map = manager === "BackupManager" ? ` mapSendOptions="${send}"` : "";
  return `<Server port="8005"><Service name="Catalina">
  <Connector port="8080" protocol="HTTP/1.1"/>
  <Connector port="8081" protocol="HTTP/1.1" address="127.0.0.1"/>
  <Connector port="8009" protocol="AJP/1.3" address="${own}" secret="${SECRET}"/>
  <Connector port="8010" protocol="AJP/1.3" secret="${SECRET}"/>
  <Engine name="Catalina" defaultHost="localhost" jvmRoute="node${index + 1}">
    <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="${send}" channelStartOptions="3">
      <Manager className="org.apache.catalina.ha.session.${manager}"${map}/>
      <Channel className="${tribes}.group.GroupChannel">
        <Receiver className="${tribes}.transport.nio.NioReceiver" address="${own}" port="4000" autoBind="0"/>
        <Interceptor className="${tribes}.group.interceptors.TcpPingInterceptor"/>
        <Interceptor className="${tribes}.group.interceptors.TcpFailureDetector"/>
        <Interceptor className="${tribes}.group.interceptors.MessageDispatchInterceptor"/>
        <Interceptor className="${tribes}.group.interceptors.StaticMembershipInterceptor">
          <LocalMember className="${tribes}.membership.StaticMember" uniqueId="${id(index + 1)}"/>
          <Member className="${tribes}.membership.StaticMember" host="${other}" port="4000" uniqueId="${id(2 - index)}"/>
        </Interceptor>
      </Channel>
    </Cluster>
    <Host name="localhost" appBase="webapps"/>
  </Engine>
</Service></Server>
`;
}

export async function startPair(options: PairOptions): Promise<Pair> {
  const { tomcat, places, folder } = options;
  const nodes: Tomcat[] = [];
  const end = async () => {
    await Promise.all(nodes.map((each) => each.kill()));
  };
  try {
    for (const [index, place] of places.entries()) {
      const base = join(folder, `node${index + 1}`);
      writeBase(
        base,
        new Map([
          ["conf/server.xml", serverXml(index, options)],
          ["webapps/ROOT/WEB-INF/web.xml", "<web-app><distributable/></web-app>"],
          ["webapps/ROOT/index.jsp", COUNTING_PAGE],
          ["webapps/ROOT/sessions.jsp", SESSIONS_PAGE],
          ["webapps/told/META-INF/context.xml", TOLD],
          ["webapps/told/WEB-INF/web.xml", "<web-app><distributable/></web-app>"],
          ["webapps/told/index.jsp", COUNTING_PAGE],
        ]),
      );
      const node = new Tomcat({ real: tomcat, place, base, options: [`-Dnode=node${index + 1}`] });
      nodes.push(node);
      // One after the other: two that ask each other for their sessions at once wait a minute for an answer.
      await node.started();
    }
    await Promise.all(nodes.map((each) => each.says(/Replication member added/)));
  } catch (error) {
    await end();
    throw error;
  }
  return { nodes, end };
}
