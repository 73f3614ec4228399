import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { decodeText } from "../../../server/src/entry/logs/charset.ts";
import { eventOf, framesOf } from "../../../server/src/logs/formats/event.ts";
import { oneLineIn } from "../../../server/src/logs/formats/headers.ts";
import { RecordReader } from "../../../server/src/logs/formats/record.ts";
import { timeOf } from "../../../server/src/logs/formats/time.ts";
import { recognise } from "../../../server/src/logs/recognition/recognise.ts";
import { member } from "../../harness/log-lines.ts";
import { bytesOf, eventsOf, recordsOf } from "../../harness/logs.ts";

const LOST = `gone [${member(8)}]`;
const CLASS = "org.apache.catalina.ha.tcp.SimpleTcpCluster";
const UNSENT = "org.apache.catalina.ha.tcp.ReplicationValve";
const CAUSE = "java.io.NotSerializableException: com.example.Cart";
const FRAME = "java.base/java.io.ObjectOutputStream.writeObject0(ObjectOutputStream.java:1197)";

/** The same two events: a member is gone, and a request that was not replicated. */
const LAYOUTS: Readonly<Record<string, string>> = {
  OneLineFormatter: [
    `08-Feb-2023 09:12:33.123 INFO [Membership-MemberExpired] ${CLASS}.memberDisappeared ${LOST}`,
    `08-Feb-2023 09:12:34.000 SEVERE [Tribes-Task-Receiver[Catalina-Channel]-1] ${UNSENT}.sendReplicationMessage not sent`,
    `\t${CAUSE}`,
    `\t\tat ${FRAME}`,
  ].join("\n"),
  "OneLineFormatter in Korean": [
    `08-Feb-2023 09:12:33.123 정보 [Membership-MemberExpired] ${CLASS}.memberDisappeared 사라짐 [${member(8)}]`,
    `08-Feb-2023 09:12:34.000 심각 [http-nio-8080-exec-1] ${UNSENT}.sendReplicationMessage 보내지 못함`,
    `\t${CAUSE}`,
    `\t\tat ${FRAME}`,
  ].join("\n"),
  SimpleFormatter: [
    `Feb 08, 2023 9:12:33 AM ${CLASS} memberDisappeared`,
    `INFO: ${LOST}`,
    `Feb 08, 2023 9:12:34 AM ${UNSENT} sendReplicationMessage`,
    "SEVERE: not sent",
    CAUSE,
    `\tat ${FRAME}`,
  ].join("\n"),
  // A byte of its letters is a no-break space by itself.
  "SimpleFormatter in Korean": [
    `2월 08, 2023 9:12:33 오전 ${CLASS} memberDisappeared`,
    `정보: ${LOST}`,
    `2월 08, 2023 9:12:34 오전 ${UNSENT} sendReplicationMessage`,
    "심각: not sent",
    CAUSE,
    `\tat ${FRAME}`,
  ].join("\n"),
  "SimpleFormatter in Japanese": [
    `2月 08, 2023 9:12:33 午前 ${CLASS} memberDisappeared`,
    `情報: ${LOST}`,
    `2月 08, 2023 9:12:34 午前 ${UNSENT} sendReplicationMessage`,
    "重大: not sent",
    CAUSE,
    `\tat ${FRAME}`,
  ].join("\n"),
  JsonFormatter: [
    `{"time": "2023-02-08T09:12:33.123Z", "level": "INFO", "thread": "a", "class": "${CLASS}", "method": "memberDisappeared", "message": "${LOST}"}`,
    `{"time": "2023-02-08T09:12:34.000Z", "level": "SEVERE", "thread": "a", "class": "${UNSENT}", "method": "sendReplicationMessage", "message": "not sent", "throwable": ["${CAUSE}"," ${FRAME}"]}`,
  ].join("\n"),
  log4j2: [
    `2023-02-08 09:12:33,123 [main] INFO  ${CLASS} - ${LOST}`,
    `2023-02-08 09:12:34,000 [main] ERROR ${UNSENT} - not sent`,
    CAUSE,
    `\tat ${FRAME}`,
  ].join("\n"),
  "log4j2, level first": [
    `2023-02-08 09:12:33,123 INFO [main] ${CLASS} - ${LOST}`,
    `2023-02-08 09:12:34,000 ERROR [main] ${UNSENT} - not sent`,
    CAUSE,
    `\tat ${FRAME}`,
  ].join("\n"),
  logback: [
    `2023-02-08 09:12:33.123 [main] INFO  o.a.c.ha.tcp.SimpleTcpCluster - ${LOST}`,
    `2023-02-08 09:12:34.000 [main] ERROR o.a.c.ha.tcp.ReplicationValve - not sent`,
    CAUSE,
    `\tat ${FRAME}`,
  ].join("\n"),
  "Spring Boot": [
    `2023-02-08 09:12:33.123  INFO 4711 --- [           main] o.a.c.ha.tcp.SimpleTcpCluster            : ${LOST}`,
    `2023-02-08 09:12:34.000 ERROR 4711 --- [           main] o.a.c.ha.tcp.ReplicationValve            : not sent`,
    CAUSE,
    `\tat ${FRAME}`,
  ].join("\n"),
};

describe("the layouts of a log", () => {
  for (const [name, text] of Object.entries(LAYOUTS)) {
    for (const [ending, sign] of [
      ["LF", "\n"],
      ["CR LF", "\r\n"],
    ] as const) {
      test(`${name}, lines ending with ${ending}: the same two events`, () => {
        const events = eventsOf(`${text.replaceAll("\n", sign)}${sign}`);
        assert.deepEqual(
          events.map(({ level, time, thrown }) => [level, time?.milliseconds, thrown]),
          [
            ["INFO", Date.UTC(2023, 1, 8, 9, 12, 33) + (name.startsWith("Simple") ? 0 : 123), []],
            [
              "SEVERE",
              Date.UTC(2023, 1, 8, 9, 12, 34),
              [{ class: "java.io.NotSerializableException", message: "com.example.Cart" }],
            ],
          ],
        );
        assert.ok(events[1] && framesOf(events[1])[0]?.endsWith("ObjectOutputStream.writeObject0"));
        const kinds = events.map((event) => recognise(event)?.kinds.map(({ id }) => id));
        // A logger says less than class and method do, so more may be left.
        assert.ok(kinds[0]?.includes("member-lost"), `${kinds[0]}`);
        assert.ok(kinds[1]?.includes("request-not-replicated"), `${kinds[1]}`);
        if (events[0]?.class !== undefined) assert.deepEqual(kinds, [["member-lost"], ["request-not-replicated"]]);
      });
    }
  }

  test("a Korean log in the charset of Windows is read by its levels", () => {
    // 정보 in EUC-KR.
    const line = `08-Feb-2023 09:12:33.123 \xc1\xa4\xba\xb8 [main] ${CLASS}.memberDisappeared x\n`;
    const levels: (string | undefined)[] = [];
    const reader = new RecordReader((record) => levels.push(eventOf(record, decodeText)?.level));
    reader.write(line);
    reader.end();
    assert.deepEqual(levels, ["INFO"]);
  });

  test("a level Java could not write leaves the event as it is, without a level", () => {
    const [event] = eventsOf(`08-Feb-2023 09:12:33.123 ?? [main] ${CLASS}.memberDisappeared ${LOST}\n`);
    assert.ok(event);
    assert.equal(event.level, undefined);
    assert.deepEqual(recognise(event)?.keys, ["simpleTcpCluster.member.disappeared"]);
  });
});

/** What happens, whichever layout it is written in; whole seconds, because one of them has no others. */
interface Happens {
  readonly second: number;
  readonly level: "INFO" | "WARNING" | "SEVERE";
  readonly place: readonly [owner: string, method: string];
  readonly message: string;
  readonly thrown: boolean;
}

const happens: fc.Arbitrary<Happens> = fc.record({
  second: fc.integer({ min: 0, max: 59 }),
  level: fc.constantFrom("INFO", "WARNING", "SEVERE"),
  place: fc.constantFrom([CLASS, "memberDisappeared"] as const, [UNSENT, "sendReplicationMessage"] as const),
  // Without what JSON would write in another way, and blanks that a layout's own stand beside.
  message: fc.stringMatching(/^[\w[\]{}().,:=/한글-]{1,40}$/).map((text) => `x${text} ${LOST}`),
  thrown: fc.boolean(),
});

const clock = (second: number) => `09:12:${String(second).padStart(2, "0")}`;
const WRITERS: Readonly<Record<string, (each: Happens) => readonly string[]>> = {
  "one line": ({ second, level, place: [owner, method], message, thrown }) => [
    `08-Feb-2023 ${clock(second)}.000 ${level} [main] ${owner}.${method} ${message}`,
    ...(thrown ? [`\t${CAUSE}`, `\t\tat ${FRAME}`] : []),
  ],
  "two lines": ({ second, level, place: [owner, method], message, thrown }) => [
    `Feb 08, 2023 ${clock(second).slice(1)} AM ${owner} ${method}`,
    `${level}: ${message}`,
    ...(thrown ? [CAUSE, `\tat ${FRAME}`] : []),
  ],
  JSON: ({ second, level, place: [owner, method], message, thrown }) => [
    `{"time": "2023-02-08T${clock(second)}.000Z", "level": "${level}", "thread": "a", "class": "${owner}", "method": "${method}", "message": ${JSON.stringify(message)}${thrown ? `, "throwable": ["${CAUSE}"," ${FRAME}"]` : ""}}`,
  ],
  log4j2: ({ second, level, place: [owner], message, thrown }) => [
    `2023-02-08 ${clock(second)},000 [main] ${{ INFO: "INFO ", WARNING: "WARN ", SEVERE: "ERROR" }[level]} ${owner} - ${message}`,
    ...(thrown ? [CAUSE, `\tat ${FRAME}`] : []),
  ],
};

test("one list of events, whichever the layout, the line breaks and the parts in which the bytes come", () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(happens, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), sizes, (all, lineBreak, parts) => {
      const told = all.map(({ second, level, message, thrown }) => [
        Date.UTC(2023, 1, 8, 9, 12, second),
        level,
        message,
        thrown ? ["java.io.NotSerializableException"] : [],
      ]);
      for (const [layout, write] of Object.entries(WRITERS)) {
        const text = all.flatMap((each) => write(each).map((line) => `${line}${lineBreak}`)).join("");
        const records = recordsOf(text, parts);
        assert.equal(records.at(-1)?.end ?? 0, bytesOf(text).length);
        const read = records.map((record) => {
          const event = eventOf(record, decodeText);
          return [event?.time?.milliseconds, event?.level, event?.message, event?.thrown.map((each) => each.class)];
        });
        assert.deepEqual(read, told, layout);
      }
    }),
  );
});

const ONE_LINE =
  /^((?:\d{2}-[A-Z][a-z]{2}-\d{4} |\d{4}-\d{2}-\d{2}[ T])?\d{2}:\d{2}:\d{2}(?:[.,]\d+)?) ([^\s[]+) \[(.*?)\] ((?:[\w$]+\.)+[\w$<>]+) (.*)$/s;

test("a line of OneLineFormatter is taken apart by hand as by an expression", () => {
  const parts = fc.constantFrom(
    ...["08-Feb-2023 ", "2023-02-08T", "09:12:33", ".123", ",1", " ", " ", "[", "] ", "]", "INFO", "심각", "-", "+09"],
    ...[
      "main",
      "Tribes-Task-Receiver[Catalina-Channel]-1",
      `${CLASS}.memberDisappeared`,
      "a.B.<init>",
      ".",
      "x y",
      "Z",
    ],
  );
  const whole = fc
    .tuple(fc.constantFrom("main", "a[b] c", "x] y.z"), fc.constantFrom("a.B.c", CLASS, "nothing"), fc.string())
    .map(([thread, source, message]) => `08-Feb-2023 09:12:33.123 INFO [${thread}] ${source} ${message}`);
  const any = fc.array(parts, { maxLength: 14 }).map((each) => each.join(""));
  fc.assert(
    fc.property(fc.oneof(whole, any), (text) => {
      const found = oneLineIn(text);
      const [, time, level, thread, source, message] = ONE_LINE.exec(text) ?? [];
      // A zone or a sign in front of the level is left to the expression.
      if (time === undefined || /^[-+Z\d]/.test(level ?? "")) return;
      assert.deepEqual(found && { ...found, source: found.source.text }, { time, level, thread, source, message });
    }),
  );
  fc.assert(
    fc.property(any, (text) => {
      assert.ok(oneLineIn(text) === undefined || ONE_LINE.test(text), text);
    }),
  );
});

test("times are read as Tomcat, log4j2 and logback write them", () => {
  const at = Date.UTC(2023, 1, 8, 21, 12, 33);
  for (const [text, milliseconds] of [
    ["08-Feb-2023 21:12:33.123", at + 123],
    ["2023-02-08T21:12:33.123Z", at + 123],
    ["2023-02-09T06:12:33.123+09", at + 123],
    ["2023-02-08 21:12:33,5", at + 500],
    ["Feb 08, 2023 9:12:33 PM", at],
    ["2월 08, 2023 9:12:33 오후", at],
    ["févr. 08, 2023 9:12:33 PM", at],
    ["Feb 08, 2023 12:00:00 AM", Date.UTC(2023, 1, 8)],
    ["21:12:33.123", ((21 * 60 + 12) * 60 + 33) * 1000 + 123],
  ] as const) {
    assert.equal(timeOf(text)?.milliseconds, milliseconds, text);
  }
  assert.equal(timeOf("08-Foo-2023 21:12:33.123"), undefined);
  assert.equal(timeOf("yesterday"), undefined);
});
