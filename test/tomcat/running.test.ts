import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { readFixture } from "../harness/fixture.ts";
import { askTomcat } from "./oracle/oracle.ts";
import { describeOn, missingTomcat, started } from "./tomcats.ts";

/** An object of the running Tomcat; only what is looked at here. */
interface Live {
  readonly class: string;
  readonly optionFlag?: number;
}

interface LiveCluster extends Live {
  readonly clusterName: string;
  readonly channelSendOptions: number;
  readonly managerTemplate: Live;
  readonly channel: { readonly receiver: Live; readonly interceptors: readonly Live[] };
  readonly clusterListeners: readonly Live[];
}

interface LiveContainer extends Live {
  readonly cluster?: LiveCluster | null;
  readonly valves: readonly Live[];
  readonly children: readonly LiveContainer[];
}

interface Verdict {
  readonly start?: { readonly ok: boolean };
  readonly tree?: { readonly services: readonly { readonly engine: LiveContainer }[] };
}

const ruleFolder = fileURLToPath(new URL("../../server/src/rules/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tomcat-running-"));
after(() => rmSync(folder, { recursive: true }));

const namesOf = (objects: readonly Live[] = []) => objects.map((each) => each.class.replace(/.*\./, "")).join(" ");
const hostOf = (engine: LiveContainer) => engine.children[0];

/** What a fixture's page says of the running Tomcat, and how it looks there. */
const CLAIMS: readonly [fixture: string, claim: string, of: (engine: LiveContainer) => unknown, expected: unknown][] = [
  [
    "valve-outside-cluster/fixtures/default.xml",
    "the valve runs in the Engine and in the Host",
    (engine) => [engine, hostOf(engine)].map((each) => namesOf(each?.valves).includes("ReplicationValve")),
    [true, true],
  ],
  [
    "replication-valve-missing/fixtures/binder.xml",
    "no ReplicationValve is added",
    (engine) => namesOf(engine.valves),
    "JvmRouteBinderValve StandardEngineValve",
  ],
  [
    "jvm-route-binder-missing/fixtures/replication-only.xml",
    "no JvmRouteBinderValve is added",
    (engine) => namesOf(engine.valves),
    "ReplicationValve StandardEngineValve",
  ],
  [
    "interceptor-default-lost/fixtures/both.xml",
    "neither dispatcher nor failure detector is added",
    (engine) => /MessageDispatch|TcpFailureDetector/.test(namesOf(engine.cluster?.channel.interceptors)),
    false,
  ],
  [
    "multicast-default-group/fixtures/bare.xml",
    "where there is no interceptor, both are",
    (engine) => namesOf(engine.cluster?.channel.interceptors),
    "MessageDispatchInterceptor TcpFailureDetector",
  ],
  [
    "session-listener-missing/fixtures/deployer.xml",
    "no ClusterSessionListener is added",
    (engine) =>
      namesOf((engine.cluster ?? hostOf(engine)?.cluster)?.clusterListeners).includes("ClusterSessionListener"),
    false,
  ],
  [
    "session-listener-unused/fixtures/silent.xml",
    "a DeltaManager has the listener that is written once",
    (engine) => namesOf(engine.cluster?.clusterListeners),
    "ClusterSessionListener",
  ],
  [
    "cluster-in-engine-and-host/fixtures/both.xml",
    "both run",
    (engine) => [engine.cluster?.class, hostOf(engine)?.cluster?.class].map(Boolean),
    [true, true],
  ],
  ["send-options/fixtures/zero.xml", "the default stays", (engine) => engine.cluster?.channelSendOptions, 8],
  [
    "element-replaced/fixtures/manager.xml",
    "the last Manager is the one",
    (engine) => engine.cluster?.managerTemplate.class.replace(/.*\./, ""),
    "DeltaManager",
  ],
  [
    "interceptor-duplicate/fixtures/twice.xml",
    "both are in the chain",
    (engine) => namesOf(engine.cluster?.channel.interceptors),
    "MessageDispatchInterceptor TcpFailureDetector MessageDispatchInterceptor",
  ],
  ["send-options/fixtures/byte.xml", "the option is taken as it is", (engine) => engine.cluster?.channelSendOptions, 9],
];

for (const tomcat of started) {
  describeOn(tomcat, `Tomcat ${tomcat.release}, once it runs`, { skip: missingTomcat }, (test) => {
    const files = CLAIMS.map(([fixture], index) => {
      const path = join(folder, `${tomcat.release}-${index}.xml`);
      const { files } = readFixture(readFileSync(join(ruleFolder, fixture), "utf8"));
      writeFileSync(path, files.get("conf/server.xml") ?? "");
      return path;
    });
    const verdicts = missingTomcat ? [] : askTomcat<Verdict>(tomcat, "--start", "--timeout=30", ...files);

    for (const [index, [fixture, claim, of, expected]] of CLAIMS.entries()) {
      test(`${fixture.replace("/fixtures", "")}: ${claim}`, () => {
        const { start, tree } = verdicts[index] ?? {};
        const engine = tree?.services[0]?.engine;
        assert.ok(start?.ok && engine, JSON.stringify(start));
        assert.deepEqual(of(engine), expected);
      });
    }
  });
}
