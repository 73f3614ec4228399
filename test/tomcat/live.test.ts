import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe } from "node:test";
import { PROGRAM } from "../harness/shell.ts";
import { loggingOptions } from "./cluster/logged.ts";
import { makeNetwork, type Network } from "./cluster/network.ts";
import { filesOf } from "./cluster/scenes/scene.ts";
import { Browser, Tomcat, writeBase } from "./cluster/tomcat.ts";
import { describeOn, missingTomcat, type RealTomcat, started } from "./tomcats.ts";

const NO_NETWORK = "needs ip and the right to make network namespaces";
const PASSWORD = "not-to-be-seen";
const folder = mkdtempSync(join(tmpdir(), "tomcat-live-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The part of the manager application that is asked: its JMX proxy, behind the role the real one wants. */
const MANAGER = (
  line: string,
) => `<web-app xmlns="${line === "9.0" ? "http://xmlns.jcp.org/xml/ns/javaee" : "https://jakarta.ee/xml/ns/jakartaee"}">
  <servlet>
    <servlet-name>JMXProxy</servlet-name>
    <servlet-class>org.apache.catalina.manager.JMXProxyServlet</servlet-class>
  </servlet>
  <servlet-mapping><servlet-name>JMXProxy</servlet-name><url-pattern>/jmxproxy/*</url-pattern></servlet-mapping>
  <security-constraint>
    <web-resource-collection>
      <web-resource-name>JMX</web-resource-name>
      <url-pattern>/jmxproxy/*</url-pattern>
    </web-resource-collection>
    <auth-constraint><role-name>manager-jmx</role-name></auth-constraint>
  </security-constraint>
  <login-config><auth-method>BASIC</auth-method></login-config>
  <security-role><role-name>manager-jmx</role-name></security-role>
</web-app>
`;
const USERS = `<tomcat-users><user username="looker" password="${PASSWORD}" roles="manager-jmx"/></tomcat-users>\n`;

/** Values that both the file and JMX have: none of them may be said to differ while the file is as it was. */
const PARTS = {
  membership: 'port="45570" frequency="600" dropTime="4000"',
  channel: 'heartbeat="true" heartbeatSleeptime="4000"',
};
const RECEIVER = (address: string) =>
  `address="${address}" port="4010" autoBind="5" selectorTimeout="4000" maxThreads="9" minThreads="3" rxBufSize="40000" txBufSize="30000" tcpNoDelay="true" soKeepAlive="true" timeout="2500"`;

interface Live {
  readonly receivers: readonly { readonly node: string; readonly outcome: { readonly kind: string } }[];
  readonly nodes: readonly {
    readonly failed?: string;
    readonly release?: string;
    readonly clusters?: readonly { readonly members: readonly { readonly host: string; readonly port: number }[] }[];
    readonly applications?: readonly { readonly name: string; readonly sessions: number; readonly received: number }[];
  }[];
  readonly differences: readonly {
    readonly line: number;
    readonly attribute: string;
    readonly written: string;
    readonly running: string;
  }[];
  readonly wrong: readonly { readonly id: string; readonly message: string }[];
}

class Nodes {
  readonly network: Network;
  readonly #home = mkdtempSync(join(folder, "nodes-"));
  readonly tomcats: Tomcat[] = [];

  constructor(network: Network) {
    this.network = network;
  }

  path(index: 0 | 1): string {
    return join(this.#home, `node${index + 1}`, "conf", "server.xml");
  }

  async start(real: RealTomcat, index: 0 | 1): Promise<void> {
    const place = this.network.places[index];
    const parts = { ...PARTS, receiver: RECEIVER(place.address) };
    const files = new Map(
      filesOf({ line: real.line, place, index, layout: "org.apache.juli.OneLineFormatter" }, parts),
    );
    const realm = '<Realm className="org.apache.catalina.realm.MemoryRealm"/>';
    const options = 'channelSendOptions="8" heartbeatBackgroundEnabled="false"';
    const xml = (files.get("conf/server.xml") ?? "")
      .replace('jvmRoute="node', 'backgroundProcessorDelay="10" jvmRoute="node')
      .replace('SimpleTcpCluster">', `SimpleTcpCluster" ${options}>`)
      .replace("</Cluster>", `</Cluster>${realm}`);
    files.set("conf/server.xml", xml);
    files.set("conf/tomcat-users.xml", USERS);
    files.set("webapps/manager/META-INF/context.xml", '<Context privileged="true"/>');
    files.set("webapps/manager/WEB-INF/web.xml", MANAGER(real.line));
    const base = join(this.#home, `node${index + 1}`);
    writeBase(base, files);
    const tomcat = new Tomcat({ real, place, base, options: loggingOptions(base, "en") });
    this.tomcats[index] = tomcat;
    await tomcat.answers();
  }

  /** What the command says on the first machine. */
  live(password: string): { readonly status: number | null; readonly report: Live; readonly shown: string } {
    const urls = this.network.places.map(({ address }) => `http://${address}:8080/manager`);
    const [command = "", ...words] = this.network.places[0].enter;
    const program = [process.execPath, PROGRAM, "live", ...urls, "--conf", this.#home, "--format", "json"];
    const env = { ...process.env, LANG: "C", TOMCAT_MANAGER_USER: "looker", TOMCAT_MANAGER_PASSWORD: password };
    const { status, stdout, stderr } = spawnSync(command, [...words, ...program], { encoding: "utf8", env });
    assert.doesNotMatch(`${stdout}${stderr}`, new RegExp(PASSWORD));
    return { status, report: JSON.parse(stdout), shown: `${stdout}${stderr}` };
  }

  async end(): Promise<void> {
    await Promise.all(this.tomcats.map((each) => each.kill()));
    this.network.remove();
  }
}

describe("live", { concurrency: 1 }, () => {
  for (const tomcat of started) {
    describeOn(tomcat, `nodes of a real Tomcat ${tomcat.release}`, { skip: missingTomcat }, (check) => {
      check("tells members, sessions and what the files say otherwise; and what is gone", async (context) => {
        const network = makeNetwork();
        if (!network) {
          context.skip(NO_NETWORK);
          return;
        }
        const nodes = new Nodes(network);
        try {
          await nodes.start(tomcat, 0);
          await nodes.start(tomcat, 1);
          await Promise.all(nodes.tomcats.map((each) => each.says(/Replication member added/)));
          await new Browser(network.places[0]).visit(network.places[0].address, "first");
          await new Promise((resolve) => setTimeout(resolve, 1500));

          const { status, report, shown } = nodes.live(PASSWORD);
          assert.deepEqual([status, report.wrong, report.differences], [0, [], []], shown);
          assert.deepEqual(
            report.receivers.map(({ outcome }) => outcome.kind),
            ["open", "open"],
            shown,
          );
          const others = report.nodes.map((node) =>
            node.clusters?.[0]?.members.map(({ host, port }) => `${host}:${port}`),
          );
          const [one, two] = network.places.map(({ address }) => `${address}:4010`);
          assert.deepEqual(others, [[two], [one]], shown);
          assert.ok(
            report.nodes.every(({ release }) => release?.startsWith(tomcat.release.text)),
            shown,
          );
          const sessions = report.nodes.map(({ applications }) =>
            applications?.map((each) => [each.name, each.sessions]),
          );
          assert.deepEqual(sessions, [[["localhost/", 1]], [["localhost/", 1]]], shown);
          assert.ok((report.nodes[1]?.applications?.[0]?.received ?? 0) > 0, shown);

          const refused = nodes.live("wrong");
          assert.deepEqual(
            refused.report.nodes.map(({ failed }) => failed),
            ["401", "401"],
            refused.shown,
          );
          assert.equal(refused.status, 1);

          // Changed since the start: each is told, with its line, and nothing else.
          const before = readFileSync(nodes.path(1), "utf8");
          writeFileSync(nodes.path(1), before.replace('"8"', '"6"').replace('dropTime="4000"', '\ndropTime="9000"'));
          const changed = nodes.live(PASSWORD);
          assert.deepEqual(
            changed.report.differences.map(({ attribute, written, running }) => [attribute, written, running]),
            [
              ["channelSendOptions", "6", "8"],
              ["dropTime", "9000", "4000"],
            ],
            changed.shown,
          );
          const text = readFileSync(nodes.path(1), "utf8");
          const lineOf = (needle: string) => text.slice(0, text.indexOf(needle)).split("\n").length;
          assert.deepEqual(
            changed.report.differences.map(({ line }) => line),
            [lineOf("channelSendOptions"), lineOf("dropTime")],
          );
          writeFileSync(nodes.path(1), before);

          await nodes.tomcats[1]?.kill();
          const gone = nodes.live(PASSWORD);
          assert.deepEqual(
            gone.report.wrong.map(({ id }) => id),
            ["receiver-refused", "manager-failed"],
            gone.shown,
          );
          assert.equal(gone.report.nodes[1]?.failed, "ECONNREFUSED", gone.shown);
        } finally {
          await nodes.end();
        }
      });
    });
  }
});
