import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { span } from "../../../server/src/base/span.ts";
import { readConfigFile } from "../../../server/src/config/file.ts";
import { diagnose } from "../../../server/src/logs/findings/diagnose.ts";
import { timelineOf } from "../../../server/src/logs/timeline/timeline.ts";
import { inThread, line, member } from "../../harness/log-lines.ts";
import { storyOf, storyOfFile } from "../../harness/logs.ts";

const bound = (second: number, last: number) =>
  line(second, "INFO", "tribes.transport.ReceiverBase.bind", `[/192.168.56.${last}:4000]`);
const started = (second: number) => line(second, "INFO", "startup.Catalina.start", "[1234]");
const added = (second: number, last: number, alive = 1000) =>
  inThread(
    "Catalina-utility-1",
    line(second, "INFO", "ha.tcp.SimpleTcpCluster.memberAdded", `[${member(last, alive)}]`),
  );
const TIMEOUT = line(70, "SEVERE", "ha.session.DeltaManager.waitForSendAllSessions", "[localhost#/shop] [a] [60,001]");

const options = { locale: "en", uriOf: (path: string) => `file:///${path}` } as const;
const timeline = (stories: Parameters<typeof diagnose>[0], locale: "en" | "ko" = "en") =>
  timelineOf({ ...diagnose(stories), places: new Map() }, [], { ...options, locale });

describe("a timeline of several nodes", () => {
  test("has the events of all in the order in which they happened, each with its line", () => {
    const { nodes, events, findings, leftOut } = timeline([
      storyOf("node1", bound(1, 7), started(5), added(12, 8), TIMEOUT),
      storyOf("node2", bound(10, 8), added(11, 7, 10_000), started(14)),
    ]);
    assert.deepEqual(
      nodes.map(({ name, about }) => [name, about.split(",")[0]]),
      [
        ["node1", "Receiver 192.168.56.7:4000"],
        ["node2", "Receiver 192.168.56.8:4000"],
      ],
    );
    assert.deepEqual(
      events.map(({ node, place }) => `${node} ${place.label} ${place.uri}`),
      [
        "0 catalina.out:1 file:///node1/logs/catalina.out",
        "0 catalina.out:2 file:///node1/logs/catalina.out",
        "1 catalina.out:1 file:///node2/logs/catalina.out",
        "1 catalina.out:2 file:///node2/logs/catalina.out",
        "0 catalina.out:3 file:///node1/logs/catalina.out",
        "1 catalina.out:3 file:///node2/logs/catalina.out",
        "0 catalina.out:4 file:///node1/logs/catalina.out",
      ],
    );
    assert.equal(events.at(-1)?.weight, "fault");
    assert.match(events[4]?.about ?? "", /192\.168\.56\.8:4000/);
    assert.deepEqual([findings[0]?.id, findings[0]?.node, leftOut], ["state-timeout", "node1", 0]);
    assert.equal(findings[0]?.places[0]?.line, 4);
  });

  test("takes the difference of clocks out", () => {
    const late = 90;
    const { events, nodes } = timeline([
      storyOf("node1", bound(1, 7), started(5), added(12, 8)),
      storyOf("node2", bound(10 + late, 8), added(11 + late, 7, 10_000), started(14 + late)),
    ]);
    assert.match(nodes[1]?.about ?? "", /clock 90\.\d s \(±\d\.\d\) ahead of node1|clock 89\.\d s/);
    const [first, last] = [events[0]?.time ?? 0, events.at(-1)?.time ?? 0];
    assert.ok(Math.abs(last - first - 13_000) < 1500, `${last - first}`);
  });

  test("a node that others lost without a word has the moment of that, on the first one's clock", () => {
    const gone = inThread("t", line(60, "INFO", "ha.tcp.SimpleTcpCluster.memberDisappeared", `[${member(8, 40_000)}]`));
    const { nodes, findings } = timeline([
      storyOf("node1", bound(1, 7), started(5), added(12, 8), gone),
      storyOf("node2", bound(10, 8), added(11, 7, 10_000), started(14)),
    ]);
    assert.deepEqual([nodes[0]?.lost, nodes[1]?.lost.length], [[], 1]);
    assert.equal(findings[0]?.places[0]?.label, "node1 catalina.out:4");
  });

  test("a place in a configuration is told with its node", () => {
    const text =
      '<Server><Service><Engine><Cluster><Channel><Receiver port="4000"/></Channel></Cluster></Engine></Service></Server>';
    const file = readConfigFile("shop/node1/conf/server.xml", text, { line: "9.0", release: undefined });
    assert.ok(file);
    const at = span(text.indexOf("port"), text.indexOf("/>"));
    const place = { file, at, element: "Receiver", attribute: "port", value: "4000", isWritten: true };
    const diagnosis = diagnose([storyOf("node1", bound(1, 7), started(5), added(12, 8), TIMEOUT)]);
    const places = new Map(diagnosis.findings.map((finding) => [finding, [place]]));
    const { findings } = timelineOf({ ...diagnosis, places }, [], { ...options, locale: "en" });
    assert.equal(findings[0]?.places.at(-1)?.label, 'node1 <Receiver port="4000">');
  });

  test("of too many events the harmless and early ones are left out, and counted", () => {
    const many = Array.from({ length: 5000 }, (_, index) => added(100 + index, 8 + (index % 200)));
    const { events, leftOut } = timeline([storyOf("node1", bound(1, 7), TIMEOUT, ...many)]);
    assert.deepEqual([events.length, leftOut, events[0]?.weight], [4000, 1002, "fault"]);
  });

  test("a packed log's lines have no address, and Korean readers get Korean", () => {
    const story = storyOfFile("node1/logs/catalina.out.1.gz", "node1", bound(1, 7), TIMEOUT);
    assert.deepEqual(
      timeline([story]).events.map(({ place }) => place.uri),
      [null, null],
    );
    assert.match(timeline([story], "ko").events[1]?.title ?? "", /[가-힣]/);
  });
});
