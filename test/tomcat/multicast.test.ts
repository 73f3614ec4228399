import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ALL, describeOn, missingTomcat, newest, started } from "./tomcats.ts";

/** The post's first node; real inside the namespace only. */
const ADDRESS = "192.168.56.7";

/** A network of its own for one command, in which multicast works and from which nothing leaves. */
const NETWORK = [
  "ip link set lo up",
  "ip link add node0 type veth peer name node1",
  `ip addr add ${ADDRESS}/24 dev node0`,
  "ip link set node0 up",
  "ip link set node1 up",
  "ip route add 224.0.0.0/4 dev node0",
].join(" && ");

const program = fileURLToPath(new URL("Multicast.java", import.meta.url));
const isolated = spawnSync("unshare", ["--net", "sh", "-c", NETWORK]).status === 0;
const skip =
  missingTomcat || (isolated ? false : "multicast: needs unshare, ip and the right to make a network namespace");

interface Outcome {
  /** How long the second one took to start, in milliseconds. */
  readonly start: number;
  /** How many members each sees at the end. */
  readonly seen: readonly number[];
  /** How often the first one lost sight of a member. */
  readonly lost: number;
}

async function run(jars: readonly string[], seconds: number, first: string, second: string): Promise<Outcome> {
  // Without the flag a JVM sends from an IPv6 socket, which a network without an IPv6 multicast route refuses.
  const java = ["java", "-Djava.net.preferIPv4Stack=true", `-Daddress=${ADDRESS}`, "-cp", jars.join(":"), program];
  const command = `${NETWORK} && exec "$@"`;
  const words = ["--net", "sh", "-c", command, "sh", ...java, `${seconds}`, first, second];
  const { stdout } = await promisify(execFile)("unshare", words);
  const [start = Number.NaN, one = Number.NaN, other = Number.NaN, , lost = Number.NaN] = stdout.split(" ").map(Number);
  return { start, seen: [one, other], lost };
}

for (const tomcat of ALL ? started : newest) {
  describeOn(tomcat, `two nodes of Tomcat ${tomcat.release} on one network`, { skip, concurrency: 4 }, (test) => {
    const { jars } = tomcat;

    for (const [what, first, second, seen] of [
      ["of the default group meet (multicast-default-group)", "port=45564", "port=45564", [1, 1]],
      ["with different ports do not", "port=45564", "port=45565", [0, 0]],
      ["with different addresses do not", "address=228.0.0.4", "address=228.0.0.5", [0, 0]],
      ["with different domains meet all the same", "domain=blue", "domain=green", [1, 1]],
      ["that leave out loopback do not", "localLoopbackDisabled=true", "localLoopbackDisabled=true", [0, 0]],
    ] as const) {
      test(`${what}`, async () => assert.deepEqual((await run(jars, 1, first, second)).seen, seen));
    }

    test("keep losing each other when dropTime is below frequency (membership-drop-time)", async () => {
      const short = "frequency=1000,dropTime=500";
      const settings = [short, "frequency=500,dropTime=3000", `${short},detector=true`];
      // On a busy machine heartbeats come late, so it takes a while until some are lost.
      const [alone, usual, detected] = await Promise.all(settings.map((each) => run(jars, 15, each, each)));
      assert.ok((alone?.lost ?? 0) >= 2, `${alone?.lost}`);
      assert.equal(usual?.lost, 0);
      // A TcpFailureDetector tries a connection first, and keeps who answers.
      assert.deepEqual([detected?.lost, detected?.seen], [0, [1, 1]]);
    });

    test("start four heartbeats long (multicast-frequency)", async () => {
      const { start } = await run(jars, 0, "frequency=1500", "frequency=1500");
      assert.ok(start >= 4 * 1500, `${start} ms`);
    });
  });
}
