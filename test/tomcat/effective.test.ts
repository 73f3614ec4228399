import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { readFixture } from "../harness/fixture.ts";
import { expand, snippetsIn } from "../harness/snippets.ts";
import { askForObjects, compare } from "./live.ts";
import { mutantsOf } from "./mutants/mutate.ts";
import { COUNT, SEED, seeds } from "./mutants/seeds.ts";
import { describeOn, missingTomcat, started } from "./tomcats.ts";

const here = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");

function server(inEngine: string, inHost = "", elsewhere = ""): string {
  return `<Server port="-1" shutdown="SHUTDOWN">
  <Service name="Catalina">${elsewhere}
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1">
      ${inEngine}
      <Host name="localhost" appBase="webapps">${inHost}</Host>
    </Engine>
  </Service>
</Server>`;
}

const SIMPLE = 'className="org.apache.catalina.ha.tcp.SimpleTcpCluster"';
const INTERCEPTORS = "org.apache.catalina.tribes.group.interceptors";

/** Addresses of the examples' network are this machine here, so that the receivers can listen. */
const onThisMachine = (text: string) => text.replace(/192\.168\.56\.\d+/g, "127.0.0.1");

const kubernetes = snippetsIn("clusters.json")["Cluster in Kubernetes"];

/** Whole configurations by name. */
const SAMPLES: Readonly<Record<string, string>> = {
  "examples/node1": onThisMachine(here("../../examples/node1/conf/server.xml")),
  // As it is written, multicast is on beside static members, and Tomcat refuses that.
  "examples/node2": onThisMachine(here("../../examples/node2/conf/server.xml")).replace(
    'channelSendOptions="6"',
    'channelSendOptions="6" channelStartOptions="3"',
  ),
  "the post's multicast cluster": server(onThisMachine(here("../fixtures/post/cluster-multicast.xml"))),
  "the post's static cluster": server(onThisMachine(here("../fixtures/post/cluster-static.xml"))),
  "an empty Cluster in the Engine": server(`<Cluster ${SIMPLE}/>`),
  "an empty Cluster in the Host": server("", `<Cluster ${SIMPLE}/>`),
  "no Cluster": server(""),
  "a BackupManager": server(
    `<Cluster ${SIMPLE} channelSendOptions="sync,use_ack">
      <Manager className="org.apache.catalina.ha.session.BackupManager" mapSendOptions="6" terminateOnStartFailure="yes"/>
    </Cluster>`,
  ),
  "a cluster in Kubernetes": server(kubernetes ? expand(kubernetes) : ""),
  "one interceptor, one valve, one listener": server(
    `<Cluster ${SIMPLE} channelSendOptions="0" heartbeatBackgroundEnabled="true">
      <Channel className="org.apache.catalina.tribes.group.GroupChannel">
        <Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" Port="4100" maxThreads="many"/>
        <Interceptor className="${INTERCEPTORS}.ThroughputInterceptor"/>
      </Channel>
      <Valve className="org.apache.catalina.ha.session.JvmRouteBinderValve" enabled="1"/>
      <Valve className="org.apache.catalina.valves.AccessLogValve"/>
      <ClusterListener className="org.apache.catalina.ha.session.ClusterSessionListener"/>
    </Cluster>
    <Valve className="org.apache.catalina.valves.RemoteIpValve"/>`,
  ),
  "only valves that are dropped": server(
    `<Cluster ${SIMPLE} clusterName="shop"><Valve className="org.apache.catalina.valves.AccessLogValve"/></Cluster>`,
  ),
  "what is rejected, replaced and ignored": server(
    `<Cluster ${SIMPLE}/>
    <Realm className="org.apache.catalina.realm.LockOutRealm" failureCount="x">
      <Realm className="org.apache.catalina.realm.MemoryRealm"/>
    </Realm>
    <Cluster ${SIMPLE} channelSendOptions="fast">
      <Channel className="org.apache.catalina.tribes.group.GroupChannel" heartbeat="TRUE">
        <Membership className="org.apache.catalina.tribes.membership.McastService" frequency="+400" dropTime=" 1"/>
        <Membership className="org.apache.catalina.tribes.membership.McastService" port="45599" prot="1"/>
        <Sender className="org.apache.catalina.tribes.transport.ReplicationTransmitter"/>
        <Interceptor className="${INTERCEPTORS}.TcpFailureDetector"/>
        <Interceptor className="${INTERCEPTORS}.MessageDispatchInterceptor" maxQueueSize="1,000"/>
      </Channel>
      <Reciever port="4000"/>
    </Cluster>`,
    `<Alias>www.example.com</Alias>
     <Valve className="org.apache.catalina.valves.ErrorReportValve" showReport="false"/>`,
    `<Executor name="shared" maxThreads="50"/>
     <Connector port="8080" executor="shared" maxThreads="10" maxKeepAliveRequests="50"/>
     <Connector port="8009" protocol="AJP/1.3" secretRequired="false"/>
     <Connector port="8081" executor="nobody's" protocol="org.apache.coyote.http11.Http11Nio2Protocol">
       <UpgradeProtocol className="org.apache.coyote.http2.Http2Protocol"/>
     </Connector>`,
  ),
  "what Debian ships": shippedByDebian(),
};

/** The plain server.xml of Debian's Tomcat, whichever is installed. */
function shippedByDebian(): string {
  for (const name of ["tomcat10", "tomcat9"]) {
    try {
      return here(`/usr/share/${name}/skel/conf/server.xml`);
    } catch {
      // The other one may be there.
    }
  }
  return server("");
}

const rules = fileURLToPath(new URL("../../server/src/rules/", import.meta.url));

/** Every server.xml of the rules' fixtures: what people write, right and wrong. */
const fixtures = readdirSync(rules, { recursive: true, encoding: "utf8" })
  // Members whose ids no file tells are the same to this Tomcat, which keeps one; with the ids there are two.
  .filter((name) => name.endsWith(".xml") && !/member-duplicate.*placeholder-ids/.test(name))
  .sort()
  .flatMap((name) => [...readFixture(readFileSync(join(rules, name), "utf8")).files])
  .flatMap(([path, text]) => (/server[^/]*\.xml$/.test(path) ? [text] : []));

const folder = mkdtempSync(join(tmpdir(), "tomcat-effective-"));
after(() => rmSync(folder, { recursive: true }));

for (const tomcat of started) {
  describeOn(tomcat, `what Tomcat ${tomcat.release} runs is what we show`, { skip: missingTomcat }, (test) => {
    const pairs = missingTomcat ? [] : askForObjects(tomcat, Object.values(SAMPLES), true, folder);
    for (const [index, name] of Object.keys(SAMPLES).entries()) {
      test(name, (context) => {
        const { tree, verdict } = pairs[index] ?? {};
        assert.ok(tree && verdict?.start?.ok && verdict.objects, JSON.stringify(verdict?.start));
        const { objects, attributes, differences } = compare(tree, verdict.objects, true);
        context.diagnostic(`${objects} objects, ${attributes} attributes`);
        assert.deepEqual(differences, []);
      });
    }
  });

  describeOn(tomcat, `what Tomcat ${tomcat.release} reads is what we show`, { skip: missingTomcat }, (test) => {
    const kinds: readonly [string, () => readonly string[]][] = [
      ["every object and attribute of the rules' fixtures", () => fixtures],
      [
        `every object and attribute of ${COUNT} mutants`,
        () => mutantsOf(seeds, tomcat.line, COUNT, SEED).map(({ text }) => text),
      ],
    ];
    for (const [name, textsOf] of kinds) {
      test(name, (context) => {
        const texts = textsOf();
        const differences: string[] = [];
        let read = 0;
        let compared = 0;
        for (const [index, { tree, verdict }] of askForObjects(tomcat, texts, false, folder).entries()) {
          if (!verdict.parsed || !verdict.objects || !tree) continue;
          const comparison = compare(tree, verdict.objects, false);
          read++;
          compared += comparison.attributes;
          differences.push(...comparison.differences.map((each) => `${each}\n${texts[index]}`));
        }
        context.diagnostic(`${read} of ${texts.length} that Tomcat reads, ${compared} attributes`);
        assert.ok(read > texts.length / 2, `${read} read`);
        assert.equal(differences.length, 0, differences.slice(0, 5).join("\n\n"));
      });
    }
  });
}
