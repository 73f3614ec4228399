import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Member } from "../../../server/src/tribes/member.ts";
import { decodePacket } from "../../../server/src/tribes/packet.ts";
import { encodeTestPacket } from "../../../server/src/tribes/test-packet.ts";
import { runs } from "../../harness/effort.ts";
import { heartbeat, LEAVING, message, type Saying } from "../../harness/heartbeat.ts";

function memberIn(bytes: Uint8Array): Member {
  const packet = decodePacket(bytes);
  assert.equal(packet.kind, "heartbeat");
  assert.ok(packet.kind === "heartbeat");
  return packet.member;
}

const whyNot = (bytes: Uint8Array): string => {
  const packet = decodePacket(bytes);
  return packet.kind === "foreign" ? packet.reason.en : packet.kind;
};

describe("a heartbeat", () => {
  test("tells of its member", () => {
    assert.deepEqual(memberIn(heartbeat({ domain: "delta-static", aliveTime: 90_000, payload: "extra" })), {
      host: "192.168.56.7",
      port: 4000,
      securePort: -1,
      udpPort: -1,
      aliveTime: 90_000,
      uniqueId: "0102030405060708090a0b0c0d0e0f10",
      domain: "delta-static",
      leaving: false,
      commandSize: 0,
      payloadSize: 5,
    });
  });

  for (const [what, saying, expected] of [
    ["an IPv6 address", { host: [0xfe, 0x80, ...Array(13).fill(0), 1] }, { host: "fe80:0:0:0:0:0:0:1" }],
    ["an address of another length", { host: [1, 2] }, { host: "0x0102" }],
    ["no address", { host: [] }, { host: "0x" }],
    ["a member that stops", { command: LEAVING }, { leaving: true, commandSize: 9 }],
    ["another command", { command: "BABY-ALEXA" }, { leaving: false, commandSize: 10 }],
    ["a domain of bytes, as {1,2} makes one", { domain: "\x01\x02" }, { domain: "0x0102" }],
    ["a node that runs for two months", { aliveTime: 5_184_000_000 }, { aliveTime: 5_184_000_000 }],
    ["a clock that was set back", { aliveTime: -5 }, { aliveTime: -5 }],
    [
      "other ports",
      { port: 65_535, securePort: 4443, udpPort: 5000 },
      { port: 65_535, securePort: 4443, udpPort: 5000 },
    ],
  ] satisfies [string, Saying, Partial<Member>][]) {
    test(`of ${what}`, () => {
      const member: Partial<Member> = memberIn(heartbeat(saying));
      for (const [name, value] of Object.entries(expected)) {
        assert.equal(Object.entries(member).find(([each]) => each === name)?.[1], value);
      }
    });
  }

  test("may have bytes behind its end, which Tomcat ignores", () => {
    assert.equal(memberIn(Buffer.concat([heartbeat(), Buffer.alloc(100)])).port, 4000);
  });

  test("is none when one byte of it is missing, wherever that is", () => {
    const whole = heartbeat({ domain: "delta" });
    for (let length = 0; length < whole.length; length++) {
      assert.equal(decodePacket(whole.subarray(0, length)).kind, "foreign", `${length} bytes`);
    }
    assert.equal(whyNot(whole.subarray(0, whole.length - 1)), "a heartbeat that is cut off");
  });

  for (const [what, at, bytes, why] of [
    ["of a later version of Tribes", 8, [2, 0], "does not begin like a heartbeat or a message of Tribes"],
    ["whose length is negative", 10, [0xff, 0xff, 0xff, 0xfc], "a heartbeat that is cut off"],
    ["whose length is beyond all packets", 10, [0x7f, 0xff, 0xff, 0xff], "a heartbeat that is cut off"],
    ["whose length is one too small", 13, [heartbeat().length - 25], "a heartbeat without its end mark"],
    ["whose host has a negative length", 34, [0x80], "a heartbeat whose lengths do not fit"],
    ["whose command is 2 GB", 39, [0x7f, 0xff, 0xff, 0xff], "a heartbeat whose lengths do not fit"],
    ["whose domain has a negative length", 43, [0xff], "a heartbeat whose lengths do not fit"],
  ] as const) {
    test(`${what} is none`, () => {
      const damaged = Buffer.from(heartbeat());
      damaged.set(bytes, at);
      assert.equal(whyNot(damaged), why);
    });
  }
});

describe("other packets", () => {
  test("messages name their senders", () => {
    const two = Buffer.concat([
      message(heartbeat(), "one"),
      message(heartbeat({ port: 4001 }), "two"),
      Buffer.from("FLT"),
    ]);
    const packet = decodePacket(two);
    assert.ok(packet.kind === "messages");
    assert.deepEqual(
      packet.senders.map(({ port }) => port),
      [4000, 4001],
    );
  });

  test("a message without a member, or that is cut off, is none", () => {
    assert.equal(whyNot(message(Buffer.from("nobody"), "one")), "a message of Tribes that is damaged");
    const whole = message(heartbeat(), "one");
    assert.equal(whyNot(whole.subarray(0, whole.length - 1)), "a message of Tribes that is damaged");
  });

  test("a test packet is known by its id", () => {
    assert.deepEqual(decodePacket(encodeTestPacket("abc-1")), { kind: "test", id: "abc-1" });
    assert.throws(() => encodeTestPacket("TRIBES-B\x01"), RangeError);
    assert.equal(decodePacket(Buffer.from("tomcat-cluster multicast test 1 \n")).kind, "foreign");
  });

  test("mDNS, nothing, and a web request are none of Tribes'", () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from([0, 0, 0x84, 0]), Buffer.from("GET / HTTP/1.1\r\n\r\n")]) {
      assert.equal(whyNot(bytes), "does not begin like a heartbeat or a message of Tribes");
    }
  });
});

describe("hostile packets give a reason and never an exception", () => {
  test("random bytes", () => {
    const bytes = fc.uint8Array({ maxLength: 2000 });
    fc.assert(fc.property(bytes, (each) => typeof decodePacket(each).kind === "string"));
  });

  test("real packets with some bytes changed, cut off or doubled", () => {
    const real = fc.constantFrom(heartbeat({ domain: "delta" }), message(heartbeat(), "text"));
    const changes = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 0, max: 255 })), { maxLength: 8 });
    fc.assert(
      fc.property(real, changes, fc.nat(250), fc.boolean(), (packet, edits, length, twice) => {
        const bytes = Buffer.from(twice ? Buffer.concat([packet, packet]) : packet);
        for (const [at, byte] of edits) if (at < bytes.length) bytes[at] = byte;
        return typeof decodePacket(bytes.subarray(0, length)).kind === "string";
      }),
      { numRuns: runs(5000) },
    );
  });

  test("the largest datagram of the smallest frames", () => {
    const frame = Buffer.concat([Buffer.from("FLT2002"), Buffer.alloc(4), Buffer.from("TLF2003")]);
    const flood = Buffer.concat(Array(Math.floor(65_507 / frame.length)).fill(frame));
    assert.equal(whyNot(flood), "a message of Tribes that is damaged");
  });
});
