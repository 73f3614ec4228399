import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { workspaceOf } from "../../harness/workspace.ts";

/** A server.xml whose Cluster has this inside of its Channel. */
function server(channel = "", cluster = "", host = ""): string {
  return `<Server><Service name="Catalina"><Engine name="Catalina" defaultHost="localhost">
    <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" ${cluster}>
      <Channel className="org.apache.catalina.tribes.group.GroupChannel">${channel}</Channel>
    </Cluster>${host}</Engine></Service></Server>`;
}

const group = (address: string) =>
  `<Membership className="org.apache.catalina.tribes.membership.McastService" address="${address}" port="45564"/>`;

/** Only 7.0 and 8.0 have it. */
const DISPATCH_15 =
  '<Interceptor className="org.apache.catalina.tribes.group.interceptors.MessageDispatch15Interceptor"/>';

const member = (own: string, other: string) =>
  `<Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" address="${own}" port="4000"/>
   <Interceptor className="org.apache.catalina.tribes.group.interceptors.StaticMembershipInterceptor">
     <Member className="org.apache.catalina.tribes.membership.StaticMember" host="${other}" port="4000"/>
   </Interceptor>`;

const SITUATIONS: readonly {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  /** Each cluster as its name, what told it, and its files. */
  readonly clusters: readonly string[];
}[] = [
  {
    what: "folders that differ in a number",
    files: { "node1/conf/server.xml": server(), "node2/conf/server.xml": server() },
    clusters: ["228.0.0.4:45564 (neighbouring folders): node1/conf/server.xml node2/conf/server.xml"],
  },
  {
    what: "files that differ in a number",
    files: { "conf/server-1.xml": server(), "conf/server-2.xml": server() },
    clusters: ["228.0.0.4:45564 (neighbouring folders): conf/server-1.xml conf/server-2.xml"],
  },
  {
    what: "a multicast group of their own, wherever they are",
    files: { "seoul/conf/server.xml": server(group("239.1.2.3")), "busan/conf/server.xml": server(group("239.1.2.3")) },
    clusters: ["239.1.2.3:45564 (same multicast group): busan/conf/server.xml seoul/conf/server.xml"],
  },
  {
    what: "a multicast group beside an interceptor that only other lines have",
    files: {
      "seoul/conf/server.xml": server(group("239.1.2.3") + DISPATCH_15),
      "busan/conf/server.xml": server(group("239.1.2.3") + DISPATCH_15),
    },
    clusters: ["239.1.2.3:45564 (same multicast group): busan/conf/server.xml seoul/conf/server.xml"],
  },
  {
    what: "not by multicast beside an interceptor of a third party",
    files: {
      "seoul/conf/server.xml": server(`${group("239.1.2.3")}<Interceptor className="com.example.Own"/>`),
      "busan/conf/server.xml": server(`${group("239.1.2.3")}<Interceptor className="com.example.Own"/>`),
    },
    clusters: [],
  },
  {
    what: "static members that name each other",
    files: {
      "seoul/conf/server.xml": server(member("10.0.0.1", "10.0.0.2"), 'channelStartOptions="3"'),
      "busan/conf/server.xml": server(member("10.0.0.2", "10.0.0.1"), 'channelStartOptions="3"'),
    },
    clusters: ["busan (static members name each other): busan/conf/server.xml seoul/conf/server.xml"],
  },
  {
    what: "not the default multicast group, which everybody has",
    files: { "seoul/conf/server.xml": server(), "busan/conf/server.xml": server() },
    clusters: [],
  },
  {
    what: "not two versions of one node in a folder",
    files: {
      "conf/server-simple.xml": server(group("239.1.2.3")),
      "conf/server-backup.xml": server(group("239.1.2.3")),
    },
    clusters: [],
  },
  {
    what: "not Tomcats of two lines",
    files: { "tomcat9/conf/server.xml": server(), "tomcat10/conf/server.xml": server() },
    clusters: [],
  },
  {
    what: "not who shares a group under another clusterName",
    files: {
      "seoul/conf/server.xml": server(group("239.1.2.3"), 'clusterName="shop"'),
      "busan/conf/server.xml": server(group("239.1.2.3"), 'clusterName="mail"'),
    },
    clusters: [],
  },
  {
    what: "not two Hosts of one Tomcat",
    files: {
      "seoul/conf/server.xml": server(group("239.1.2.3")).replace(
        /(<Cluster[\s\S]*<\/Cluster>)/,
        '<Host name="a">$1</Host><Host name="b">$1</Host>',
      ),
      "other/conf/server.xml": "<Server><Service/></Server>",
    },
    clusters: [],
  },
  {
    what: "not a template",
    files: { "node1/conf/server.xml": server("{{ membership }}"), "node2/conf/server.xml": server() },
    clusters: [],
  },
];

describe("what belongs together", () => {
  for (const { what, files, clusters } of SITUATIONS) {
    test(what, async () => {
      const { all } = await workspaceOf(new Map(Object.entries(files)), "9.0").clusters();
      assert.deepEqual(
        all.map(({ name, how, sites }) => `${name} (${how.en}): ${sites.map(({ file }) => file.path).join(" ")}`),
        clusters,
      );
    });
  }
});
