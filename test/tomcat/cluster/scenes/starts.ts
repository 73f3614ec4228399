import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ADDRESSES } from "../network.ts";
import { HA, type Scene } from "./scene.ts";

/** Nodes that do not start, or not whole. */
export const STARTS: readonly Scene[] = [
  {
    name: "an address that is not of this machine",
    faults: ["address-not-here"],
    fails: true,
    node: (index) => (index === 0 ? {} : { receiver: 'address="192.168.56.99"' }),
  },
  {
    name: "a name that does not resolve",
    faults: ["name-unknown"],
    besides: ["receiver-address-unknown"],
    fails: true,
    node: (index) => (index === 0 ? {} : { receiver: 'address="no.such.host.invalid"' }),
  },
  {
    name: "a Receiver whose port is taken",
    faults: ["port-taken"],
    fails: true,
    // Its own Connector has it.
    node: (index) => (index === 0 ? {} : { receiver: 'address="192.168.56.8" port="8080" autoBind="1"' }),
  },
  {
    name: "parts that do not work beside a cluster that does",
    faults: [
      "replication-filter-invalid",
      ["ajp-secret", /Connector\["?ajp/i],
      ["port-taken", /Connector\["?http/i],
      ["port-taken", /shutdown port/],
      "load-not-told",
      "farm-misplaced",
      "manager-not-cluster",
    ],
    node: (index) =>
      index === 0
        ? {
            server: `<Listener className="${HA}.backend.HeartbeatListener" ProxyList="${ADDRESSES[1]}:8088"/>`,
            service: '<Connector protocol="AJP/1.3" port="8009" address="0.0.0.0" secretRequired="true"/>',
            more: `<Deployer className="${HA}.deploy.FarmWarDeployer" tempDir="temp" deployDir="webapps" watchDir="watch" watchEnabled="true"/>`,
            valve: `<Valve className="${HA}.tcp.ReplicationValve" filter="*.gif"/>`,
          }
        : {
            service: '<Connector port="8080"/>',
            // Its own Connector has it.
            shutdown: 8080,
            files: new Map([
              [
                "webapps/ROOT/META-INF/context.xml",
                '<Context><Manager className="org.apache.catalina.session.StandardManager"/></Context>',
              ],
            ]),
          },
    wait: 12_000,
  },
  {
    name: "an application that is not whole on one node",
    faults: ["application-not-started"],
    besides: ["manager-unknown", "state-no-context"],
    node: (index) => (index === 0 ? {} : { webXml: "<web-app><listener/></web-app-that-does-not-end>" }),
    async act({ visit }) {
      await visit(0);
      await visit(0, "apple");
    },
  },
  {
    name: "a full disk below FarmWarDeployer, a folder to watch that is not there, and a valve outside of the Cluster",
    faults: ["disk-full", "farm-file-failed", "manager-without-cluster"],
    besides: ["application-not-started", "component-failed"],
    node: (index) => ({
      inHost: true,
      engine: `<Valve className="${HA}.tcp.ReplicationValve"/>`,
      cluster: ' backgroundProcessorDelay="1"',
      more: `<Deployer className="${HA}.deploy.FarmWarDeployer" tempDir="farm" deployDir="webapps" watchDir="${index === 0 ? "watch" : "nowhere"}" watchEnabled="true" processDeployFrequency="1"/>`,
      files: new Map([
        ["watch/.keep", ""],
        ["farm/.keep", ""],
        // A file system of its own that is full at once; it goes with the process.
        ...(index === 0
          ? []
          : [["bin/setenv.sh", 'mount -t tmpfs -o size=16k tmpfs "$(dirname "$0")/../farm"\n'] as const]),
      ]),
    }),
    async act({ base }) {
      writeFileSync(join(base(0), "watch/shop.war"), randomBytes(200_000));
    },
    wait: 20_000,
  },
];
