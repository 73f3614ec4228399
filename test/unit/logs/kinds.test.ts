import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { membersIn } from "../../../server/src/config/member-text.ts";
import { KINDS, kindOfKey } from "../../../server/src/logs/kinds/index.ts";
import { kindPage } from "../../../server/src/logs/kinds/page.ts";
import { recognise } from "../../../server/src/logs/recognition/recognise.ts";
import { sites, sitesAt, sitesOfLogger } from "../../../server/src/logs/recognition/sites.ts";
import { socketIn, valuesIn } from "../../../server/src/logs/recognition/values.ts";
import { line, member } from "../../harness/log-lines.ts";
import { eventsOf } from "../../harness/logs.ts";

/** The kinds of one line. */
function kindsOf(text: string): readonly string[] | undefined {
  const [event] = eventsOf(`${text}\n`);
  return event && recognise(event)?.kinds.map(({ id }) => id);
}

describe("kinds of events", () => {
  test("each key of Tomcat's source that logs belongs to one, and each kind has keys that are there", () => {
    for (const { key } of sites()) assert.ok(kindOfKey(key), key);
    const keys = KINDS.flatMap((kind) => kind.keys);
    assert.equal(new Set(keys).size, keys.length);
    const there = new Set(sites().map(({ key }) => key));
    assert.deepEqual(
      keys.filter((key) => !there.has(key)),
      [],
    );
    assert.equal(new Set(KINDS.map(({ id }) => id)).size, KINDS.length);
  });

  test("a fault says what to do, or why it happens, or is explained by its exception", () => {
    for (const { id, weight, causes, next, keys } of KINDS) {
      if (weight !== "fault" || causes.length + next.length > 0) continue;
      const thrown = sites().filter((site) => keys.includes(site.key) && site.thrown);
      assert.ok(
        thrown.length > 0 || /membership-value|farm|replication-filter|manager-not-copied|principal/.test(id),
        id,
      );
    }
  });

  test("class and method are enough where they log one thing; lambdas count as the method around them", () => {
    assert.deepEqual(kindsOf(line(1, "WARNING", "ha.session.ClusterSessionListener.messageReceived", "x [a]")), [
      "manager-unknown",
    ]);
    assert.ok(
      sitesAt("org.apache.catalina.tribes.membership.McastServiceImpl", "lambda$memberBroadcastsReceived$7")[0],
    );
  });

  test("where a method logs several, the shape of the values tells", () => {
    const place = "ha.session.DeltaManager.getAllClusterSessions";
    assert.deepEqual(kindsOf(line(1, "INFO", place, "x [a#/b]")), ["first-node"]);
    assert.deepEqual(kindsOf(line(1, "INFO", place, `x [a#/b] y [${member(8)}] z [60]`)), ["state-asked"]);
    const bind = "tribes.membership.McastServiceImpl.setupSocket";
    assert.deepEqual(kindsOf(line(1, "INFO", bind, "no")), ["multicast-bound-to-port"]);
    assert.deepEqual(kindsOf(line(1, "INFO", bind, "to [/228.0.0.4:45564]")), ["multicast-starting"]);
    const deploy = "startup.HostConfig.deployDirectory";
    assert.deepEqual(kindsOf(line(1, "INFO", deploy, "[/a]")), ["detail"]);
    assert.deepEqual(kindsOf(line(1, "INFO", deploy, "[/a] [12]")), ["application-deployed"]);
  });

  test("the user's own Tomcat tells where shapes do not", () => {
    const [event] = eventsOf(`${line(1, "INFO", "ha.session.JvmRouteBinderValve.startInternal", "x")}\n`);
    assert.ok(event);
    assert.equal(recognise(event)?.kinds.length, 2);
    assert.deepEqual(
      recognise(event, () => "jvmRoute.noCluster")?.kinds.map(({ id }) => id),
      ["manager-without-cluster"],
    );
  });

  test("other classes, and other methods of Tomcat's, are no events of a cluster", () => {
    assert.equal(kindsOf(line(1, "SEVERE", "core.StandardHostValve.custom", "x")), undefined);
    assert.equal(
      kindsOf(line(1, "SEVERE", "ha.tcp.SimpleTcpCluster.memberAdded", "an exception is missing")),
      undefined,
    );
  });

  test("an abbreviated logger is found, another class of the same name is not", () => {
    assert.ok(sitesOfLogger("o.a.c.h.tcp.SimpleTcpCluster").length > 0);
    assert.equal(sitesOfLogger("com.example.h.tcp.x.SimpleTcpCluster").length, 0);
  });

  test("each has a page in both languages that names class, method, key and lines", () => {
    for (const { id, keys } of KINDS) {
      // What Java prints itself has no place in Tomcat's source.
      const page = keys.length === 0 ? /^# [\w-]+\n/ : /^# [\w-]+\n[\s\S]*9\.0/;
      for (const locale of ["en", "ko"] as const) assert.match(kindPage(id, locale) ?? "", page, id);
    }
    assert.match(
      kindPage("state-timeout", "en") ?? "",
      /deltaManager\.noSessionState.*DeltaManager\.waitForSendAllSessions/,
    );
    assert.equal(kindPage("nothing", "en"), undefined);
  });
});

describe("values in a message", () => {
  test("members are decoded from Java's signed bytes", () => {
    const [found] = membersIn(`lost:[${member(8, 1021, true)}]`);
    assert.deepEqual(found, { host: "192.168.56.8", port: 4000, alive: 1021, leaving: true, domain: "" });
    assert.equal(membersIn(member(8).replace("domain={}", "domain={115 104 111 112 }"))[0]?.domain, "shop");
  });

  test("a name alone, and IPv6, are members, too", () => {
    assert.deepEqual(
      membersIn("failed for [tcp://{10, 0, 0, 9}:4001] and tcp://{32,1,13,-72,0,0,0,0,0,0,0,0,0,0,0,1}:4000").map(
        ({ host, port, alive }) => [host, port, alive],
      ),
      [
        ["10.0.0.9", 4001, undefined],
        ["2001:db8:0:0:0:0:0:1", 4000, undefined],
      ],
    );
  });

  test("addresses and bracketed values", () => {
    assert.deepEqual(socketIn("bound to:[/127.0.1.1:4000]"), { host: "127.0.1.1", port: 4000 });
    assert.deepEqual(socketIn("bound to:[host.example/[2001:db8::1]:4000]"), { host: "2001:db8::1", port: 4000 });
    assert.deepEqual(valuesIn("a [b[c]] d [e] f]"), ["b[c]", "e"]);
  });
});
