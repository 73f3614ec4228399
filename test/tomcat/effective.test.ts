import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, describe, test } from "node:test";
import { effectiveOf } from "../../server/src/config/effective/effective.ts";
import type { EffectiveObject } from "../../server/src/config/effective/model.ts";
import { readConfigFile } from "../../server/src/config/file.ts";
import { Release } from "../../server/src/schema/release.ts";
import { expand, snippetsIn } from "../harness/snippets.ts";
import { jarsOf, missingTomcat, type PackagedLine, packagedLines } from "./jars.ts";
import { askTomcat } from "./oracle/oracle.ts";

/** An object of the running Tomcat, as oracle/Tree.java prints it. */
interface Live {
  readonly element: string;
  readonly class: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** What starting it changed. */
  readonly changed: Readonly<Record<string, unknown>>;
  readonly children: readonly Live[];
  /** The classes of all valves of a container, in the order they are called. */
  readonly pipeline?: readonly string[];
}

interface Verdict {
  readonly start?: { readonly ok: boolean; readonly exception?: unknown };
  readonly objects?: Live;
}

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

const kubernetes = snippetsIn("tomcat-cluster.json")["Cluster in Kubernetes"];

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

/** What cannot be compared, by class and attribute, and why. */
const NOT_COMPARED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["Connector#discardFacades", "RemoteIpValve#internalProxies"].map((key) => [
      key,
      "the default changed within the line, and the schema knows of such changes in the cluster's classes only",
    ]),
  ),
  ...Object.fromEntries(
    ["maxQueueSize", "noCompressionEncodings", "strictSni", "threadsMaxIdleTime", "useVirtualThreads"].map((name) => [
      `Connector#${name}`,
      "the schema does not know since which release a protocol has an attribute",
    ]),
  ),
  "Connector#executor": "the getter answers with the Executor itself, not with its name",
};

/** What Tomcat sets while it starts; everything else is compared as it was once the file had been read. */
const SET_AT_START = new Set(["Channel#heartbeat", "Connector#maxKeepAliveRequests"]);

const folder = mkdtempSync(join(tmpdir(), "tomcat-effective-"));
after(() => rmSync(folder, { recursive: true }));

/** An object in short, with how deep it lies: `/Server[1]/Service[1]/Engine[1]`. */
interface Row {
  readonly path: string;
  readonly className: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function* ours(object: EffectiveObject, path: string): Generator<Row> {
  const attributes = object.attributes.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]));
  yield { path, className: object.className ?? "?", attributes: Object.fromEntries(attributes) };
  for (const [child, place] of numbered(object.children, path)) yield* ours(child, place);
}

function* theirs(live: Live, path: string): Generator<Row> {
  const changed = Object.entries(live.changed).filter(([name]) => SET_AT_START.has(`${live.element}#${name}`));
  const attributes = Object.entries({ ...live.attributes, ...Object.fromEntries(changed) }).flatMap(([name, value]) =>
    value === null ? [] : [[name, text(value)]],
  );
  yield { path, className: live.class, attributes: Object.fromEntries(attributes) };
  for (const [child, place] of numbered(live.children, path)) yield* theirs(child, place);
}

interface Shaped {
  readonly element: string;
  readonly children: readonly unknown[];
}

function* numbered<T extends Shaped>(children: readonly T[], path: string): Generator<[T, string]> {
  const counts = new Map<string, number>();
  for (const child of children) {
    // Its other files have their say in a Context; the text of an Alias makes no object; naming resources are always
    // there, and empty where none are written.
    if (["Context", "Alias"].includes(child.element)) continue;
    if (child.element === "GlobalNamingResources" && child.children.length === 0) continue;
    const count = (counts.get(child.element) ?? 0) + 1;
    counts.set(child.element, count);
    yield [child, `${path}/${child.element}[${count}]`];
  }
}

/** The pipelines of all containers, by path. */
function* pipelines({ pipeline, children }: Live, path: string): Generator<[string, readonly string[]]> {
  if (pipeline) yield [path, pipeline];
  for (const [child, place] of numbered(children, path)) yield* pipelines(child, place);
}

/** The valves of a container in the order we say: its own, the Cluster's, and the one that ends the pipeline. */
function valves(tree: EffectiveObject, path: string): readonly string[] {
  let container: EffectiveObject | undefined = tree;
  for (const step of path.split("/").slice(2)) {
    container = [...numbered<EffectiveObject>(container?.children ?? [], "")].find(
      ([, place]) => place === `/${step}`,
    )?.[0];
  }
  const of = (object: EffectiveObject | undefined) =>
    (object?.children ?? []).flatMap(({ element, className }) => (element === "Valve" ? [className ?? "?"] : []));
  const own = of(container);
  const clusters = of(container?.children.find(({ element }) => element === "Cluster"));
  return [...own.slice(0, -1), ...clusters, ...own.slice(-1)];
}

/** A value of a getter as the text one would write. */
function text(value: unknown): string {
  return `${value}`.replace(/^\{.*\}$/, (bytes) => bytes.replaceAll(" ", ""));
}

function releaseOf(line: PackagedLine): Release | undefined {
  return Release.parse(/-(\d[\d.]*)\.jar$/.exec(basename(jarsOf(line)[0] ?? ""))?.[1] ?? "");
}

for (const line of packagedLines) {
  const version = { line, release: releaseOf(line) };
  const names = Object.keys(SAMPLES);
  const trees = names.map((name) => {
    const file = readConfigFile("conf/server.xml", SAMPLES[name] ?? "", version);
    const tree = file && effectiveOf(file);
    assert.ok(tree, name);
    return tree;
  });

  describe(`what Tomcat ${line} runs is what we show`, { skip: missingTomcat }, () => {
    const files = names.map((name, index) => {
      const path = join(folder, `${line}-${index}.xml`);
      writeFileSync(path, SAMPLES[name] ?? "");
      return path;
    });
    const attributes = new Map<string, Set<string>>();
    for (const row of trees.flatMap((tree) => [...ours(tree, "/Server")])) {
      const known = attributes.get(row.className) ?? new Set();
      for (const name of Object.keys(row.attributes)) known.add(name);
      attributes.set(row.className, known);
    }
    const list = join(folder, `${line}.txt`);
    writeFileSync(list, [...attributes].map(([name, all]) => [name, ...all].join(" ")).join("\n"));
    const verdicts = missingTomcat
      ? []
      : askTomcat<Verdict>(line, "--start", "--no-tree", "--timeout=60", `--attributes=${list}`, ...files);

    for (const [index, name] of names.entries()) {
      test(name, (context) => {
        const { start, objects } = verdicts[index] ?? {};
        const tree = trees[index];
        assert.ok(start?.ok && objects && tree, JSON.stringify(start));
        const mine = new Map([...ours(tree, "/Server")].map((row) => [row.path, row]));
        const real = new Map([...theirs(objects, "/Server")].map((row) => [row.path, row]));
        const classes = (rows: ReadonlyMap<string, Row>) =>
          [...rows.values()].map((row) => `${row.path} ${row.className}`);
        const there = new Set(classes(real));
        const here = new Set(classes(mine));
        assert.deepEqual(
          {
            missing: [...there].filter((each) => !here.has(each)),
            invented: [...here].filter((each) => !there.has(each)),
          },
          { missing: [], invented: [] },
        );
        const wrong: string[] = [];
        let compared = 0;
        for (const [path, { className, attributes }] of mine) {
          for (const [attribute, value] of Object.entries(attributes)) {
            const key = `${className.replace(/.*\./, "")}#${attribute}`;
            if (NOT_COMPARED[key] !== undefined) continue;
            compared++;
            // An empty text and none are the same to whoever writes the file.
            const there = real.get(path)?.attributes[attribute] ?? (value === "" ? "" : undefined);
            if (there !== value) wrong.push(`${key} (${path}): ${value}, really ${there}`);
          }
        }
        for (const [path, pipeline] of pipelines(objects, "/Server")) assert.deepEqual(valves(tree, path), pipeline);
        context.diagnostic(`${mine.size} objects, ${compared} attributes`);
        assert.deepEqual(wrong, []);
      });
    }
  });
}
