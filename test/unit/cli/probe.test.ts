import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { duration } from "../../../server/src/base/duration.ts";
import { exitCodeOf, memberLine } from "../../../server/src/cli/probe-text.ts";
import type { Heard } from "../../../server/src/tribes/probe.ts";

const heard: Heard = {
  member: {
    host: "192.168.56.7",
    port: 4000,
    securePort: -1,
    udpPort: -1,
    aliveTime: 250_999,
    uniqueId: "01",
    domain: "",
    leaving: false,
    commandSize: 0,
    payloadSize: 0,
  },
  from: "192.168.56.7",
  here: false,
  heartbeats: 3,
  state: "alive",
};

describe("a member on one line", () => {
  for (const [what, more, en, ko] of [
    ["alive", {}, "uniqueId 01  alive 4m 10s", "uniqueId 01  시작한 지 4분 10초"],
    [
      "of this machine, sent from another address",
      { from: "10.0.0.7", here: true },
      "sent from 10.0.0.7  this machine  uniqueId 01  alive 4m 10s",
      "보낸 주소 10.0.0.7  이 장비  uniqueId 01  시작한 지 4분 10초",
    ],
    [
      "that stopped",
      { state: "left" },
      "uniqueId 01  alive 4m 10s  stopped",
      "uniqueId 01  시작한 지 4분 10초  종료됨",
    ],
    [
      "with other ports and a domain",
      { member: { ...heard.member, securePort: 4443, udpPort: 5000, domain: "delta" } },
      "securePort 4443  udpPort 5000  domain delta  uniqueId 01  alive 4m 10s",
      "securePort 4443  udpPort 5000  domain delta  uniqueId 01  시작한 지 4분 10초",
    ],
  ] satisfies [string, Partial<Heard>, string, string][]) {
    test(what, () => {
      assert.equal(memberLine({ ...heard, ...more }, "en"), `  192.168.56.7:4000  ${en}\n`);
      assert.equal(memberLine({ ...heard, ...more }, "ko"), `  192.168.56.7:4000  ${ko}\n`);
    });
  }
});

test("durations are in their two largest units", () => {
  for (const [milliseconds, en, ko] of [
    [-5, "0s", "0초"],
    [999, "0s", "0초"],
    [59_999, "59s", "59초"],
    [60_000, "1m 0s", "1분 0초"],
    [3_600_000, "1h 0m", "1시간 0분"],
    [5_184_000_000, "60d 0h", "60일 0시간"],
    [90_061_000, "1d 1h", "1일 1시간"],
  ] as const) {
    assert.deepEqual([duration(milliseconds, "en"), duration(milliseconds, "ko")], [en, ko]);
  }
});

test("exit codes", () => {
  const codes = (["works", "nothing", "failed"] as const).map((outcome) =>
    exitCodeOf({ outcome, code: "", text: { en: "", ko: "" }, next: [] }),
  );
  assert.deepEqual(codes, [0, 1, 2]);
});
