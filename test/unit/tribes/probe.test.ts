import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Listener, Listening, MulticastPort } from "../../../server/src/tribes/port.ts";
import { type Observations, Probe } from "../../../server/src/tribes/probe.ts";
import { runProbe } from "../../../server/src/tribes/run.ts";
import type { HeartbeatTarget } from "../../../server/src/tribes/target.ts";
import { encodeTestPacket } from "../../../server/src/tribes/test-packet.ts";
import { heartbeat, LEAVING, message } from "../../harness/heartbeat.ts";

const TARGET: HeartbeatTarget = {
  label: "Engine Catalina",
  group: "228.0.0.4",
  port: 45_564,
  bind: undefined,
  ttl: undefined,
  dropTime: 3000,
  span: { start: 0, end: 0 },
};
const HERE = "192.168.56.7";
const THERE = "192.168.56.8";

describe("what is heard", () => {
  const probe = () => new Probe(3000, "own", [HERE]);
  const states = ({ observations }: Probe) =>
    observations.members.map(({ member, state }) => `${member.port} ${state}`);

  test("a member comes once, however often it is heard", () => {
    const each = probe();
    assert.equal(each.packet(heartbeat(), HERE, 0), true);
    assert.equal(each.packet(heartbeat({ aliveTime: 61_500 }), HERE, 500), false);
    const [heard] = each.observations.members;
    assert.deepEqual([heard?.heartbeats, heard?.member.aliveTime, heard?.here], [2, 61_500, true]);
  });

  test("a node that starts anew is another member, as its id tells", () => {
    const each = probe();
    each.packet(heartbeat(), HERE, 0);
    assert.equal(each.packet(heartbeat({ uniqueId: Array(16).fill(9) }), HERE, 500), true);
    assert.equal(each.observations.members.length, 2);
  });

  test("a member leaves with a word, falls silent without one, and comes back", () => {
    const each = probe();
    each.packet(heartbeat(), HERE, 0);
    each.packet(heartbeat({ port: 4001 }), THERE, 0);
    assert.equal(each.packet(heartbeat({ command: LEAVING }), HERE, 1000), true);
    assert.equal(each.tick(3000), false);
    assert.deepEqual(states(each), ["4000 left", "4001 alive"]);
    assert.equal(each.tick(3001), true);
    assert.deepEqual(states(each), ["4000 left", "4001 silent"]);
    assert.equal(each.packet(heartbeat({ port: 4001 }), THERE, 9000), true);
    assert.deepEqual(states(each), ["4000 left", "4001 alive"]);
  });

  test("the sender of a message is a member, whose heartbeats tell more", () => {
    const each = probe();
    each.packet(heartbeat({ aliveTime: 90_000 }), THERE, 0);
    each.packet(message(heartbeat({ aliveTime: 0 }), "session"), THERE, 1);
    assert.deepEqual(
      each.observations.members.map(({ heartbeats, member }) => [heartbeats, member.aliveTime]),
      [[1, 90_000]],
    );
  });

  test("a flood of invented members is counted, not kept", () => {
    const each = probe();
    for (let port = 1; port <= 2000; port++) each.packet(heartbeat({ port }), THERE, port);
    assert.deepEqual([each.observations.members.length, each.observations.more], [500, 1500]);
  });
});

/** A port that plays one scene, as if a socket did. */
function scene(play: (listener: Listener, what: Listening) => void): MulticastPort {
  return {
    interfaces: () => [
      { name: "lo", address: "127.0.0.1", loopback: true },
      { name: "eth1", address: HERE, loopback: false, ipv6: { addresses: ["fd00::7"], choice: "::%eth1" } },
    ],
    listen(what, listener) {
      play(listener, what);
      return { stop: () => listener.ended(undefined) };
    },
  };
}

async function verdict(
  play: (listener: Listener, what: Listening) => void,
  { target = {}, send = false, wanted }: { target?: Partial<HeartbeatTarget>; send?: boolean; wanted?: string } = {},
) {
  const seen: Observations[] = [];
  const options = { interface: wanted, milliseconds: 10_000, send, id: "own" };
  const running = runProbe(scene(play), { ...TARGET, ...target }, options, (observations) => seen.push(observations));
  const { verdict, observations } = await running.ended;
  return { ...verdict, observations, seen };
}

/** Plays packets one after the other, each from an address, and ends. */
const packets =
  (...all: readonly [bytes: Uint8Array, from: string][]) =>
  (listener: Listener) => {
    for (const [index, [bytes, from]] of all.entries()) listener.packet(bytes, from, index);
    listener.ended(undefined);
  };
const failing = (step: "bind" | "join" | "send", code: string) => (listener: Listener) =>
  listener.ended({ step, code });

describe("the verdict", () => {
  for (const [what, play, options, outcome, code, text] of [
    ["members", packets([heartbeat(), THERE]), {}, "works", "members", /1 member heard/],
    ["silence", packets(), {}, "nothing", "nothing", /Nothing came from 228\.0\.0\.4:45564\.$/],
    ["silence while sending", packets(), { send: true }, "nothing", "nothing", /not even the test packets/],
    ["an echo", packets([encodeTestPacket("own"), HERE]), { send: true }, "works", "echo", /on this machine/],
    ["another probe", packets([encodeTestPacket("two"), THERE]), {}, "works", "probe", /of 192\.168\.56\.8 arrived/],
    ["other packets", packets([Buffer.from("hello"), THERE]), {}, "nothing", "foreign", /1 packet of something else/],
    ["no route", failing("join", "ENODEV"), {}, "failed", "no-route", /no route for multicast/],
    ["no route to send", failing("send", "ENETUNREACH"), {}, "failed", "no-route", /ENETUNREACH/],
    [
      "an interface without multicast",
      failing("join", "ENODEV"),
      { wanted: "lo" },
      "failed",
      "no-route",
      /127\.0\.0\.1/,
    ],
    ["a port in use", failing("bind", "EADDRINUSE"), {}, "failed", "in-use", /45564 is taken/],
    ["a low port", failing("bind", "EACCES"), { target: { port: 80 } }, "failed", "not-permitted", /EACCES at bind/],
    ["a firewall on this machine", failing("send", "EPERM"), {}, "failed", "not-permitted", /EPERM at send/],
    ["anything else", failing("bind", "EMFILE"), {}, "failed", "system", /refused to bind: EMFILE/],
    [
      "a bind of another machine",
      packets(),
      { target: { bind: THERE } },
      "failed",
      "bind-elsewhere",
      /lo 127\.0\.0\.1/,
    ],
    [
      "an interface without IPv6",
      packets(),
      { target: { group: "ff15::4" }, wanted: "lo" },
      "failed",
      "no-interface",
      /lo/,
    ],
    ["silence of IPv6", packets(), { target: { group: "ff15::4" } }, "nothing", "nothing", /from \[ff15::4\]:45564/],
    ["an unknown interface", packets(), { wanted: "eth9" }, "failed", "no-interface", /eth1 192\.168\.56\.7/],
  ] as const) {
    test(`of ${what}`, async () => {
      const given = await verdict(play, options);
      assert.deepEqual([given.outcome, given.code], [outcome, code]);
      assert.match(given.text.en, text);
      assert.match(given.text.ko, /[가-힣]/);
      for (const each of given.next) assert.notEqual(each.en, each.ko);
    });
  }

  test("of members says where they cannot be reached, and that all are on one machine", async () => {
    const { next } = await verdict(packets([heartbeat({ host: [127, 0, 1, 1] }), HERE]));
    assert.match(next[0]?.en ?? "", /127\.0\.1\.1:4000 is an address that only its own machine reaches/);
    assert.match(next[1]?.en ?? "", /All of them run on this machine/);
    assert.deepEqual((await verdict(packets([heartbeat(), THERE]))).next, []);
  });
});

describe("how it listens", () => {
  const asked = async (options: Parameters<typeof verdict>[1]) => {
    let asked: Listening | undefined;
    await verdict((listener, what) => {
      asked = what;
      listener.ended(undefined);
    }, options);
    return asked;
  };

  for (const [what, options, address] of [
    ["where the system chooses", {}, undefined],
    ["on the Membership's bind", { target: { bind: HERE } }, HERE],
    ["where the system chooses when bind is 0.0.0.0", { target: { bind: "0.0.0.0" } }, undefined],
    ["on an interface by its name, whatever bind says", { target: { bind: THERE }, wanted: "eth1" }, HERE],
    ["on an interface by its address", { wanted: "127.0.0.1" }, "127.0.0.1"],
    ["on an interface by its address of IPv6", { target: { bind: "fd00::7" } }, HERE],
    ["of IPv6 on one by an address of IPv4", { target: { group: "ff15::4", bind: HERE } }, "::%eth1"],
    ["of IPv6 where it has no IPv6", { target: { group: "ff15::4" }, wanted: "lo" }, undefined],
  ] as const) {
    test(what, async () => assert.equal((await asked(options))?.interface, address));
  }

  test("and sends only when told, as far as the Membership does", async () => {
    assert.equal((await asked({}))?.send, undefined);
    const { packet, ttl } = (await asked({ send: true, target: { ttl: 3 } }))?.send ?? {};
    assert.deepEqual([packet && Buffer.from(packet).toString(), ttl], ["tomcat-cluster multicast test 1 own", 3]);
  });

  test("and stops when told, with what it heard until then", async () => {
    const options = { interface: undefined, milliseconds: 10_000, send: false, id: "own" };
    const running = runProbe(
      scene((listener) => listener.packet(heartbeat(), THERE, 0)),
      TARGET,
      options,
      () => {},
    );
    running.stop();
    assert.equal((await running.ended).verdict.code, "members");
  });
});
