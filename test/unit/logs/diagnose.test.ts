import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { logsJunit } from "../../../server/src/cli/logs-junit.ts";
import { clockOffset } from "../../../server/src/logs/findings/clocks.ts";
import { diagnose } from "../../../server/src/logs/findings/diagnose.ts";
import type { NodeStory } from "../../../server/src/logs/story/story.ts";
import { inThread, line, member } from "../../harness/log-lines.ts";
import { storyOf } from "../../harness/logs.ts";

const EXPIRED = "Membership-MemberExpired";
const DETECTOR = "tribes.group.interceptors.TcpFailureDetector.memberDisappeared";

const engine = (at: number, release: string) =>
  line(at, "INFO", "core.StandardEngine.startInternal", `[Apache Tomcat/${release} (Debian)]`);
/** A node's start at this second: the last number of its address names it. */
const start = (at: number, own: number, group = "228.0.0.4:45564", address = `192.168.56.${own}`) => [
  engine(at, "9.0.95"),
  line(at, "INFO", "ha.tcp.SimpleTcpCluster.startInternal", "starts"),
  line(at + 0.1, "INFO", "tribes.transport.ReceiverBase.bind", `[/${address}:4000]`),
  line(at + 0.2, "INFO", "tribes.membership.McastServiceImpl.setupSocket", `[/${group}]`),
];
const up = (at: number) => line(at, "INFO", "startup.Catalina.start", "[2500]");
const stop = (at: number) => line(at, "INFO", "core.StandardService.stopInternal", "[Catalina]");
const add = (at: number, other: number, alive: number) =>
  inThread("Catalina-utility-1", line(at, "INFO", "ha.tcp.SimpleTcpCluster.memberAdded", `[${member(other, alive)}]`));
const lose = (at: number, other: number, alive = 1000) => [
  inThread(EXPIRED, line(at, "INFO", DETECTOR, `[${member(other, alive)}]`)),
  inThread(EXPIRED, line(at, "INFO", DETECTOR, `[${member(other, alive)}]`)),
  inThread(EXPIRED, line(at, "INFO", "ha.tcp.SimpleTcpCluster.memberDisappeared", `[${member(other, alive)}]`)),
];
const leave = (at: number, other: number) =>
  inThread(
    "Membership-MemberDisappeared",
    line(at, "INFO", "ha.tcp.SimpleTcpCluster.memberDisappeared", `[${member(other, 9, true)}]`),
  );
const last = (at: number) => line(at, "INFO", "startup.Catalina.custom", "any line");

/** Two nodes that meet; the second one's clock is ahead by some seconds. */
function pair(ahead = 0, more: readonly string[] = [], moreThere: readonly string[] = []): [NodeStory, NodeStory] {
  return [
    storyOf("node1", ...start(10, 7), up(13), add(22, 8, 1100), ...more, last(200)),
    storyOf(
      "node2",
      ...start(20.7 + ahead, 8),
      add(22.7 + ahead, 7, 12_500),
      up(24 + ahead),
      ...moreThere,
      last(200 + ahead),
    ),
  ];
}

const ids = (...stories: readonly NodeStory[]) => diagnose(stories).findings.map(({ id }) => id);

describe("what logs tell together", () => {
  test("healthy starts and stops are no finding", () => {
    assert.deepEqual(ids(...pair()), []);
    assert.deepEqual(ids(...pair(0, [leave(100, 8)], [stop(99)])), []);
    // Without a log of the other node its own goodbye counts.
    assert.deepEqual(ids(pair(0, [leave(100, 8)])[0]), []);
  });

  test("clocks that differ are found to a second, and hours are a zone", () => {
    for (const ahead of [-90, 90, 5, -3600 * 20 - 17]) {
      const [one, two] = pair(ahead);
      const offset = clockOffset(two, one);
      assert.ok(offset && Math.abs(offset.offset - ahead * 1000) <= offset.error && offset.error <= 1000, `${ahead}`);
      assert.deepEqual(ids(one, two), ["clocks-differ"]);
    }
    assert.deepEqual(ids(...pair(9 * 3600)), []);
    assert.equal(clockOffset(storyOf("a"), storyOf("b")), undefined);
  });

  test("a start told many times over does not hide the offset", () => {
    const [one] = pair();
    const restarted = storyOf(
      "node2",
      ...[20.7, 500, 900].flatMap((at) => start(at + 90, 8)),
      add(112.7, 7, 12_500),
      last(990),
    );
    assert.equal(Math.round((clockOffset(restarted, one)?.offset ?? 0) / 1000), 90);
  });

  test("a member that went without a word died; one whose log says that it stopped did not", () => {
    assert.deepEqual(ids(...pair(0, lose(100, 8))), ["member-died"]);
    // Others that saw the same death make it no second one.
    const [one, other] = pair(0, lose(100, 8));
    const third = storyOf("node3", ...start(30, 9), add(30, 8, 9000), ...lose(100.5, 8));
    const deaths = diagnose([one, other, third]).findings.filter(({ id }) => id === "member-died");
    assert.deepEqual(
      deaths.map(({ nodes, count }) => [nodes.map(({ name }) => name), count]),
      [[["node2", "node1", "node3"], 1]],
    );
    assert.match(deaths[0]?.text.en ?? "", /as node1, node3 saw/);
    assert.deepEqual(ids(...pair(0, lose(100, 8), [stop(98)])), []);
  });

  test("a member that was away for less time than it has been running was never down", () => {
    assert.deepEqual(ids(...pair(0, [...lose(60, 8), add(70, 8, 49_000)])), ["member-lost-while-running"]);
    const flaps = [60, 90, 120].flatMap((at) => [...lose(at, 8), add(at + 5, 8, (at - 15) * 1000)]);
    const [flapping] = diagnose(pair(0, flaps)).findings;
    assert.equal(flapping?.id, "member-flapping");
    assert.equal(flapping?.count, 3);
  });

  test("a return that is printed before its loss, by another thread, ends it", () => {
    const swapped = [add(60, 8, 39_000), ...lose(60, 8, 37_400)];
    assert.deepEqual(ids(...pair(0, swapped)), ["member-lost-while-running"]);
    // The running time of a new process is a short one.
    assert.deepEqual(ids(...pair(0, [add(60, 8, 900), ...lose(60, 8, 37_400)])), ["member-died"]);
    // Much later it is a loss of its own.
    assert.deepEqual(ids(...pair(0, [add(60, 8, 39_000), ...lose(70, 8, 38_000)])), ["member-died"]);
  });

  test("one that was restarted after it was killed died once", () => {
    const again = [...lose(60, 8), add(90, 8, 1100)];
    assert.deepEqual(ids(...pair(0, again)), ["member-died"]);
  });

  test("what is sent to a member before it is given up belongs to its death", () => {
    const failed = [
      inThread(
        "http-1",
        line(99, "WARNING", "tribes.transport.nio.ParallelNioSender.doLoop", "[tcp://{-64, -88, 56, 8}:4000]"),
      ),
      "\tjava.net.ConnectException: Connection refused",
    ];
    assert.deepEqual(ids(...pair(0, [...failed, ...lose(100, 8)])), ["member-died"]);
    assert.deepEqual(ids(...pair(0, failed)), ["nothing-listens"]);
  });

  test("a check's outcome is told by what follows it", () => {
    const [one] = pair(0, lose(100, 8));
    assert.deepEqual(
      one.timeline.slice(-3).map(({ kind }) => kind.id),
      ["member-checked", "member-check-failed", "member-lost"],
    );
    const [alive] = pair(0, lose(100, 8).slice(0, 2));
    assert.deepEqual(
      alive.timeline.slice(-2).map(({ kind }) => kind.id),
      ["member-checked", "member-still-there"],
    );
  });

  test("one node sees the other, the other does not", () => {
    const [one] = pair();
    const blind = storyOf("node2", ...start(20.7, 8), up(24), last(200));
    const [finding] = diagnose([one, blind]).findings;
    assert.equal(finding?.id, "asymmetric-view");
    assert.deepEqual(
      finding?.nodes.map(({ name }) => name),
      ["node2", "node1"],
    );
  });

  test("nodes that never met are apart, and the groups they joined say why", () => {
    const alone = (own: number, group: string) => storyOf(`node${own}`, ...start(10, own, group), up(13), last(200));
    assert.deepEqual(ids(alone(7, "228.0.0.4:45564"), alone(8, "228.0.0.4:45564")), ["nodes-apart"]);
    assert.deepEqual(ids(alone(7, "228.0.0.4:45564"), alone(8, "228.0.0.5:45564")), ["groups-differ"]);
    // Too short to have met.
    const brief = (own: number) => storyOf(`node${own}`, ...start(10, own), last(14));
    assert.deepEqual(ids(brief(7), brief(8)), []);
  });

  test("a loopback address is wrong where there are other machines", () => {
    const wrong = storyOf("node2", ...start(10, 8, undefined, "127.0.1.1"), up(13), last(200));
    const right = storyOf("node1", ...start(10, 7), up(13), last(200));
    assert.ok(ids(right, wrong).includes("address-loopback"));
    const together = [7, 8].map((own) =>
      storyOf(
        `node${own}`,
        ...start(10, own, undefined, "127.0.0.1").map((each) => each.replace(":4000", `:400${own}`)),
      ),
    );
    assert.ok(!ids(...together).includes("address-loopback"));
  });

  test("a port that is taken is one finding, whatever fails because of it", () => {
    const story = storyOf(
      "node1",
      ...start(10, 7),
      ...["ha.tcp.SimpleTcpCluster.startInternal", "startup.Catalina.start"].flatMap((place) => [
        line(10.5, "SEVERE", place, "no"),
        "\torg.apache.catalina.LifecycleException: no",
        "\tCaused by: java.net.BindException: Address already in use",
      ]),
    );
    const [finding, ...others] = diagnose([story]).findings;
    assert.equal(finding?.id, "port-taken");
    assert.equal(others.length, 0);
    assert.ok(story.timeline.some(({ kind }) => kind.id === "receiver-port-taken"));
    assert.equal(story.receivers.length, 0);
  });

  test("a class that cannot be serialized is named", () => {
    const story = pair(0, [
      inThread("http-1", line(50, "SEVERE", "ha.session.DeltaManager.requestCompleted", "[AB]")),
      "\tjava.io.NotSerializableException: com.example.Cart",
    ])[0];
    const [finding] = diagnose([story]).findings;
    assert.equal(finding?.id, "not-serializable");
    assert.match(finding.text.en, /com\.example\.Cart/);
  });

  test("a message that fails on its way through EncryptInterceptor says nothing of its key", () => {
    const failed = (name: string, frame: string) =>
      storyOf(
        "node1",
        inThread("http-1", line(50, "SEVERE", "ha.tcp.SimpleTcpCluster.send", "no")),
        `\t${name}: x`,
        `\t\tat ${frame}(A.java:1)`,
      );
    const encrypt = "org.apache.catalina.tribes.group.interceptors.EncryptInterceptor";
    const timeout = failed("org.apache.catalina.tribes.ChannelException", `${encrypt}.sendMessage`);
    assert.deepEqual(ids(timeout), ["message-not-sent"]);
    assert.deepEqual(ids(failed("java.security.InvalidKeyException", `${encrypt}.sendMessage`)), ["key-refused"]);
    assert.deepEqual(ids(failed("java.lang.IllegalStateException", `${encrypt}.createEncryptionManager`)), [
      "key-refused",
    ]);
  });

  test("an error of the application is none of the cluster, but for an attribute Tomcat refuses", () => {
    const failed = (...trace: readonly string[]) =>
      storyOf("node1", inThread("http-1", line(50, "SEVERE", "core.StandardWrapperValve.invoke", "[jsp]")), ...trace);
    assert.deepEqual(ids(failed("\tjava.lang.IllegalArgumentException: x", "\t\tat com.example.A.b(A.java:1)")), []);
    assert.deepEqual(
      ids(
        failed(
          "\tjava.lang.IllegalArgumentException: x",
          "\t\tat org.apache.catalina.session.StandardSession.setAttribute(StandardSession.java:1)",
        ),
      ),
      ["attribute-refused"],
    );
  });

  test("a message for an application counts once this node has started", () => {
    const stray = (at: number) =>
      line(at, "WARNING", "ha.session.ClusterSessionListener.messageReceived", "[localhost#/a]");
    assert.deepEqual(ids(...pair(0, [], [stray(22.8)])), []);
    assert.deepEqual(ids(...pair(0, [], [stray(60)])), ["manager-unknown"]);
  });

  test("a story does not grow with its log, and keeps its beginning and its end", () => {
    const many = Array.from({ length: 30_000 }, (_, at) => add(at, 8, 1));
    const story = storyOf("node1", ...start(0, 7), ...many, stop(40_000));
    assert.ok(story.timeline.length < 10_000);
    assert.equal(story.timeline.length + story.leftOut, 30_000 + 4);
    assert.equal(story.timeline[0]?.kind.id, "node-starting");
    assert.equal(story.timeline.at(-1)?.kind.id, "node-stopping");
  });

  test("heartbeats that stay away while the Receiver answers are late, and a member that is gone already is not asked", () => {
    const check = lose(100, 8).slice(0, 2);
    const [finding, ...others] = diagnose(pair(0, check)).findings;
    assert.equal(finding?.id, "heartbeats-late");
    assert.match(finding.text.en, /192\.168\.56\.8:4000 reached node1 .* whether they came again no log says/);
    assert.equal(finding.level, "note");
    const places = new Map();
    assert.match(logsJunit({ ...diagnose(pair(0, check)), places }, "en"), /failures="0" skipped="1"[\s\S]*<skipped/);
    assert.equal(others.length, 0);
    // A member that says by multicast that it leaves was heard again; so was one that is checked once more.
    assert.deepEqual(ids(pair(0, [...check, leave(110, 8)])[0]), []);
    const often = [100, 110, 120].flatMap((second) => lose(second, 8).slice(0, 2));
    const [unsteady] = diagnose(pair(0, [...often, leave(130, 8)])).findings;
    assert.equal(unsteady?.level, undefined);
    assert.match(unsteady?.text.en ?? "", /3 times, while its Receiver answered, and came again each time/);
    assert.deepEqual(ids(pair(0, [leave(90, 8), ...check])[0]), []);
    const confirmed = line(90, "INFO", DETECTOR.replace("memberDisappeared", "performBasicCheck"), `[${member(8)}]`);
    assert.deepEqual(ids(pair(0, [confirmed])[0]), []);
  });

  test("releases that encrypt in another way are told instead of a key that differs", () => {
    const refused = [
      inThread("Receiver-1", line(50, "SEVERE", "tribes.group.interceptors.EncryptInterceptor.messageReceived", "no")),
      "\tjavax.crypto.AEADBadTagException: no",
    ];
    assert.deepEqual(ids(...pair(0, refused)), ["key-differs"]);
    const other = (release: string) =>
      storyOf("node2", ...start(20.7, 8).slice(1), engine(20.6, release), add(22.7, 7, 12_500), up(24));
    const [one] = pair(0, refused);
    assert.deepEqual(ids(one, other("9.0.118")), ["key-differs"]);
    assert.deepEqual(ids(one, other("9.0.119")), ["encryption-differs"]);
    assert.deepEqual(ids(pair()[0], other("9.0.119")), []);
  });

  test("an application with another Manager on the other node is told by its name", () => {
    const delta = (name: string) =>
      line(12, "INFO", "ha.session.DeltaManager.startInternal", `[${name}] [Engine] [Catalina]`);
    const map = (name: string) => line(23, "INFO", "tribes.tipis.AbstractReplicatedMap.init", `[${name}-map]`);
    assert.deepEqual(ids(...pair(0, [delta("localhost#/shop")], [map("localhost#/shop")])), ["managers-differ"]);
    assert.deepEqual(ids(...pair(0, [delta("localhost#/shop")], [map("localhost#/other")])), []);
  });

  test("nodes of different domains are told by their filter, not by a network that fails", () => {
    const refuse = (at: number, other: number) =>
      line(at, "INFO", "tribes.group.interceptors.DomainFilterInterceptor.memberAdded", `[${member(other)}]`);
    const alone = (own: number, other: number) =>
      storyOf(`node${own}`, ...start(10, own), up(13), refuse(14, other), last(200));
    assert.deepEqual(ids(alone(7, 8), alone(8, 7)), ["domain-refused"]);
    assert.deepEqual(ids(alone(7, 9), alone(8, 9)), ["nodes-apart"]);
  });

  test("what cannot be reached is told by where it was tried", () => {
    const thrown = (place: string, exception: string, ...frames: readonly string[]) =>
      ids(
        storyOf(
          "node1",
          line(50, place.includes("$") ? "WARNING" : "SEVERE", place, "[tcp://{10, 9, 9, 9}:4000]"),
          `\t${exception}`,
          ...frames.map((frame) => `\t\tat org.apache.catalina.${frame}(A.java:1)`),
        ),
      );
    const heard = "tribes.membership.McastServiceImpl$ReceiverThread.run";
    const detector = "tribes.group.interceptors.TcpFailureDetector.memberAlive";
    const unreachable = "java.net.SocketException: Network is unreachable";
    assert.deepEqual(thrown(detector, unreachable, detector, heard), ["not-reachable"]);
    const sender = "tribes.membership.McastServiceImpl$SenderThread.run";
    assert.deepEqual(thrown(sender, unreachable, sender), ["multicast-unusable"]);
    const proxy = "ha.backend.TcpSender.send";
    assert.deepEqual(thrown(proxy, "java.net.ConnectException: Connection refused", proxy), ["load-not-told"]);
    const token = "tribes.membership.cloud.KubernetesMembershipProvider.start";
    assert.deepEqual(thrown(token, "java.nio.file.NoSuchFileException: /var/run/token", token), ["file-missing"]);
    const setup = "tribes.membership.McastServiceImpl.setupSocket";
    const cluster = "ha.tcp.SimpleTcpCluster.startInternal";
    assert.deepEqual(thrown(cluster, "java.lang.IllegalArgumentException: null", setup), ["address-not-here"]);
  });

  test("a Connector that does not start is named, with where to look", () => {
    const failed = (exception: string, frame: string) =>
      diagnose([
        storyOf(
          "node1",
          line(50, "SEVERE", "util.LifecycleBase.handleSubClassException", '[Connector["ajp-nio-8009"]]'),
          "\torg.apache.catalina.LifecycleException: no",
          `\tCaused by: ${exception}`,
          `\t\tat org.apache.coyote.${frame}(A.java:1)`,
        ),
      ]).findings[0];
    const secret = failed("java.lang.IllegalArgumentException: no", "ajp.AbstractAjpProtocol.start");
    assert.equal(secret?.id, "ajp-secret");
    assert.match(secret.text.en, /Connector\["ajp-nio-8009"\]/);
    const taken = "\tjava.net.BindException: Address already in use";
    const [connector, shutdown] = diagnose([
      storyOf(
        "node1",
        line(50, "SEVERE", "util.LifecycleBase.handleSubClassException", '[Connector["http-nio-8080"]]'),
        taken,
        line(51, "SEVERE", "core.StandardServer.await", "[localhost:8005]"),
        taken,
      ),
    ])
      .findings.toSorted((one, other) => one.subjects.length - other.subjects.length)
      .toReversed();
    assert.match(connector?.text.en ?? "", /Connector\["http-nio-8080"\]/);
    assert.deepEqual(shutdown?.subjects, [{ element: "Server", attribute: "port" }]);
  });
});
