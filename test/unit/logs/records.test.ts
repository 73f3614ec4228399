import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { LONGEST_LINE, type LogRecord, RecordReader } from "../../../server/src/logs/formats/record.ts";
import { StoryTeller } from "../../../server/src/logs/story/story.ts";
import { line } from "../../harness/log-lines.ts";
import { bytesOf, eventsOf, recordsOf, storyOf } from "../../harness/logs.ts";

const TRACE = [
  "\tjava.net.BindException: Address already in use",
  "\t\tat java.base/sun.nio.ch.Net.bind0(Native Method)",
  "\tCaused by: java.lang.IllegalStateException: inner",
  "\t\t... 22 more",
].join("\n");

const LINES = [
  line(1, "INFO", "startup.Catalina.start", "Up in [123]"),
  line(2, "SEVERE", "ha.tcp.SimpleTcpCluster.startInternal", "No"),
  ...TRACE.split("\n"),
  "Feb 08, 2023 9:12:33 AM org.apache.catalina.startup.Catalina start",
  "INFO: up in [123]",
  '{"time": "2023-02-08T09:12:33.123Z", "level": "INFO", "class": "a.B", "method": "c", "message": "d"}',
  "09:12:33.123 [main] INFO  o.a.catalina.startup.Catalina - up",
  "something an application printed",
  "",
  "정보: 한국어",
  "java.lang.OutOfMemoryError: Java heap space",
  'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space',
  "[0.123s][info][gc] GC(0) Pause Young",
];

/** Any lines in any order, with both kinds of line breaks, also cut off in the middle. */
const logs = fc
  .tuple(
    fc.array(fc.tuple(fc.oneof(fc.constantFrom(...LINES), fc.string()), fc.constantFrom("\n", "\r\n")), {
      maxLength: 40,
    }),
    fc.nat(20),
  )
  .map(([lines, cut]) => {
    const text = lines.flat().join("");
    return text.slice(0, Math.max(0, text.length - cut));
  });

/** Lines of SimpleFormatter with what Java prints itself and traces between them. */
const twoLines = fc
  .array(fc.constantFrom(...LINES.slice(6, 8), ...LINES.slice(-3, -1), "SEVERE: no", "\tat a.B.c(B.java:1)"), {
    maxLength: 20,
  })
  .map((lines) => lines.join("\n"));

describe("records of a log", () => {
  test("hold every byte once, and are the same however the bytes come", () => {
    fc.assert(
      fc.property(logs, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }), (text, sizes) => {
        const records = recordsOf(text);
        assert.deepEqual(recordsOf(text, sizes), records);
        let end = 0;
        let lines = 0;
        for (const record of records) {
          assert.equal(record.start, end);
          assert.equal(record.line, lines + 1);
          end = record.end;
          lines += record.lines;
        }
        assert.equal(end, bytesOf(text).length);
        assert.equal(lines, text === "" ? 0 : text.split("\n").length - (text.endsWith("\n") ? 1 : 0));
      }),
    );
  });

  test("a stack trace belongs to the line above it", () => {
    const records = recordsOf([LINES[0], LINES[1], TRACE, LINES[0], ""].join("\n"));
    assert.deepEqual(
      records.map(({ line, lines, unrecognised }) => [line, lines, unrecognised]),
      [
        [1, 1, 0],
        [2, 5, 0],
        [7, 1, 0],
      ],
    );
  });

  test("one that is not indented does so too, as the two-line layout prints it", () => {
    const flush = TRACE.replaceAll(/^\t/gm, "");
    const [record, ...others] = recordsOf(`${LINES[6]}\n${LINES[7]}\n${flush}\n`);
    assert.equal(others.length, 0);
    assert.equal(record?.unrecognised, 0);
  });

  test("lines without a header stay with what they follow, and are counted", () => {
    const records = recordsOf(`first\nsecond\n${LINES[0]}\nthird\n\tindented\n`);
    assert.deepEqual(
      records.map(({ lines, unrecognised }) => [lines, unrecognised]),
      [
        [2, 2],
        [3, 1],
      ],
    );
  });

  test("what is no entry of the cluster's is cut into the same records, without the lines below", () => {
    const wants = (_: unknown, head: string) => head.includes("SimpleTcpCluster");
    fc.assert(
      fc.property(fc.oneof(logs, twoLines), (text) => {
        const bare = ({ start, end, line, lines, header, unrecognised }: LogRecord) =>
          [start, end, line, lines, header, unrecognised] as const;
        const records: LogRecord[] = [];
        const reader = new RecordReader((record) => records.push(record), { wants });
        reader.write(bytesOf(text));
        reader.end();
        const whole = recordsOf(text);
        assert.deepEqual(records.map(bare), whole.map(bare));
        for (const [index, { texts, wanted }] of records.entries()) {
          const all = whole[index];
          const kept = wanted === false ? (all?.header === "simple" ? 2 : 1) : undefined;
          assert.deepEqual(texts, all?.texts.slice(0, kept));
        }
      }),
    );
  });

  for (const [what, printed] of [
    [
      "a thread that ends",
      `Exception in thread "http-1" java.lang.OutOfMemoryError: Java heap space\n\tat a.B.c(B.java:1)`,
    ],
    [
      "its last resort",
      `Exception: java.lang.OutOfMemoryError thrown from the UncaughtExceptionHandler in thread "http-1"`,
    ],
    ["a JVM that ends", "Terminating due to java.lang.OutOfMemoryError: Java heap space"],
    [
      "a dump",
      "java.lang.OutOfMemoryError: Java heap space\nDumping heap to a.hprof ...\nHeap dump file created [1 bytes in 0.1 secs]",
    ],
    ["a trace on the console", "java.lang.OutOfMemoryError: GC overhead limit exceeded\n\tat a.B.c(B.java:1)"],
  ] as const) {
    test(`no memory, as Java prints it itself (${what}), is an event of its own`, () => {
      const text = `${LINES[0]}\n${printed}\n${LINES[0]}\n`;
      const records = recordsOf(text);
      assert.deepEqual(
        records.map(({ header, lines, unrecognised }) => [header, lines, unrecognised]),
        [
          ["stamp", 1, 0],
          ["printed", printed.split("\n").length, 0],
          ["stamp", 1, 0],
        ],
      );
      const story = storyOf("node", ...text.trimEnd().split("\n"));
      assert.deepEqual(
        story.timeline
          .filter(({ kind }) => kind.id === "out-of-memory")
          .map(({ line, time, reason }) => [line, time, reason?.id]),
        [[2, story.begin, "memory"]],
      );
    });
  }

  test("no memory, told by an entry, is no event of its own", () => {
    for (const head of [
      "2023-02-08 09:12:34,000 [main] ERROR org.apache.catalina.ha.tcp.ReplicationValve - not sent",
      "Feb 08, 2023 9:12:33 AM org.apache.catalina.ha.tcp.ReplicationValve invoke\nSEVERE: not sent",
      LINES[1],
    ]) {
      const trace = head === LINES[1] ? "\tjava.lang.OutOfMemoryError: x" : "java.lang.OutOfMemoryError: x";
      assert.equal(recordsOf(`${head}\n${trace}\n\tat a.B.c(B.java:1)\n`).length, 1, head);
    }
    // No exception goes with an information.
    const [entry, printed] = recordsOf(`${LINES[6]}\n${LINES[7]}\njava.lang.OutOfMemoryError: x\n`);
    assert.deepEqual([entry?.lines, printed?.header], [2, "printed"]);
  });

  test("a line of any length costs no more memory than what is kept of it", () => {
    const [record] = recordsOf(`${LINES[0]} ${"x".repeat(5 * LONGEST_LINE)}\n${LINES[0]}\n`, [10_000]);
    assert.equal(record?.texts[0]?.length, LONGEST_LINE);
    assert.equal(record?.end, `${LINES[0]} ${"x".repeat(5 * LONGEST_LINE)}\n`.length);
  });

  test("what is kept of a message keeps no other part of its line", () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const teller = new StoryTeller("node", (bytes) => bytes);
    teller.begin("catalina.out");
    const long = "x".repeat(LONGEST_LINE / 2);
    const text = (index: number) =>
      line(index, "SEVERE", "ha.session.DeltaManager.startInternal", `Manager [/a${index}${long}]`);
    const cause = `java.io.IOException: ${long}`;
    const count = 1000;
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < count; index++) {
      for (const record of recordsOf(`${text(index)}\n${cause}\n`)) teller.take(record);
    }
    const story = teller.end();
    collect();
    assert.equal(story.timeline.length, count);
    const each = (process.memoryUsage().heapUsed - before) / count;
    assert.ok(each < LONGEST_LINE / 8, `${each} bytes for each of ${count} events`);
  });

  test("a long stack trace is kept in part, its end is not lost", () => {
    const frames = Array.from({ length: 5000 }, (_, index) => `\t\tat com.example.A.m${index}(A.java:1)`).join("\n");
    const text = `${LINES[1]}\n\tjava.lang.Exception: a\n${frames}\n\tCaused by: java.io.IOException: b\n`;
    const [event, ...others] = eventsOf(text);
    assert.equal(others.length, 0);
    assert.deepEqual(
      event?.thrown.map((each) => each.class),
      ["java.lang.Exception", "java.io.IOException"],
    );
  });
});
